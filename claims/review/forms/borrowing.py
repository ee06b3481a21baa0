"""The forms for what others say: their verdicts on claims, their numbers."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from claims.domain.moments import EARLIEST, LATEST
from claims.review.forms.bare import BareForm
from claims.services.borrowing import GivenEstimate

MOST_BYTES = 10 * 1024 * 1024
_NUMBERS = ("low", "best", "high")


class ReviewsForm(BareForm):
    """ClaimReview of others, as a file or pasted."""

    file = forms.FileField(
        label=_("A file"),
        required=False,
        help_text=_("ClaimReview as JSON-LD: one, a list, a data feed, or a saved page."),
    )
    text = forms.CharField(
        label=_("Or its text"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    is_trial = forms.BooleanField(
        label=_("Check it only"), required=False, help_text=_("Nothing is stored.")
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        file = given.get("file")
        if file is not None and file.size > MOST_BYTES:
            raise ValidationError(_("The file has more than 10 MiB."))
        raw = file.read() if file is not None else given.get("text", "").encode()
        if not raw.strip():
            raise ValidationError(_("Choose a file, or paste its text."))
        given["raw"], given["name"] = raw, file.name if file is not None else _("The text")
        return given


def _number(label: Any) -> forms.DecimalField:
    return forms.DecimalField(
        label=label, required=False, min_value=0, max_digits=20, decimal_places=4
    )


class EstimateForm(BareForm):
    """What another recorder has for the quantity."""

    recorder = forms.CharField(label=_("Recorder"), max_length=200)
    event = forms.CharField(
        label=_("Its entry"), max_length=200, help_text=_("The number or code there.")
    )
    low = _number(_("Low"))
    best = _number(_("Best"))
    high = _number(_("High"))
    sources = forms.CharField(
        label=_("Its sources"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    place = forms.CharField(label=_("Place"), required=False, max_length=300)
    from_on = forms.DateField(
        label=_("From"), required=False, widget=forms.DateInput({"type": "date"})
    )
    until_on = forms.DateField(
        label=_("Until"), required=False, widget=forms.DateInput({"type": "date"})
    )
    url = forms.URLField(
        label=_("Address"), required=False, max_length=2000, assume_scheme="https"
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not self.errors and all(given.get(name) is None for name in _NUMBERS):
            raise ValidationError(_("Give at least one number."))
        for name in ("from_on", "until_on"):
            day = given.get(name)
            if day is not None and not EARLIEST <= day <= LATEST:
                self.add_error(name, _("No report can mean this day."))
        return given

    def estimate(self) -> GivenEstimate:
        return GivenEstimate(**self.cleaned_data)
