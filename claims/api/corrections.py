"""Corrections asked for: who was asked to put a wrong figure right, and what came of it."""

from __future__ import annotations

from typing import Any, ClassVar

from rest_framework import serializers

from claims import policy
from claims.api import fields
from claims.api.acting import Act, Given, Making
from claims.api.choosing import Related
from claims.api.figures import FIGURE, FigureBareSerializer
from claims.api.resources import DeskSerializer, Resource
from claims.models import CorrectionRequest, Figure, User
from claims.services import correcting
from claims.services.correcting import Contact

Outcome = CorrectionRequest.Outcome


class CorrectionRequestRelated(Related):
    prefetch: ClassVar = {"figure": tuple(f"figure__{path}" for path in FIGURE)}

    figure = FigureBareSerializer(required=False)


class CorrectionRequestSerializer(DeskSerializer[CorrectionRequest]):
    included = CorrectionRequestRelated(source="*", read_only=True, required=False)

    class Meta:
        model = CorrectionRequest
        fields: ClassVar = [
            *("id", "figure", "contacted", "channel", "asked_on", "outcome"),
            *("concluded_on", "note", "recorded_by", "recorded_at", "included"),
        ]


class NewCorrectionRequest(serializers.Serializer[Any]):
    """Who was asked, how and when, to correct which figure."""

    figure = fields.row(
        Figure.objects.select_related("quantity__incident").defer(
            "quantity__incident__dossier"
        )
    )
    contacted = serializers.CharField(max_length=200)
    channel = fields.choice(CorrectionRequest.Channel, CorrectionRequest.Channel.EMAIL)
    asked_on = serializers.DateField()
    note = fields.text(5000)


class Conclusion(serializers.Serializer[Any]):
    """What came of it."""

    outcome = serializers.ChoiceField(
        [each for each in Outcome.choices if each[0] != Outcome.ASKED]
    )
    reason = fields.text(2000)


def _ask(given: Given, by: User) -> CorrectionRequest:
    """Record that somebody was asked to correct a figure that was set aside as wrong."""
    return correcting.ask(given["figure"], Contact(**_contact(given)), by=by)


def _contact(given: Given) -> dict[str, Any]:
    return {key: given[key] for key in ("contacted", "asked_on", "channel", "note")}


def _conclude(request: CorrectionRequest, given: Given, by: User) -> None:
    """Record what came of a request: corrected, refused, or no answer."""
    outcome, reason = given["outcome"], given["reason"]
    correcting.conclude(request, outcome=outcome, by=by, reason=reason)


class CorrectionRequestResource(Resource[CorrectionRequest]):
    """Who was asked to correct an article that carries a wrong figure."""

    queryset = CorrectionRequest.objects.select_related("figure__quantity__incident").defer(
        "figure__quantity__incident__dossier"
    )
    serializer_class = CorrectionRequestSerializer
    filterset_fields: ClassVar = {
        **{name: ["exact"] for name in ("figure", "figure__quantity", "outcome")},
        **{name: ["exact"] for name in ("figure__revision__article", "recorded_by")},
        "figure__quantity__incident": ["exact"],
        "asked_on": ["gte", "lte"],
    }
    search_fields: ClassVar = ["contacted", "note"]
    ordering_fields = ("id", "asked_on")
    making = Making(
        perform=_ask,
        takes=NewCorrectionRequest,
        may=policy.may_annotate_or_compare,
        scope="review",
    )
    acts: ClassVar = {
        "conclude": Act(
            perform=_conclude,
            takes=Conclusion,
            may=policy.may_annotate_or_compare,
            scope="review",
        ),
    }
