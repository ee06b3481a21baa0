"""The forms that mark selected words: a quote, a figure, or who said one of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext, gettext_noop
from django.utils.translation import gettext_lazy as _

from claims.annotator import chains
from claims.annotator.fields import Suggesting
from claims.annotator.filing import FileFields, file, quantities_near, shown
from claims.annotator.forms import ChainFields, chain_shown, focus
from claims.annotator.values import ValueFields, value_shown
from claims.domain.spans import Span
from claims.errors import ClaimsError, Incomplete
from claims.extraction import picked
from claims.models import Attribution, Figure, Quote, Revision, User
from claims.models.words import offered
from claims.queries import filing as proposing
from claims.queries import surroundings
from claims.services import annotating, attributing
from claims.services.annotating import Row
from claims.services.values import value_in

LATER = "later"
# A number outside every quote is the outlet’s own until somebody says otherwise.
OWN_VOICE = {"voice": Attribution.Voice.OWN}


class MarkForm(forms.Form):
    """A form about words that an editor selected."""

    title: ClassVar[str]
    button: ClassVar[str] = gettext_noop("Mark")
    first: ClassVar[str]

    start = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    end = forms.IntegerField(min_value=1, widget=forms.HiddenInput)
    exact = forms.CharField(strip=False, widget=forms.HiddenInput)

    def __init__(
        self,
        revision: Revision,
        selected: Mapping[str, Any],
        data: Mapping[str, Any] | None,
    ) -> None:
        self.revision = revision
        self.words = str(selected.get("exact", "")).replace("\r\n", "\n")
        initial = {name: selected.get(name) for name in ("start", "end", "exact")}
        # Words that are not where they should be are refused when the form is opened.
        self.span = _span(revision, selected)
        initial |= self.guessed()
        super().__init__(data, initial=initial, label_suffix="", auto_id="act_%s")
        focus(self, self.first)

    def guessed(self) -> dict[str, Any]:
        """Return what the fields show before anybody typed."""
        raise NotImplementedError

    def perform(self, *, by: User) -> Row:
        """Mark the words; return the row whose card shows it."""
        raise NotImplementedError


class QuoteForm(MarkForm, ChainFields):
    """Mark words as somebody's."""

    title = gettext_noop("A quote")
    button = gettext_noop("Mark as quote")
    first = "said_by"

    given = forms.ChoiceField(
        choices=offered(Quote.Kind), label=_("How the words are given")
    )

    def guessed(self) -> dict[str, Any]:
        near = surroundings.attribution_near(self.revision, self.span)
        kind = surroundings.kind_of(self.revision.text, self.span)
        return {"given": kind, **chain_shown(near)}

    def perform(self, *, by: User) -> Row:
        return annotating.mark_quote(
            self.revision,
            self.span,
            kind=self.cleaned_data["given"],
            chain=chains.chain(self.typed),
            by=by,
        )


class FigureForm(MarkForm, ValueFields, ChainFields, FileFields):
    """Mark a number, with what it counts, who gives it and where it belongs."""

    title = gettext_noop("A figure")
    button = gettext_noop("Mark as figure")
    first = "measure"

    def guessed(self) -> dict[str, Any]:
        text = self.revision.text
        around = surroundings.words_around(text, self.span)
        measure = surroundings.measure_in(self.words, around)
        population = surroundings.population_in(self.words)
        try:
            value = value_in(self.words, measure=measure, population=population)
        except ClaimsError:
            raise Incomplete(
                f"There is no number in “{self.words[:60]}”; select the words that give it."
            ) from None
        value = replace(value, side=picked.side_of(text, self.span, measure))
        self.figure = Figure(revision=self.revision, start=self.span.start, **value.columns)
        quote = surroundings.quote_around(self.revision, self.span)
        attribution = quote.attribution if quote else None
        self.is_in_a_quote = attribution is not None
        self.proposal = proposing.proposed(self.figure)
        return {
            **shown(self.proposal, self.figure),
            **value_shown(self.figure),
            **(chain_shown(attribution) if attribution else OWN_VOICE),
        }

    def __init__(
        self,
        revision: Revision,
        selected: Mapping[str, Any],
        data: Mapping[str, Any] | None,
    ) -> None:
        super().__init__(revision, selected, data)
        self.offer(quantities_near(self.figure, self.proposal), (LATER, gettext("Not yet")))
        if self.proposal.quantity is None:
            self.initial["under"] = LATER

    def perform(self, *, by: User) -> Row:
        follows = self.is_in_a_quote and not {"voice", "said_by"} & set(self.changed_data)
        figure = annotating.mark_figure(
            self.revision,
            self.span,
            value=self.value,
            chain=None if follows else chains.chain(self.typed),
            by=by,
        )
        if self.cleaned_data["under"] != LATER:
            file(self, figure, by=by)
        return figure


