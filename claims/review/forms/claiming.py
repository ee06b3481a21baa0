"""The forms of a claim: its statement, where it appears, how it is rated."""

from __future__ import annotations

from django import forms

from claims.models import Appearance, Incident, Rating


class ClaimForm(forms.Form):
    """A checkable statement, and the incident it is about."""

    text = forms.CharField(
        label="Statement",
        widget=forms.Textarea(attrs={"rows": 2, "autofocus": True}),
        help_text="One sentence that can be true or false.",
    )
    claimant = forms.CharField(
        required=False,
        max_length=300,
        help_text="Who makes it, by a name that the desk knows.",
    )
    incident = forms.ModelChoiceField(Incident.objects.all(), required=False)


class VerdictForm(forms.Form):
    """How a claim is rated, and why."""

    rating = forms.ModelChoiceField(Rating.objects.all())
    rationale = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 3}), help_text="In at least one sentence."
    )
    evidence = forms.CharField(
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="What the rating rests on, with addresses.",
    )


class AppearanceForm(forms.Form):
    """What a quote does with the claim."""

    quote = forms.IntegerField(min_value=1, widget=forms.HiddenInput)
    stance = forms.ChoiceField(choices=Appearance.Stance.choices)
