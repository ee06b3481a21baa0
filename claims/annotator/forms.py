"""The forms of the annotator: each shows one mark and performs one act on it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from claims.annotator import chains
from claims.annotator.chains import Typed
from claims.annotator.fields import NamesField
from claims.annotator.values import ValueFields, value_shown
from claims.models import Attribution, Figure, Quote, User
from claims.models.words import offered
from claims.services import annotating, attributing
from claims.services.annotating import Given, Row


class ActForm(forms.Form):
    """A form about one row, as it was when the form was opened."""

    title: ClassVar[str]
    button: ClassVar[str] = gettext_noop("Save")
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
            self.fields["why"] = forms.CharField(label=_("Why it changes"), max_length=500)

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

    title = gettext_noop("Take the decision back")
    button = gettext_noop("Reopen")
    first = "why_it"
    why_it = forms.CharField(label=_("Why"), max_length=500)

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
        label=_("Who speaks"),
        choices=[
            (Attribution.Voice.NAMED, _("Somebody named")),
            (Attribution.Voice.UNNAMED, _("An unnamed source")),
            (Attribution.Voice.OWN, _("The outlet’s own voice")),
        ],
        widget=forms.RadioSelect,
    )
    said_by = NamesField(names="speakers", label=_("Said by"), required=False)
    descriptor = forms.CharField(
        label=_("Unnamed source, as printed"), max_length=300, required=False
    )
    reason = forms.CharField(
        label=_("Stated reason for not naming it"), max_length=300, required=False
    )
    via = NamesField(
        names="speakers",
        label=_("Through"),
        help_text=_("From the article outward."),
        required=False,
    )
    is_first_hand = forms.BooleanField(
        label=_("The outlet’s reporter was there"), required=False
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("voice") == Attribution.Voice.NAMED and not cleaned.get("said_by"):
            self.add_error("said_by", _("Name who said it, or choose another voice."))
        if (
            cleaned.get("voice") == Attribution.Voice.UNNAMED
            and not cleaned.get("descriptor", "").strip()
        ):
            self.add_error("descriptor", _("Describe the source as it is printed."))
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

    title = gettext_noop("Who said it")
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


class ValueForm(ActForm, ValueFields):
    """Amend what a figure says."""

    title = gettext_noop("What the figure says")
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

    title = gettext_noop("How the words are given")
    first = "given"
    wants_a_reason = True
    given = forms.ChoiceField(choices=offered(Quote.Kind), label=_("Kind"))
    said_at = forms.DateField(
        required=False,
        label=_("Said on"),
        help_text=_("The day that the text gives for it, if any."),
        widget=forms.DateInput({"type": "date"}),
    )

    def shown(self) -> dict[str, Any]:
        if not isinstance(self.row, Quote):
            return {}
        return {"given": self.row.kind, "said_at": self.row.said_at}

    def perform(self, *, by: User) -> None:
        if isinstance(self.row, Quote):
            given = Given(self.cleaned_data["given"], self.cleaned_data["said_at"])
            annotating.amend_quote(
                self.row, given, version=self.version_read, by=by, reason=self.why
            )
