"""The form of a correction that was asked for."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from claims.models import CorrectionRequest
from claims.models.words import offered
from claims.review.forms.bare import BareForm
from claims.services.correcting import Contact


class ContactForm(BareForm):
    """Who was asked, how and when."""

    contacted = forms.CharField(max_length=200, label=_("Who was asked"))
    channel = forms.ChoiceField(choices=offered(CorrectionRequest.Channel), label=_("How"))
    asked_on = forms.DateField(label=_("When"), widget=forms.DateInput({"type": "date"}))
    note = forms.CharField(required=False, label=_("Note"))

    def __init__(self, figure_pk: int, *args: Any, **kwargs: Any) -> None:
        # A page has a form for each figure.
        kwargs["auto_id"] = f"correction-{figure_pk}-%s"
        kwargs["initial"] = {"asked_on": timezone.localdate()}
        super().__init__(*args, **kwargs)

    @property
    def contact(self) -> Contact:
        names = ("contacted", "channel", "asked_on", "note")
        return Contact(**{name: self.cleaned_data[name] for name in names})
