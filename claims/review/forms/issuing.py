"""The form that asks for a token."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from claims.review.forms.bare import BareForm
from claims.services.issuing import LONGEST, Wish

_SCOPES = [
    ("annotate", _("annotate: take articles in, mark, decide and file")),
    ("review", _("review: compare, settle, rate and comment")),
    ("export", _("export: take dossiers, annotations and figures out as files")),
    ("subscribe", _("subscribe: keep webhooks, as a lead")),
]


class TokenForm(BareForm):
    """What a token is for, what it may do beside reading, and for how long."""

    name = forms.CharField(
        label=_("What it is for"),
        max_length=100,
        help_text=_("The system that will use it, as in “nightly import”."),
    )
    scopes = forms.MultipleChoiceField(
        label=_("What it may do beside reading"),
        choices=_SCOPES,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Never more than your own role allows."),
    )
    days = forms.IntegerField(
        label=_("Days until it runs out"), min_value=1, max_value=LONGEST, initial=90
    )

    @property
    def wish(self) -> Wish:
        given = self.cleaned_data
        return Wish(given["name"], frozenset(given["scopes"]), given["days"])
