"""The forms of the annotator: each shows one mark and performs one act on it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms

from claims.annotator import chains
from claims.annotator.chains import Typed
from claims.annotator.fields import NamesField
from claims.domain import finding
from claims.domain.intervals import LARGEST, Interval
from claims.domain.measures import Measure
from claims.errors import Incomplete, Misplaced
from claims.models import Attribution, Figure, Quote, Revision, User
from claims.queries.revisions import LeftBehind
from claims.services import annotating, attributing, carrying
from claims.services.annotating import Row, Value

NUMBER = {"inputmode": "decimal", "size": 10, "autocomplete": "off"}


class ActForm(forms.Form):
    """A form about one row, as it was when the form was opened."""

    title: ClassVar[str]
    button: ClassVar[str] = "Save"
    # The field to type in first; none, and Enter does what the form proposes.
    first: ClassVar[str] = ""
    # Where a decided thing changes, the log wants to know why.
    wants_a_reason: ClassVar[bool] = False

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, row: Row, data: Mapping[str, Any] | None = None) -> None:
        self.row = row
        initial = {"version": row.version, **self.shown()}
        super().__init__(data, initial=initial, label_suffix="", auto_id="act_%s")
        focus(self, self.first)
        if self.wants_a_reason and row.is_accepted:
            self.fields["why"] = forms.CharField(label="Why it changes", max_length=500)

    def shown(self) -> dict[str, Any]:
        """Return what the fields show of the row."""
        raise NotImplementedError

    def perform(self, *, by: User) -> None:
        """Do what the form asks; it is valid."""
        raise NotImplementedError

    @property
    def version_read(self) -> int:
        version: int = self.cleaned_data["version"]
        return version

    @property
    def why(self) -> str:
        return str(self.cleaned_data.get("why", ""))

    def differences(self) -> list[tuple[str, object, object]]:
        """Return each field that is not as typed: its label, typed, and as it is now."""
        now = self.shown()
        return [
            (str(self.fields[name].label), self.cleaned_data.get(name), value)
            for name, value in now.items()
            if (self.cleaned_data.get(name) or "") != (value or "")
        ]


class ReopenForm(ActForm):
    """Take a decision back."""

    title = "Take the decision back"
    button = "Reopen"
    first = "why_it"
    why_it = forms.CharField(label="Why", max_length=500)

    def shown(self) -> dict[str, Any]:
        return {}

    def perform(self, *, by: User) -> None:
        self.row.version = self.version_read
        annotating.reopen(self.row, by=by, reason=self.cleaned_data["why_it"])


def focus(form: forms.Form, name: str) -> None:
    """Put the cursor into a field when the form is opened."""
    if name:
        form.fields[name].widget.attrs["autofocus"] = True


class ChainFields(forms.Form):
    """Who said it, and through whom."""

    voice = forms.ChoiceField(
        label="Who speaks",
        choices=[
            (Attribution.Voice.NAMED, "Somebody named"),
            (Attribution.Voice.UNNAMED, "An unnamed source"),
            (Attribution.Voice.OWN, "The outlet’s own voice"),
        ],
        widget=forms.RadioSelect,
    )
    said_by = NamesField(names="speakers", label="Said by", required=False)
    descriptor = forms.CharField(
        label="Unnamed source, as printed", max_length=300, required=False
    )
    reason = forms.CharField(
        label="Stated reason for not naming it", max_length=300, required=False
    )
    via = NamesField(
        names="speakers",
        label="Through",
        help_text="From the article outward.",
        required=False,
    )
    is_first_hand = forms.BooleanField(
        label="The outlet’s reporter was there", required=False
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("voice") == Attribution.Voice.NAMED and not cleaned.get("said_by"):
            self.add_error("said_by", "Name who said it, or choose another voice.")
        if (
            cleaned.get("voice") == Attribution.Voice.UNNAMED
            and not cleaned.get("descriptor", "").strip()
        ):
            self.add_error("descriptor", "Describe the source as it is printed.")
        return cleaned

    @property
    def typed(self) -> Typed:
        names = ("voice", "said_by", "via", "descriptor", "reason", "is_first_hand")
        return Typed(**{name: self.cleaned_data[name] for name in names})


def chain_shown(attribution: Attribution | None) -> dict[str, Any]:
    typed = chains.typed(attribution)
    names = ("voice", "said_by", "via", "descriptor", "reason", "is_first_hand")
    return {name: getattr(typed, name) for name in names}


class SpeakerForm(ActForm, ChainFields):
    """Say who said it and through whom."""

    title = "Who said it"
    first = "said_by"
    wants_a_reason = True

    field_order = ("voice", "said_by", "descriptor", "reason", "via", "is_first_hand")

    def shown(self) -> dict[str, Any]:
        return chain_shown(self.row.attribution)

    def perform(self, *, by: User) -> None:
        chain = chains.chain(self.typed, before=self.row.attribution)
        self.row.version = self.version_read
        attributing.attribute(self.row, chain, by=by, reason=self.why)
        if self.data.get("then") == "accept":
            annotating.accept(self.row, by=by)


def _number(label: str, *, keeps_what_was_shown: bool = False) -> forms.DecimalField:
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

    measure = forms.CharField(max_length=60, label="What is counted")
    population = forms.CharField(max_length=200, label="Whom or what", required=False)
    # Not “side”: a form that files as well has the side of the quantity under that name.
    whose = forms.CharField(
        max_length=200, label="Whose people, as the text names them", required=False
    )
    kind = forms.ChoiceField(choices=Figure.Kind, label="Kind")
    hedge = forms.CharField(max_length=100, required=False, label="Hedge, as printed")
    printed_low = _number("Printed number")
    printed_high = _number("Printed upper number")
    low = _number("At least, in logic")
    high = _number("At most, in logic")
    # Whether the core was typed is told by what was shown, not by what is stored now.
    core_low = _number("A reader takes it as from", keeps_what_was_shown=True)
    core_high = _number("up to", keeps_what_was_shown=True)
    unit = forms.CharField(max_length=40, initial="person", label="Unit")
    place = forms.CharField(max_length=300, required=False, label="Place")
    as_of = forms.DateField(
        required=False, label="As of", widget=forms.DateInput({"type": "date"})
    )
    epistemic = forms.ChoiceField(choices=Figure.Epistemic, label="How it is said")
    basis = forms.ChoiceField(choices=Figure.Basis, label="What it rests on")
    is_additive = forms.BooleanField(required=False, label="In addition to others")
    is_correction = forms.BooleanField(required=False, label="Corrects an earlier figure")

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


class ValueForm(ActForm, ValueFields):
    """Amend what a figure says."""

    title = "What the figure says"
    first = "low"
    wants_a_reason = True

    def shown(self) -> dict[str, Any]:
        return value_shown(self.row) if isinstance(self.row, Figure) else {}

    def perform(self, *, by: User) -> None:
        if isinstance(self.row, Figure):
            annotating.amend_value(
                self.row, self.value, version=self.version_read, by=by, reason=self.why
            )


class KindForm(ActForm):
    """Say how the words of a quote are given."""

    title = "How the words are given"
    first = "given"
    given = forms.ChoiceField(choices=Quote.Kind, label="Kind")
    said_at = forms.DateField(
        required=False,
        label="Said on",
        help_text="The day that the text gives for it, if any.",
        widget=forms.DateInput({"type": "date"}),
    )

    def shown(self) -> dict[str, Any]:
        if not isinstance(self.row, Quote):
            return {}
        return {"given": self.row.kind, "said_at": self.row.said_at}

    def perform(self, *, by: User) -> None:
        if isinstance(self.row, Quote):
            annotating.amend_quote(
                self.row,
                kind=self.cleaned_data["given"],
                said_at=self.cleaned_data["said_at"],
                version=self.version_read,
                by=by,
            )


class EdgesForm(ActForm):
    """Move the edges of a mark: by its words, or by two places in the text."""

    title = "Which words it stands on"
    first = "words"
    words = forms.CharField(
        label="The words, as they stand in the text",
        widget=forms.Textarea({"rows": 3}),
        strip=True,
        required=False,
    )
    start = forms.IntegerField(required=False, widget=forms.HiddenInput)
    end = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def shown(self) -> dict[str, Any]:
        return {"words": self.row.exact}

    def perform(self, *, by: User) -> None:
        cleaned = self.cleaned_data
        words = cleaned["words"].replace("\r\n", "\n")
        start = cleaned["start"]
        if start is None or cleaned["end"] is None:
            start = _nearest(self.row.revision.text, words, self.row.start)
            end = start + len(words)
        else:
            end = cleaned["end"]
        span = annotating.span_of(self.row.revision, start, end, words)
        annotating.amend_span(self.row, span, version=self.version_read, by=by)


class ResolveForm(ActForm):
    """Put a mark that was left behind on its words in the newest text."""

    title = "Where the words are now"
    button = "Move the mark"
    first = "words"
    words = forms.CharField(
        label="The words, as they stand in the newest text",
        widget=forms.Textarea({"rows": 4}),
    )

    def __init__(
        self, left: LeftBehind, newest: Revision, data: Mapping[str, Any] | None = None
    ) -> None:
        self.left, self.newest = left, newest
        super().__init__(left.card.row, data)

    def shown(self) -> dict[str, Any]:
        return {"words": self.left.words_now}

    def perform(self, *, by: User) -> None:
        words = self.cleaned_data["words"].replace("\r\n", "\n")
        near = self.left.span.start if self.left.span else self.row.start
        start = _nearest(self.newest.text, words, near)
        span = annotating.span_of(self.newest, start, start + len(words), words)
        self.row.version = self.version_read
        carrying.resolve(self.row, self.newest, span, by=by)


def _nearest(text: str, words: str, near: int) -> int:
    """Return where ``words`` stand nearest to where the mark is now."""
    if not words.strip():
        raise Incomplete("Give the words that the mark should stand on.")
    places = finding.places(text, words)
    if not places:
        raise Misplaced(f"The text does not have “{words[:60]}”.")
    return min((place.span.start for place in places), key=lambda at: abs(at - near))


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
