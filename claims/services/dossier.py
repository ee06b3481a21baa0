"""What a dossier says of one incident: people, articles with their marks, decisions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from claims.models import Article
from claims.services.decisions import Decisions, MarkAt
from claims.services.filing import ScopeKey
from claims.services.given import GivenFigure, GivenQuote, RejectedFigure, RejectedQuote
from claims.services.recording import Happening

AGENCY = "agency"


@dataclass(frozen=True, slots=True)
class Person:
    """A speaker by name, with the roles that a file gives: organisations by name too."""

    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    wikidata: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Role:
    """What somebody was, where and when."""

    organisation: str
    title: str
    from_on: dt.date | None = None
    until_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class House:
    """An outlet of which a file says more than its name."""

    name: str
    kind: str
    domain: str = ""
    family: str = ""


@dataclass(frozen=True, slots=True)
class FiledFigure:
    """A figure with the scope of the quantity that it belongs under, if it does."""

    figure: GivenFigure
    scope: ScopeKey | None


@dataclass(frozen=True, slots=True)
class Text:
    """One text that an article had."""

    text: str
    retrieved_at: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One article; ``key`` is what the file calls it. Its marks stand in ``text``.

    ``texts`` are all that it had, in order, that one among them.
    """

    key: str
    outlet: str
    headline: str
    text: str
    published_at: dt.datetime | None
    precision: str = Article.Precision.DAY
    byline: str = ""
    language: str = "en"
    url: str = ""
    agency: str = ""
    texts: tuple[Text, ...] = ()
    quotes: tuple[GivenQuote, ...] = ()
    figures: tuple[FiledFigure, ...] = ()
    rejected_quotes: tuple[RejectedQuote, ...] = ()
    rejected_figures: tuple[RejectedFigure, ...] = ()


@dataclass(frozen=True, slots=True)
class Carried:
    """That a figure carries another on, or corrects it."""

    figure: MarkAt
    of: MarkAt
    is_correction: bool = False


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything a file says of one incident; ``content`` is the file as it came.

    The chains in it name speakers, who are found or made before anything else.
    """

    happening: Happening
    people: tuple[Person, ...]
    parties: tuple[tuple[str, str], ...]
    articles: tuple[ArticleRow, ...]
    houses: tuple[House, ...] = ()
    parent: Happening | None = None
    carried: tuple[Carried, ...] = ()
    decisions: Decisions = field(default_factory=Decisions)
    content: Mapping[str, Any] = field(default_factory=dict)
