"""Figures: numbers as somebody gave them, with what editors decide about them."""

from __future__ import annotations

from typing import Any, ClassVar

from rest_framework import serializers

from claims import policy
from claims.api import fields
from claims.api.acting import Act, Given, GoodReason, Making, Reason
from claims.api.attributions import AttributionBareSerializer, chain_of
from claims.api.marks import (
    DECIDING,
    MARK,
    MARK_FILTERS,
    MarkRelated,
    NewMark,
    reason_for,
    shared_act,
    span_in,
)
from claims.api.quantity_fields import QuantityBareSerializer
from claims.api.quotes import QuoteBareSerializer
from claims.api.resources import DeskSerializer, Resource
from claims.api.values import AmendedValue, NewValue, amended, read
from claims.models import Figure, Quantity, User
from claims.services import annotating, filing, judging

# What a figure within another row asks of the database.
FIGURE = ("attribution__links__speaker",)


class FigureBareSerializer(DeskSerializer[Figure]):
    attribution = AttributionBareSerializer(read_only=True, allow_null=True)

    class Meta:
        model = Figure
        fields: ClassVar = [
            *MARK,
            "quote",
            "quantity",
            "measure",
            "population",
            "side",
            "unit",
            "place",
            "kind",
            "hedge",
            "printed_low",
            "printed_high",
            "low",
            "high",
            "core_low",
            "core_high",
            "is_additive",
            "is_correction",
            "epistemic",
            "basis",
            "locus",
            "as_of",
            "is_as_of_inferred",
            "restates",
        ]


class FigureRelated(MarkRelated):
    prefetch: ClassVar = {
        **MarkRelated.prefetch,
        "quantity": (),
        "quote": ("quote__attribution__links__speaker",),
    }

    quantity = QuantityBareSerializer(required=False, allow_null=True)
    quote = QuoteBareSerializer(required=False, allow_null=True)


class FigureSerializer(FigureBareSerializer):
    included = FigureRelated(source="*", read_only=True, required=False)

    class Meta(FigureBareSerializer.Meta):
        fields: ClassVar = [*FigureBareSerializer.Meta.fields, "included"]


class NewFigure(NewMark, NewValue):
    """A number of a text, as an editor marks it.

    What is not sent is read from the words. Without a chain it has that of the quote
    that it stands in.
    """


class Filing(Reason):
    """Where a figure belongs."""

    quantity = fields.row(
        Quantity.objects.standing()
        .select_related("incident__parent")
        .defer("incident__dossier", "incident__parent__dossier")
    )


class Day(GoodReason):
    """The day that a figure held; null if nobody knows."""

    as_of = serializers.DateField(allow_null=True)


class Source(GoodReason):
    """The figure that this one carries on; null if it does not."""

    of = serializers.PrimaryKeyRelatedField(queryset=Figure.objects.all(), allow_null=True)


def _mark(given: Given, by: User) -> Figure:
    """Mark a figure in a revision; it is accepted as it is marked."""
    revision = given["revision"]
    span = span_in(revision, given)
    value = read(span.of(revision.text), given)
    chain = chain_of(given["chain"]) if given["chain"] else None
    return annotating.mark_figure(revision, span, value=value, chain=chain, by=by)


def _amend(figure: Figure, given: Given, by: User) -> None:
    """Change what it says; only what is sent. It is compared again."""
    reason, value = reason_for(figure, given), amended(figure, given)
    annotating.amend_value(figure, value, version=figure.version, by=by, reason=reason)


def _file(figure: Figure, given: Given, by: User) -> None:
    """File an accepted figure under a quantity and compare it with the others."""
    filing.file(figure, given["quantity"], by=by, reason=given["reason"])


def _unfile(figure: Figure, given: Given, by: User) -> None:
    """Take it out of its quantity; it stays accepted."""
    filing.unfile(figure, by=by, reason=given["reason"])


def _date(figure: Figure, given: Given, by: User) -> None:
    """Say when it held, which may make an update of a conflict."""
    judging.date(figure, given["as_of"], by=by, reason=given["reason"])


def _correct(figure: Figure, given: Given, by: User) -> None:
    """Say that it corrects an earlier one: lower is then no conflict."""
    judging.correct(figure, by=by, reason=given["reason"])


def _restate(figure: Figure, given: Given, by: User) -> None:
    """Say which figure it carries on, or none."""
    judging.restate(figure, given["of"], by=by, reason=given["reason"])


def _judging(perform: Any, takes: Any) -> Act:
    return Act(perform=perform, takes=takes, may=policy.may_compare, scope="review")


class FigureResource(Resource[Figure]):
    """One assertion of a quantity's value, with what the words allow and mean."""

    queryset = (
        Figure.objects.select_related(
            "attribution", "quantity__incident__parent", "revision__article"
        )
        .defer(
            "revision__text",
            "revision__raw",
            "quantity__incident__dossier",
            "quantity__incident__parent__dossier",
        )
        .prefetch_related("attribution__links__speaker")
    )
    serializer_class = FigureSerializer
    filterset_fields: ClassVar = {
        **MARK_FILTERS,
        "quote": ["exact", "isnull"],
        "quantity": ["exact", "isnull"],
        "quantity__incident": ["exact"],
        **{name: ["exact"] for name in ("measure", "unit", "kind", "epistemic", "basis")},
        **{name: ["gte", "lte"] for name in ("low", "high")},
        "as_of": ["exact", "gte", "lte"],
    }
    search_fields: ClassVar = ["exact", "population", "place"]
    making = Making(
        perform=_mark, takes=NewFigure, may=policy.may_annotate, scope="annotate"
    )
    amending = shared_act(_amend, AmendedValue)
    acts: ClassVar = {
        **DECIDING,
        "file": shared_act(_file, Filing),
        "unfile": shared_act(_unfile, Reason),
        "date": _judging(_date, Day),
        "correct": _judging(_correct, GoodReason),
        "restate": _judging(_restate, Source),
    }
    in_bulk = ("accept", "reject", "reopen", "attribute", "file", "unfile")
