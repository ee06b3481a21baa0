"""A card as the annotator shows it: the mark, and where its buttons lead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b

from django.urls import reverse
from django.utils.translation import gettext

from claims.queries.annotating import Card


def state_of(*shown: object) -> str:
    """Return a short string that is another one when something else is shown."""
    return blake2b(repr(shown).encode(), digest_size=6).hexdigest()


@dataclass(frozen=True, slots=True)
class Act:
    """A form that can be opened for a mark, and its key."""

    words: str
    url: str
    key: str = ""
    is_quiet: bool = False


@dataclass(frozen=True)
class ShownCard:
    """A card of one revision with its addresses."""

    card: Card
    revision_pk: int

    @cached_property
    def state(self) -> str:
        """What tells the card from itself as it was, or will be."""
        return state_of(*self.card.told)

    @property
    def accept_url(self) -> str:
        return self._address("accept")

    @property
    def reject_url(self) -> str:
        return self._address("reject")

    @property
    def file_as_proposed_url(self) -> str:
        key = [self.revision_pk, self.card.row.pk]
        return reverse("admin:annotate_file_as_proposed", args=key)

    @property
    def history_url(self) -> str:
        return reverse(f"admin:claims_{self.card.what}_history", args=[self.card.row.pk])

    @property
    def acts(self) -> Iterator[Act]:
        """The forms that fit the mark as it is."""
        row, figure = self.card.row, self.card.figure
        yield Act(gettext("Speaker"), self._address("speaker"), "s")
        if figure is not None:
            yield Act(gettext("Amend"), self._address("value"), "e")
        else:
            yield Act(gettext("Kind"), self._address("kind"), "e")
        if figure is not None and figure.is_accepted:
            words = gettext("File") if figure.quantity_id is None else gettext("Move")
            yield Act(words, self._address("file"), "f")
        yield Act(gettext("Words"), self._address("edges"), "w", is_quiet=True)
        if figure is None and row.attribution_id is not None:
            yield Act(gettext("Split"), self._address("split"), "x", is_quiet=True)
            yield Act(gettext("Join"), self._address("join"), "+", is_quiet=True)
        if not row.is_suggested:
            yield Act(gettext("Reopen"), self._address("reopen"), "o", is_quiet=True)

    def _address(self, act: str) -> str:
        key = [self.revision_pk, self.card.what, self.card.row.pk]
        return reverse(f"admin:annotate_{act}", args=key)
