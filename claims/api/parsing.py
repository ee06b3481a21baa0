"""What callers send, read within limits: too much of it or too deep is refused."""

from __future__ import annotations

from collections.abc import Mapping
from typing import IO, Any

from rest_framework.exceptions import APIException, ParseError
from rest_framework.parsers import JSONParser
from rest_framework.status import HTTP_413_REQUEST_ENTITY_TOO_LARGE


class TooLarge(APIException):
    """More was sent than is read."""

    status_code = HTTP_413_REQUEST_ENTITY_TOO_LARGE
    default_code = "too_large"
    default_detail = "More was sent than is read at once: at most 20 MiB."


class Json(JSONParser):
    """JSON that nests no deeper than anything the desk takes, and then some."""

    def parse(
        self,
        stream: IO[Any],
        media_type: str | None = None,
        parser_context: Mapping[str, Any] | None = None,
    ) -> Any:
        try:
            return super().parse(stream, media_type, parser_context)
        except RecursionError as broken:
            raise ParseError("What was sent nests too deeply.") from broken
