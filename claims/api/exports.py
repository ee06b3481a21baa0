"""What leaves the desk as a file: figures, annotations, the feed of conflicts."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.http import HttpResponse, StreamingHttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.negotiation import DefaultContentNegotiation
from rest_framework.views import APIView

from claims.api.filtering import refuse_unknown
from claims.api.resources import DeskRequest
from claims.exchange import conflict_feed, spreadsheet
from claims.models import Figure, Incident


class Wanted(serializers.Serializer[Any]):
    """Which figures."""

    incident = serializers.PrimaryKeyRelatedField(
        queryset=Incident.objects.all(), required=False, allow_null=True, default=None
    )


class AsItIs(DefaultContentNegotiation):
    """A file has one form, whatever a caller would rather have; refusals are JSON."""

    def select_renderer(
        self, request: Any, renderers: Any, format_suffix: str | None = None
    ) -> Any:
        return renderers[0], renderers[0].media_type


class Figures(APIView):
    """Filed figures as a file, one row a figure."""

    content_negotiation_class = AsItIs
    scopes: ClassVar = {"get": "export"}
    form = "csv"

    @extend_schema(exclude=True)
    def get(self, request: DeskRequest) -> StreamingHttpResponse:
        refuse_unknown(request.query_params, Wanted().fields)
        wanted = Wanted(data=request.query_params)
        wanted.is_valid(raise_exception=True)
        figures = Figure.objects.filed()
        if wanted.validated_data["incident"] is not None:
            figures = figures.filter(quantity__incident=wanted.validated_data["incident"])
        return StreamingHttpResponse(
            spreadsheet.lines(figures, form=self.form),
            content_type=spreadsheet.FORMATS[self.form],
            headers={"Content-Disposition": f'attachment; filename="figures.{self.form}"'},
        )


_INCIDENT = OpenApiParameter("incident", OpenApiTypes.INT, description="Of this one only.")


class FiguresAsCsv(Figures):
    @extend_schema(
        operation_id="figures_csv",
        parameters=[_INCIDENT],
        responses={(200, "text/csv"): OpenApiTypes.STR},
    )
    def get(self, request: DeskRequest) -> StreamingHttpResponse:
        """Return figures for a spreadsheet; no cell is taken for a formula."""
        return super().get(request)


class FiguresAsLines(Figures):
    form = "jsonl"

    @extend_schema(
        operation_id="figures_jsonl",
        parameters=[_INCIDENT],
        responses={(200, "application/x-ndjson"): OpenApiTypes.STR},
    )
    def get(self, request: DeskRequest) -> StreamingHttpResponse:
        """Return figures as JSON lines."""
        return super().get(request)


class Conflicts(APIView):
    """The quantities whose figures disagree, as an Atom feed."""

    content_negotiation_class = AsItIs

    @extend_schema(
        operation_id="conflicts_atom",
        responses={(200, "application/atom+xml"): OpenApiTypes.STR},
    )
    def get(self, request: DeskRequest) -> HttpResponse:
        """Return the feed of open conflicts, the last compared first."""
        feed = conflict_feed.atom(settings.TRACKER_ADDRESS, settings.TRACKER_PUBLISHER)
        return HttpResponse(feed, content_type="application/atom+xml; charset=utf-8")
