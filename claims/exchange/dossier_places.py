"""Where each row of an incident stands in its dossier."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from claims.models import Article, Figure, Quote, Revision

At = tuple[str, int]


@dataclass(slots=True)
class Places:
    """Articles by their keys, in the order of the file, with the marks of each."""

    articles: dict[str, Article] = field(default_factory=dict)
    revisions: dict[str, Revision] = field(default_factory=dict)
    quotes: dict[str, Sequence[Quote]] = field(default_factory=dict)
    figures: dict[str, Sequence[Figure]] = field(default_factory=dict)
    of_quote: dict[int, At] = field(default_factory=dict)
    of_figure: dict[int, At] = field(default_factory=dict)

    def add(
        self,
        key: str,
        article: Article,
        revision: Revision,
        quotes: Iterable[Quote],
        figures: Iterable[Figure],
    ) -> None:
        self.articles[key], self.revisions[key] = article, revision
        self.quotes[key], self.figures[key] = list(quotes), list(figures)
        of_quote, of_figure = _at(key, self.quotes[key]), _at(key, self.figures[key])
        self.of_quote |= of_quote
        self.of_figure |= of_figure

    def order(self, at: Sequence[Any]) -> tuple[int, int]:
        """Return what puts marks in the order of the file."""
        return list(self.articles).index(at[0]), at[1]


def _at(key: str, rows: Sequence[Quote] | Sequence[Figure]) -> dict[int, At]:
    return {row.pk: (key, number) for number, row in enumerate(rows)}
