"""The forms of the verdicts on a pair; each comes with a reason to start from."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from claims.models import Figure, Quantity
from claims.models.words import offered
from claims.queries.quantity_pairs import Pair
from claims.review.forms.bare import BareForm
from claims.services.filing import ScopeKey

_DAY = forms.DateInput(attrs={"type": "date"})


class Verdict(BareForm):
    """A verdict on a pair: what was meant, and why."""

    title: str | Promise = ""
    help: str | Promise = ""
    begun: str | Promise = ""

    # One line, so that Enter gives the verdict.
    why = forms.CharField(label=_("Reason"))

    def __init__(self, pair: Pair, *args: Any, **kwargs: Any) -> None:
        self.pair = pair
        self.a: Figure = pair.sides[0].entry.row
        self.b: Figure = pair.sides[1].entry.row
        kwargs["initial"] = {"why": str(self.begun), **self.first_values()}
        # Several pairs of a page may have their forms open.
        kwargs.setdefault("auto_id", f"verdict-{pair.relation.pk}-%s")
        super().__init__(*args, **kwargs)
        next(iter(self.fields.values())).widget.attrs["autofocus"] = True

    @property
    def reason(self) -> str:
        return str(self.cleaned_data["why"])

    def first_values(self) -> dict[str, Any]:
        return {}


class Dismissal(Verdict):
    title = _("Not a conflict")
    help = _("The pair no longer counts, until one of its figures changes.")
    begun = _("Read in their context, both can be true.")


class Restoral(Verdict):
    title = _("Take the dismissal back")
    help = _("The pair counts again.")
    begun = _("The reason for setting it aside does not hold.")


class Merger(Verdict):
    title = _("The same quantity")
    help = _("Every figure of the first quantity moves to the second.")
    begun = _("Both count the same people, place and time.")


class Redating(Verdict):
    """Say of which day either figure speaks."""

    title = _("An update")
    help = _("Say of which day each figure speaks; the pair is compared again.")
    begun = _("The two speak of different times.")

    a_as_of = forms.DateField(label=_("A speaks of"), required=False, widget=_DAY)
    b_as_of = forms.DateField(label=_("B speaks of"), required=False, widget=_DAY)
    a_version = forms.IntegerField(widget=forms.HiddenInput)
    b_version = forms.IntegerField(widget=forms.HiddenInput)
    corrects = forms.ChoiceField(
        required=False,
        label=_("Does one say that it corrects the other?"),
        choices=[("", "no"), ("a", "A corrects B"), ("b", "B corrects A")],
        help_text=_("A corrected count may fall."),
    )

    field_order = ("a_as_of", "b_as_of", "corrects", "why")

    @property
    def redated(self) -> list[tuple[Figure, dt.date | None]]:
        """Return the figures that get another day, as they were read."""
        given = self.cleaned_data
        rows = [(self.a, given["a_as_of"]), (self.b, given["b_as_of"])]
        self.a.version, self.b.version = given["a_version"], given["b_version"]
        return [(figure, day) for figure, day in rows if figure.as_of != day]

    @property
    def corrected(self) -> Figure | None:
        """Return the figure that corrects the other, if one does."""
        return {"a": self.a, "b": self.b}.get(self.cleaned_data["corrects"])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        days = cleaned.get("a_as_of"), cleaned.get("b_as_of")
        if days == (self.a.as_of, self.b.as_of) and not cleaned.get("corrects"):
            self.add_error(None, _("Give at least one of the two another day."))
        return cleaned

    def first_values(self) -> dict[str, Any]:
        return {
            "a_as_of": self.a.as_of,
            "b_as_of": self.b.as_of,
            "a_version": self.a.version,
            "b_version": self.b.version,
        }


class Carrying(Verdict):
    """Say which figure carries which on."""

    title = _("One carries the other on")
    help = _(
        "With another number it is a misquote: a fault of the chain, not of the speaker."
    )
    begun = _("The report gives the other’s number.")

    which = forms.ChoiceField(
        label=_("Which"),
        choices=[("b", "B carries A on"), ("a", "A carries B on")],
        widget=forms.RadioSelect,
    )

    field_order = ("which", "why")

    def first_values(self) -> dict[str, Any]:
        return {"which": "b"}

    @property
    def ends(self) -> tuple[Figure, Figure]:
        """Return the figure that carries and the one that is carried."""
        return (self.a, self.b) if self.cleaned_data["which"] == "a" else (self.b, self.a)


class Splitting(Verdict):
    """Move one or both figures to another scope of the incident."""

    title = _("A different scope")
    help = _("The chosen figures move to a quantity of their own, and are compared again.")
    begun = _("The two do not count the same.")

    which = forms.MultipleChoiceField(
        label=_("Move"),
        choices=[("a", "A"), ("b", "B")],
        widget=forms.CheckboxSelectMultiple,
    )
    measure = forms.CharField(max_length=60)
    population = forms.CharField(max_length=200, label=_("Who is counted"))
    side = forms.CharField(max_length=50, required=False)
    population_status = forms.ChoiceField(
        choices=offered(Quantity.PopulationStatus), label=_("Status")
    )
    place = forms.CharField(max_length=300, required=False)
    window_from = forms.DateField(required=False, label=_("From"), widget=_DAY)
    window_until = forms.DateField(required=False, label=_("Until"), widget=_DAY)
    unit = forms.CharField(max_length=40)

    field_order = (
        *("which", "measure", "population", "side", "population_status", "place"),
        *("window_from", "window_until", "unit", "why"),
    )

    def first_values(self) -> dict[str, Any]:
        quantity = self.b.quantity
        if quantity is None:
            raise ValueError(f"figure {self.b.pk} is not filed")
        columns = ("side", "population_status", "window_from", "window_until")
        return {
            "which": ["b"],
            "measure": self.b.measure,
            "population": self.b.population or quantity.population,
            "place": self.b.place or quantity.place,
            "unit": self.b.unit,
            **{column: getattr(quantity, column) for column in columns},
        }

    @property
    def figures(self) -> list[Figure]:
        ends = {"a": self.a, "b": self.b}
        return [ends[letter] for letter in self.cleaned_data["which"]]

    @property
    def key(self) -> ScopeKey:
        given = self.cleaned_data
        names = ("measure", "population", "side", "population_status", "place")
        return ScopeKey(
            **{name: given[name] for name in names},
            window_from=given["window_from"],
            window_until=given["window_until"],
            unit=given["unit"],
        )
