"""The fields that say what a figure says."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from claims.domain.intervals import LARGEST, Interval
from claims.domain.measures import Measure
from claims.errors import Incomplete
from claims.models import Figure
from claims.models.words import offered
from claims.services.values import Value

NUMBER = {"inputmode": "decimal", "size": 10, "autocomplete": "off"}


def _number(label: Any, *, keeps_what_was_shown: bool = False) -> forms.DecimalField:
    return forms.DecimalField(
        label=label,
        show_hidden_initial=keeps_what_was_shown,
        required=False,
        min_value=0,
        max_value=LARGEST,
        decimal_places=4,
        widget=forms.TextInput(NUMBER),
    )


class ValueFields(forms.Form):
    """What a figure says."""

    measure = forms.CharField(max_length=60, label=_("What is counted"))
    population = forms.CharField(max_length=200, label=_("Whom or what"), required=False)
    # Not “side”: a form that files as well has the side of the quantity under that name.
    whose = forms.CharField(
        max_length=200, label=_("Whose people, as printed"), required=False
    )
    kind = forms.ChoiceField(choices=offered(Figure.Kind), label=_("Kind"))
    hedge = forms.CharField(max_length=100, required=False, label=_("Hedge, as printed"))
    printed_low = _number(_("Printed number"))
    printed_high = _number(_("Printed upper number"))
    low = _number(_("At least, in logic"))
    high = _number(_("At most, in logic"))
    # Whether the core was typed is told by what was shown, not by what is stored now.
    core_low = _number(_("A reader takes it as from"), keeps_what_was_shown=True)
    core_high = _number(_("up to"), keeps_what_was_shown=True)
    unit = forms.CharField(max_length=40, initial="person", label=_("Unit"))
    place = forms.CharField(max_length=300, required=False, label=_("Place"))
    as_of = forms.DateField(
        required=False, label=_("As of"), widget=forms.DateInput({"type": "date"})
    )
    epistemic = forms.ChoiceField(
        choices=offered(Figure.Epistemic), label=_("How it is said")
    )
    basis = forms.ChoiceField(choices=offered(Figure.Basis), label=_("What it rests on"))
    is_additive = forms.BooleanField(required=False, label=_("In addition to others"))
    is_correction = forms.BooleanField(
        required=False, label=_("Corrects an earlier figure")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["measure"].widget.attrs |= {"list": "measures"}

    @property
    def measures(self) -> list[str]:
        return [measure.value for measure in Measure]

    @property
    def value(self) -> Value:
        cleaned = self.cleaned_data
        names = (
            *("measure", "population", "kind", "hedge", "printed_low", "printed_high"),
            *("unit", "place", "as_of", "epistemic", "basis"),
            *("is_additive", "is_correction"),
        )
        hard = _interval(cleaned["low"], cleaned["high"])
        return Value(
            hard=hard,
            core=self._core(hard),
            side=cleaned["whose"],
            **{name: cleaned[name] for name in names},
        )

    def _core(self, hard: Interval | None) -> Interval | None:
        """Return the core as typed, or what an amended hard interval leaves of it."""
        core = _interval(self.cleaned_data["core_low"], self.cleaned_data["core_high"])
        is_typed = bool({"core_low", "core_high"} & set(self.changed_data))
        if hard is None or (core is not None and is_typed):
            return core
        return hard if core is None else hard.meet(core) or hard


def value_shown(figure: Figure) -> dict[str, Any]:
    columns = (
        *("measure", "population", "kind", "hedge", "unit", "place", "as_of"),
        *("epistemic", "basis", "is_additive", "is_correction"),
    )
    numbers = ("printed_low", "printed_high", "low", "high", "core_low", "core_high")
    shown = {column: getattr(figure, column) for column in columns}
    shown["whose"] = figure.side
    return shown | {number: _plain(getattr(figure, number)) for number in numbers}


def _interval(low: Any, high: Any) -> Interval | None:
    if low is None:
        return None
    if high is not None and high < low:
        raise Incomplete(f"The low value {low} is above the high value {high}.")
    return Interval(_whole(low), None if high is None else _whole(high))


def _whole(value: Any) -> Any:
    return int(value) if value == int(value) else value


def _plain(value: Any) -> Any:
    return value if value is None else _whole(value)
