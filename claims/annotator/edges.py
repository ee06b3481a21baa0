"""The forms that put a mark on other words, of its own text or of a newer one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from claims.annotator.forms import ActForm, focus
from claims.domain import finding
from claims.errors import Incomplete, Misplaced
from claims.models import Revision, User
from claims.queries.revisions import LeftBehind
from claims.services import annotating, carrying
from claims.services.annotating import Row


class EdgesForm(ActForm):
    """Move the edges of a mark: by its words, or by two places in the text."""

    title = gettext_noop("Which words it stands on")
    first = "words"
    wants_a_reason = True
    words = forms.CharField(
        label=_("The words, as they stand in the text"),
        widget=forms.Textarea({"rows": 3}),
        strip=True,
        required=False,
    )
    start = forms.IntegerField(required=False, widget=forms.HiddenInput)
    end = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, row: Row, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(row, data)
        # An edge that was dragged has its words; what is missing is why.
        if "why" in self.fields and self.data.get("start"):
            del self.fields["words"].widget.attrs["autofocus"]
            focus(self, "why")

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
        annotating.amend_span(
            self.row, span, version=self.version_read, by=by, reason=self.why
        )


class ResolveForm(ActForm):
    """Put a mark that was left behind on its words in the newest text."""

    title = gettext_noop("Where the words are now")
    button = gettext_noop("Move the mark")
    first = "words"
    words = forms.CharField(
        label=_("The words, as they stand in the newest text"),
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
