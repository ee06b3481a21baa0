"""The form that proposes a settlement, with a line for every figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from claims.domain.rules import answers
from claims.models import Rating, Reliance, Settlement
from claims.models.words import offered
from claims.queries.evidence import Evidence
from claims.queries.quantity_entries import Entry
from claims.queries.quantity_settling import Prefill, Proposed
from claims.review.forms.bare import BareForm
from claims.services.concluding import Publication
from claims.services.settling import Draft, SetAside

# The reasons as the line of a figure offers them; the first one relies on it.
TREATMENTS = [("", _("relied on")), *offered(Reliance.Reason)[1:]]


@dataclass(frozen=True, slots=True)
class Line:
    """One figure and its two fields: the reason to set it aside, and a note."""

    entry: Entry
    reason: forms.BoundField
    note: forms.BoundField


class SettleForm(BareForm):
    """A draft of a settlement. Its figures become fields of their own."""

    rationale = forms.CharField(
        label=_("Rationale"),
        widget=forms.Textarea(attrs={"rows": 4, "autofocus": True}),
        help_text=_("Why this is the answer, in at least one sentence."),
    )
    wording = forms.CharField(
        label=_("What the desk prints"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("With attribution, and every hedge kept."),
    )
    mode = forms.ChoiceField(label=_("Mode"), choices=offered(Settlement.Mode))
    low = forms.DecimalField(
        label=_("Low"), required=False, min_value=0, max_digits=20, decimal_places=4
    )
    high = forms.DecimalField(
        label=_("High"),
        required=False,
        min_value=0,
        max_digits=20,
        decimal_places=4,
        help_text=_("Empty leaves it open."),
    )
    best = forms.DecimalField(
        label=_("Best"), required=False, min_value=0, max_digits=20, decimal_places=4
    )
    as_of = forms.DateField(
        required=False, label=_("As of"), widget=forms.DateInput(attrs={"type": "date"})
    )
    rule = forms.ChoiceField(label=_("Rule followed"))
    publishes = forms.BooleanField(
        required=False,
        label=_("Publish a rated claim with it"),
        help_text=_("The claim’s page is public once a second person approves."),
    )
    claim = forms.CharField(
        required=False,
        label=_("Statement that is rated"),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    rating = forms.ModelChoiceField(Rating.objects.all(), label=_("Rating"), required=False)

    def __init__(
        self, known: Evidence, entries: Sequence[Entry], *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self._entries = list(entries)
        rules = [answer.rule for answer in answers(known.live)]
        self.fields["rule"] = forms.ChoiceField(
            label=_("Rule followed"),
            choices=[("judgement", _("judgement")), *((rule, rule) for rule in rules)],
        )
        for entry in self._entries:
            words = entry.row.exact[:60]
            self.fields[f"reason-{entry.row.pk}"] = forms.ChoiceField(
                choices=TREATMENTS,
                required=False,
                label=_("What becomes of “%(words)s”") % {"words": words},
            )
            self.fields[f"note-{entry.row.pk}"] = forms.CharField(
                required=False,
                max_length=500,
                label=_("Note on “%(words)s”") % {"words": words},
            )

    @property
    def lines(self) -> list[Line]:
        return [
            Line(entry, self[f"reason-{entry.row.pk}"], self[f"note-{entry.row.pk}"])
            for entry in self._entries
        ]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        is_rated = cleaned.get("claim") and cleaned.get("rating")
        if cleaned.get("publishes") and not is_rated:
            missing = _("Give the statement and its rating, or publish none.")
            self.add_error("claim", missing)
        return cleaned

    def draft(self, prefill: Prefill) -> Draft:
        """Return what was filled in, as the service takes it."""
        given = self.cleaned_data
        publication = None
        if given["publishes"]:
            claimant = prefill.claimant if given["claim"] == prefill.claim else None
            publication = Publication(given["claim"], given["rating"], claimant)
        return Draft(
            wording=given["wording"],
            rationale=given["rationale"],
            mode=given["mode"],
            low=given["low"],
            high=given["high"],
            best=given["best"],
            as_of=given["as_of"],
            rule=given["rule"],
            set_aside=self._set_aside(),
            publication=publication,
        )

    def proposed(self) -> Proposed:
        """Return what the checks look at, of a form that may not be complete yet."""
        self.is_valid()
        given = self.cleaned_data
        return Proposed(
            rationale=given.get("rationale", ""),
            wording=given.get("wording", ""),
            low=given.get("low"),
            high=given.get("high"),
            best=given.get("best"),
            as_of=given.get("as_of"),
            set_aside=frozenset(self._set_aside()),
        )

    def _set_aside(self) -> dict[int, SetAside]:
        given = self.cleaned_data
        return {
            entry.row.pk: SetAside(reason, given.get(f"note-{entry.row.pk}", ""))
            for entry in self._entries
            if (reason := given.get(f"reason-{entry.row.pk}", ""))
        }


def initial_of(prefill: Prefill) -> dict[str, Any]:
    """Return the first values of the form."""
    return {
        "mode": Settlement.Mode.RANGE,
        "rule": "judgement",
        "low": prefill.low,
        "high": prefill.high,
        "as_of": prefill.as_of,
        "wording": prefill.wording,
        "claim": prefill.claim,
        "rating": prefill.rating,
        **{f"reason-{pk}": reason for pk, reason in prefill.set_aside.items()},
    }
