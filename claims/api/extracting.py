"""The engine on a text that is not stored."""

from __future__ import annotations

from typing import Any, ClassVar

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.response import Response
from rest_framework.views import APIView

from claims.api.resources import DeskRequest
from claims.exchange import readings
from claims.intake.documents import MOST_CHARACTERS


class Text(serializers.Serializer[Any]):
    """A text as a row of the command: its offsets are the answer's."""

    doc_id = serializers.CharField(max_length=300, required=False, default="text")
    text = serializers.CharField(max_length=MOST_CHARACTERS, trim_whitespace=False)
    published_at = serializers.DateField(required=False, allow_null=True, default=None)
    outlet = serializers.CharField(
        max_length=300, required=False, allow_null=True, default=None
    )
    lang = serializers.CharField(
        max_length=35, required=False, allow_null=True, default=None
    )


class Extract(APIView):
    """Reads a text and answers with the quotes and figures in it; nothing is stored."""

    scopes: ClassVar = {"post": "read"}

    @extend_schema(
        request=Text, responses={200: OpenApiTypes.OBJECT}, operation_id="extract"
    )
    def post(self, request: DeskRequest) -> Response:
        """Return what the engine finds, as a row of ``manage.py extract``."""
        given = Text(data=request.data)
        given.is_valid(raise_exception=True)
        return Response(readings.reading_of(readings.Document(**given.validated_data)))
