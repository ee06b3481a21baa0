"""Figures as the pages show them: in their words, with who said them and what became."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext

from claims.domain import figures as domain
from claims.models import Figure, Reliance, Settlement
from claims.models.words import in_line
from claims.queries import evidence, quantity_excerpts
from claims.queries.evidence import Evidence
from claims.queries.quantity_excerpts import Excerpt


@dataclass(frozen=True, slots=True)
class Entry:
    """One figure as the page shows it."""

    row: Figure
    value: domain.Figure
    excerpt: Excerpt
    is_live: bool
    superseded_by: Figure | None = None
    treated: Reliance | None = None
    is_misquote: bool = False

    @property
    def speaker(self) -> str:
        attribution = self.row.attribution
        if attribution is None or attribution.voice == attribution.Voice.OWN:
            return f"{self.row.revision.article.outlet} itself"
        named = "; ".join(link.label for link in attribution.origins)
        return named or gettext("Unnamed source")

    @property
    def speaker_pk(self) -> int | None:
        """Return the speaker to link to, when one alone is named."""
        attribution = self.row.attribution
        named = evidence.origin_ids(attribution)
        return named[0] if len(named) == 1 else None

    @property
    def via(self) -> str:
        return self.row.attribution.via if self.row.attribution else ""

    @property
    def voice(self) -> str:
        """Say how the words came: a quotation, a report of them, or the outlet's own."""
        if self.row.quote is not None:
            kind = in_line(self.row.quote.get_kind_display())
            return gettext("%(kind)s quote") % {"kind": kind}
        attribution = self.row.attribution
        is_own = attribution is None or attribution.voice == attribution.Voice.OWN
        return gettext("own voice") if is_own else gettext("paraphrase")


def entries_of(known: Evidence, treated_by: Settlement | None = None) -> dict[str, Entry]:
    """Return the figures of a quantity as its page shows them, by key.

    ``treated_by`` is the settlement that says which it relies on and which not.
    """
    excerpts = quantity_excerpts.around(known.rows)
    reliances = treated_by.rests_on.all() if treated_by is not None else ()
    return _entries(known, excerpts, {row.figure_id: row for row in reliances})


def entries_of_each(several: Sequence[Evidence]) -> dict[str, Entry]:
    """Return the figures of several quantities, at the cost of one."""
    excerpts = quantity_excerpts.around(row for known in several for row in known.rows)
    found: dict[str, Entry] = {}
    for known in several:
        found |= _entries(known, excerpts, {})
    return found


def _entries(
    known: Evidence, excerpts: Mapping[int, Excerpt], treated: Mapping[int, Reliance]
) -> dict[str, Entry]:
    live = {figure.id for figure in known.live}
    values = {figure.id: figure for figure in known.figures}
    return {
        value.id: Entry(
            row=known.row_of[value.id],
            value=value,
            excerpt=excerpts[int(value.id)],
            is_live=value.id in live,
            superseded_by=_successor(value, known) if value.id not in live else None,
            treated=treated.get(int(value.id)),
            is_misquote=_is_misquote(value, values),
        )
        for value in known.figures
    }


def _is_misquote(value: domain.Figure, values: Mapping[str, domain.Figure]) -> bool:
    """Say whether a figure carries another one on with a number it cannot mean."""
    source = values.get(value.derived_from or "")
    if source is None or source.hard is None or value.hard is None:
        return False
    return source.hard.is_apart_from(value.hard)


def _successor(value: domain.Figure, known: Evidence) -> Figure | None:
    later = [
        other
        for other in known.live
        if other.speakers == value.speakers
        and other.as_of is not None
        and value.as_of is not None
        and value.as_of.is_before(other.as_of)
    ]
    return known.row_of[later[-1].id] if later else None