class MentionForm(MarkForm):
    """Say that the words name who said something, or who carried it."""

    title = gettext_noop("Who said it")
    button = gettext_noop("Name the speaker")
    first = "name"

    of = forms.ChoiceField(label=_("Of"))
    role = forms.ChoiceField(
        label=_("As"),
        choices=[
            ("origin", _("who said it")),
            ("relay", _("who passed it on")),
            ("cue", _("what attributes it, as “said”")),
        ],
        widget=forms.RadioSelect,
    )
    name = forms.CharField(
        label=_("Name"), widget=Suggesting("speakers"), max_length=300, required=False
    )
    why = forms.CharField(
        label=_("Why, if another was named before"), max_length=500, required=False
    )

    def __init__(
        self,
        revision: Revision,
        selected: Mapping[str, Any],
        data: Mapping[str, Any] | None,
    ) -> None:
        self.rows = surroundings.rows_near(revision, _span(revision, selected))
        super().__init__(revision, selected, data)
        field = self.fields["of"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(key, row.exact[:80]) for key, row in self.rows.items()]

    def guessed(self) -> dict[str, Any]:
        first = next(iter(self.rows), None)
        return {"of": first, "role": "origin", "name": self.words[:300]}

    def perform(self, *, by: User) -> Row:
        row = self.rows[self.cleaned_data["of"]]
        if self.cleaned_data["role"] == "cue":
            return self._cue(row, by=by)
        if not self.cleaned_data["name"].strip():
            raise Incomplete("Give the name of the speaker.")
        named = chains.source(self.cleaned_data["name"], mention=self.span)
        shown = chains.typed(row.attribution)
        before = chains.chain(shown, before=row.attribution)
        if self.cleaned_data["role"] == "relay":
            chain = replace(before, relays=(*before.relays, named))
        else:
            chain = replace(before, origins=(named,), is_first_hand=False)
            self._ask_why(row, shown.said_by, named.name)
        attributing.attribute(row, chain, by=by, reason=self.cleaned_data["why"])
        return row

    def _ask_why(self, row: Row, named: Sequence[str], name: str) -> None:
        """Refuse to name somebody else than was accepted, without a word."""
        if row.is_accepted and named and name not in named and not self.cleaned_data["why"]:
            self.add_error("why", "Say why.")
            raise Incomplete(f"{named[0]} was accepted as the speaker; say why it changes.")

    def _cue(self, row: Row, *, by: User) -> Row:
        if not isinstance(row, Quote):
            raise Incomplete("Only quotes have words that attribute them.")
        annotating.amend_cue(row, self.span, version=row.version, by=by)
        return row


def _span(revision: Revision, selected: Mapping[str, Any]) -> Span:
    try:
        start, end = int(selected["start"]), int(selected["end"])
    except (KeyError, ValueError) as refusal:
        raise Incomplete("Select the words first.") from refusal
    exact = str(selected.get("exact", "")).replace("\r\n", "\n")
    return annotating.span_of(revision, start, end, exact)
