"""Idempotency keys: a POST that is sent again is answered as it was, and done once."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable
from functools import partial
from typing import Any, ClassVar

from rest_framework.exceptions import NotAuthenticated, ValidationError
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from claims.models import Token, User
from claims.services import repeating
from claims.services.repeating import Sent, Told

HEADER = "Idempotency-Key"
REPLAYED = "Idempotent-Replayed"
_KEPT_HEADERS = ("ETag", "Location")
# A string as structured headers have it; without its quotation marks it is understood.
_KEY = re.compile(r'"([\x20-\x21\x23-\x7e]{1,255})"|([\x21\x23-\x7e]{1,255})')


class Repeatable(APIView):
    """A door whose POSTs may carry an idempotency key.

    ``unrepeatable`` names the acts whose answer must not be kept; they refuse a key.
    """

    unrepeatable: ClassVar[frozenset[str]] = frozenset()

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        header = request.headers.get(HEADER) if request.method == "POST" else None
        # Read before anybody takes the stream apart.
        fingerprint = _fingerprint(request) if header is not None else ""
        super().initial(request, *args, **kwargs)
        perform = getattr(self, "post", None)
        if header is None or perform is None:
            return
        act = getattr(self, "action", "") or "post"
        if act in self.unrepeatable:
            raise ValidationError({HEADER: "What this answers is not kept: send no key."})
        token = request.auth if isinstance(request.auth, Token) else None
        owner = request.user
        if not isinstance(owner, User):
            raise NotAuthenticated
        sent = Sent(_key(header), fingerprint, owner, token)
        self.post = partial(_once, perform, sent)


def _once(
    perform: Callable[..., Response], sent: Sent, request: Request, **kwargs: Any
) -> Response:
    told = repeating.once(sent, lambda: _told(perform(request, **kwargs)))
    headers = told.headers | ({REPLAYED: "true"} if told.is_replayed else {})
    return Response(json.loads(told.body), status=told.status, headers=headers)


def _told(response: Response) -> Told:
    body = JSONRenderer().render(response.data) or b"null"
    headers = {name: response[name] for name in _KEPT_HEADERS if name in response}
    return Told(response.status_code, body.decode(), headers)


def _fingerprint(request: Request) -> str:
    body = request.body
    head = f"{request.method} {request.get_full_path()}\n".encode()
    return hashlib.sha256(head + body).hexdigest()


def _key(header: str) -> str:
    found = _KEY.fullmatch(header.strip())
    if found is None:
        raise ValidationError({HEADER: "A key has 1 to 255 printable ASCII characters."})
    return found[1] or found[2]
