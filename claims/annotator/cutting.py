"""The forms that cut a quote in two, and make two quotes one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from claims.annotator.forms import ActForm
from claims.errors import Incomplete, Misplaced
from claims.models import Quote, User
from claims.services import cutting
from claims.services.annotating import Row

BAR = "|"


class QuoteActForm(ActForm):
    """A form about a quote, and never about a figure."""

    def __init__(self, row: Row, data: Mapping[str, Any] | None = None) -> None:
        if not isinstance(row, Quote):
            raise TypeError("only quotes are cut and joined")
        self.quote = row
        super().__init__(row, data)


class SplitForm(QuoteActForm):
    """Cut a quote in two."""

    title = gettext_noop("Split the quote")
    button = gettext_noop("Split")
    first = "words"
    words = forms.CharField(
        label=_("The words, with a bar where the second part begins"),
        widget=forms.Textarea({"rows": 4}),
    )

    def shown(self) -> dict[str, Any]:
        return {"words": self.quote.exact}

    def perform(self, *, by: User) -> None:
        words = self.cleaned_data["words"].replace("\r\n", "\n")
        if words.count(BAR) != self.quote.exact.count(BAR) + 1:
            raise Incomplete(f"Put one {BAR} where the second part begins.")
        bars = (at for at, typed in enumerate(words) if typed == BAR)
        places = [at for at in bars if words[:at] + words[at + 1 :] == self.quote.exact]
        if not places:
            raise Misplaced("Only the bar may be added; the words are as printed.")
        at = self.quote.start + places[0]
        cutting.split(self.quote, at, version=self.version_read, by=by)


class JoinForm(QuoteActForm):
    """Make one quote of two."""

    title = gettext_noop("Join with the quote that follows")
    button = gettext_noop("Join")
    with_ = forms.ModelChoiceField(Quote.objects.none(), label=_("With"), empty_label=None)

    def __init__(self, row: Row, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(row, data)
        following = row.revision.quotes.filter(start__gte=row.start).exclude(pk=row.pk)
        field = self.fields["with_"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = following.exclude(status=Quote.Status.REJECTED)

    def shown(self) -> dict[str, Any]:
        return {}

    def perform(self, *, by: User) -> None:
        following = self.cleaned_data["with_"]
        cutting.join(self.quote, following, version=self.version_read, by=by)
