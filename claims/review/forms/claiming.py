"""The forms of a claim: its statement, where it appears, how it is rated."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from claims.models import Appearance, Incident, Rating
from claims.models.words import offered
from claims.review.forms.bare import BareForm


class ClaimForm(BareForm):
    """A checkable statement, and the incident it is about."""

    text = forms.CharField(
        label=_("Statement"),
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("One sentence that can be true or false."),
    )
    claimant = forms.CharField(
        label=_("Claimant"),
        required=False,
        max_length=300,
        help_text=_("Who makes it, by a name that the desk knows."),
    )
    incident = forms.ModelChoiceField(
        Incident.objects.all(), label=_("Incident"), required=False
    )


class VerdictForm(BareForm):
    """How a claim is rated, and why."""

    rating = forms.ModelChoiceField(Rating.objects.all(), label=_("Rating"))
    rationale = forms.CharField(
        label=_("Rationale"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("In at least one sentence."),
    )
    evidence = forms.CharField(
        label=_("Evidence"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("What the rating rests on, with addresses."),
    )


class AppearanceForm(BareForm):
    """What a quote does with the claim."""

    quote = forms.IntegerField(min_value=1, widget=forms.HiddenInput)
    stance = forms.ChoiceField(label=_("Stance"), choices=offered(Appearance.Stance))
