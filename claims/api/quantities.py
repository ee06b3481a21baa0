"""Quantities: what figures give the value of, and settlements proposed for them."""

from __future__ import annotations

from typing import Any, ClassVar

from rest_framework import serializers
from rest_framework.status import HTTP_200_OK

from claims import policy
from claims.api import fields
from claims.api.acting import Act, Given, GoodReason, Making
from claims.api.comments import COMMENTING
from claims.api.quantity_fields import QuantitySerializer
from claims.api.resources import Resource
from claims.api.settlements import SettlementSerializer
from claims.errors import Incomplete
from claims.models import (
    Figure,
    Incident,
    Quantity,
    Rating,
    Reliance,
    Settlement,
    Speaker,
    User,
)
from claims.services import filing, settling
from claims.services.concluding import Publication
from claims.services.filing import ScopeKey
from claims.services.settling import Draft, SetAside


class Scope(serializers.Serializer[Any]):
    """What tells one quantity of an incident from another."""

    measure = serializers.CharField(max_length=60)
    population = fields.text(200)
    side = fields.text(50)
    population_status = fields.choice(
        Quantity.PopulationStatus.choices, Quantity.PopulationStatus.ANY
    )
    place = fields.text(300)
    window_from = fields.day()
    window_until = fields.day()
    unit = fields.text(40)


class NewQuantity(Scope):
    """A quantity of an incident."""

    incident = fields.row(Incident.objects.defer("dossier"))


class Parting(Scope, GoodReason):
    """Figures that count something else than the rest, and what that is."""

    figures: serializers.ManyRelatedField = serializers.PrimaryKeyRelatedField(  # type: ignore[assignment]  # many=True makes one of it
        queryset=Figure.objects.select_related("quantity__incident"), many=True
    )


class Unifying(GoodReason):
    """The quantity that this one turns out to be."""

    into = fields.row(Quantity.objects.standing())


class Assigned(serializers.Serializer[Any]):
    """Who is to review it; null takes it from whoever has it."""

    to: serializers.SlugRelatedField[User] = serializers.SlugRelatedField(
        slug_field="username",
        queryset=User.objects.filter(is_active=True),
        allow_null=True,
        help_text="The name of an account.",
    )


class Aside(serializers.Serializer[Any]):
    """A figure that does not count for a settlement, and why."""

    figure = serializers.IntegerField(min_value=1, max_value=10**18)
    reason = serializers.ChoiceField(
        choices=[choice for choice in Reliance.Reason.choices if choice[0]]
    )
    note = fields.text(2000)


class Published(serializers.Serializer[Any]):
    """The claim that the settlement answers, and how it is rated."""

    claim = serializers.CharField(max_length=1000)
    rating = fields.row(Rating.objects.all())
    claimant = fields.optional_row(Speaker.objects.standing())


class Proposed(serializers.Serializer[Any]):
    """A settlement as somebody proposes it."""

    wording = serializers.CharField(max_length=5000)
    rationale = serializers.CharField(max_length=20_000)
    mode = fields.choice(Settlement.Mode.choices, Settlement.Mode.RANGE)
    low = fields.number()
    high = fields.number()
    best = fields.number()
    as_of = fields.day()
    rule = serializers.CharField(required=False, default="judgement", max_length=60)
    set_aside = serializers.ListField(
        child=Aside(), required=False, default=list, max_length=1000
    )
    publication = Published(required=False, allow_null=True, default=None)


def _propose(quantity: Quantity, given: Given, by: User) -> Settlement:
    """Propose the next version of a settlement; somebody else approves it."""
    return settling.propose(quantity, _draft(given), by=by)


def _draft(given: Given) -> Draft:
    asides = {
        each["figure"]: SetAside(each["reason"], each["note"])
        for each in given["set_aside"]
    }
    published = given["publication"]
    return Draft(
        **{name: given[name] for name in ("wording", "rationale", "mode", "rule", "as_of")},
        **{name: given[name] for name in ("low", "high", "best")},
        set_aside=asides,
        publication=Publication(**published) if published else None,
    )


def _add(given: Given, by: User) -> Quantity:
    """Name a quantity of an incident; one of that scope is found."""
    return filing.quantity(given["incident"], _key(given), by=by)


def _split(quantity: Quantity, given: Given, by: User) -> Quantity:
    """Move figures of this quantity to another scope of its incident."""
    figures = given["figures"]
    strangers = [figure for figure in figures if figure.quantity != quantity]
    if strangers:
        raise Incomplete(f"“{strangers[0]}” is not filed under “{quantity}”.")
    return filing.split(figures, _key(given), by=by, reason=given["reason"])


def _key(given: Given) -> ScopeKey:
    names = ("measure", "population", "side", "population_status", "place")
    return ScopeKey(
        **{name: given[name] for name in (*names, "window_from", "window_until", "unit")}
    )


def _merge(quantity: Quantity, given: Given, by: User) -> None:
    """Move every figure to another quantity of the incident, which this one is."""
    filing.merge(quantity, given["into"], by=by, reason=given["reason"])


def _assign(quantity: Quantity, given: Given, by: User) -> None:
    """Give it to a reviewer, or to nobody; reviewers may take it themselves."""
    filing.assign(quantity, to=given["to"], by=by)


class QuantityResource(Resource[Quantity]):
    """What is counted or measured, with what its figures come to."""

    queryset = Quantity.objects.select_related("incident", "assignee").defer(
        "incident__dossier"
    )
    serializer_class = QuantitySerializer
    filterset_fields: ClassVar = {
        **{name: ["exact"] for name in ("incident", "incident__slug", "measure", "unit")},
        **{name: ["exact"] for name in ("population", "side", "population_status")},
        **{name: ["gte"] for name in ("severity", "conflicts", "positions")},
        "assignee": ["exact", "isnull"],
        "merged_into": ["isnull"],
    }
    search_fields: ClassVar = ["population", "measure", "place", "incident__title"]
    ordering_fields = ("id", "severity", "positions", "conflicts", "figure_count")
    making = Making(
        perform=_add,
        takes=NewQuantity,
        status=HTTP_200_OK,
        may=policy.may_annotate_or_compare,
        scope="annotate",
    )
    acts: ClassVar = {
        "settlements": Act(
            perform=_propose,
            takes=Proposed,
            makes=SettlementSerializer,
            may=policy.may_propose,
            scope="review",
        ),
        "assign": Act(
            perform=_assign, takes=Assigned, may=policy.may_compare, scope="review"
        ),
        "split": Act(
            perform=_split,
            takes=Parting,
            makes=QuantitySerializer,
            may=policy.may_compare,
            scope="review",
        ),
        "merge": Act(
            perform=_merge, takes=Unifying, may=policy.may_compare, scope="review"
        ),
        "comments": COMMENTING,
    }
    in_bulk = ("assign",)
