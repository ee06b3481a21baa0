"""An incident brought in whole: people, articles with their marks, quantities."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from claims import policy
from claims.domain.bearers import kind_of
from claims.domain.spans import Span
from claims.models import Article, Figure, Incident, Outlet, Speaker, User
from claims.services import (
    comparing,
    filing,
    importing,
    logging,
    naming,
    recording,
    taking_in,
)
from claims.services.acting import act
from claims.services.annotating import Value
from claims.services.attributing import Chain, Source
from claims.services.filing import ScopeKey
from claims.services.importing import GivenFigure, GivenQuote
from claims.services.logging import Line
from claims.services.naming import RoleHeld
from claims.services.recording import Happening
from claims.services.taking_in import Publication, Snapshot

AGENCY = "agency"
FigureAt = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Person:
    """A speaker by name; ``roles`` are pairs of organisation and title."""

    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    roles: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Voices:
    """Who is said to have said it, by name or description, and through whom."""

    names: tuple[str, ...] = ()
    descriptor: str = ""
    via: tuple[str, ...] = ()
    mention: Span | None = None


@dataclass(frozen=True, slots=True)
class QuoteRow:
    span: Span
    kind: str
    voices: Voices
    cue: Span | None = None
    continues: bool = False
    said_at: dt.date | None = None


@dataclass(frozen=True, slots=True)
class FigureRow:
    span: Span
    value: Value
    voices: Voices
    scope: ScopeKey


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One article; ``key`` is what the file calls it."""

    key: str
    outlet: str
    headline: str
    text: str
    published_on: dt.date
    url: str = ""
    agency: str = ""
    quotes: tuple[QuoteRow, ...] = ()
    figures: tuple[FigureRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Carried:
    """That a figure carries another on, or corrects it."""

    figure: FigureAt
    of: FigureAt
    is_correction: bool = False


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything a file says of one incident; ``content`` is the file as it came."""

    happening: Happening
    people: tuple[Person, ...]
    parties: tuple[tuple[str, str], ...]
    articles: tuple[ArticleRow, ...]
    carried: tuple[Carried, ...] = ()
    content: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Assembled:
    """What became of a dossier."""

    incident: Incident
    is_new: bool
    marks: int


@act
def assemble(dossier: Dossier, *, by: User) -> Assembled:
    """Bring an incident in; what is here already is left as people made it.

    The same dossier twice changes nothing: articles, marks, speakers and quantities
    are found again, and a figure that was filed elsewhere since then stays there.
    """
    policy.require(policy.may_annotate(by), "take in dossiers")
    known = Incident.objects.filter(slug=dossier.happening.slug).first()
    if known is not None and (known.dossier or {}).get("file") == dossier.content:
        return Assembled(known, is_new=False, marks=0)
    assembly = _Assembly(dossier, by)
    assembly.incident = known or recording.add(dossier.happening, by=by)
    assembly.name_people()
    assembly.take_in_articles()
    assembly.carry()
    assembly.file()
    assembly.remember()
    return Assembled(assembly.incident, is_new=known is None, marks=assembly.marks)


class _Assembly:
    """One dossier on its way in."""

    incident: Incident

    def __init__(self, dossier: Dossier, by: User) -> None:
        self.dossier, self.by = dossier, by
        self.speakers: dict[str, Speaker] = {}
        self.articles: dict[str, Article] = {}
        self.figures: dict[FigureAt, Figure] = {}
        self.marks = 0

    def name_people(self) -> None:
        by_name = {person.name: person for person in self.dossier.people}
        parties = [name for name, _ in self.dossier.parties]
        for name in (*by_name, *(name for name in parties if name not in by_name)):
            person = by_name.get(name) or Person(name, kind_of(name))
            self.speakers[name] = self._speaker(person)
        for person in self.dossier.people:
            for organisation, title in person.roles:
                role = RoleHeld(self.speakers[organisation], title)
                naming.add_role(self.speakers[person.name], role, by=self.by)
        for name, side in self.dossier.parties:
            recording.add_party(self.incident, self.speakers[name], side=side, by=self.by)

    def _speaker(self, person: Person) -> Speaker:
        kind = Speaker.Kind.OUTLET.value if person.kind == AGENCY else person.kind
        found = naming.named(person.name)
        is_person = kind == Speaker.Kind.PERSON
        if found is None or (found.kind == Speaker.Kind.PERSON) != is_person:
            found = naming.add(person.name, kind=kind, by=self.by)
        for alias in person.aliases:
            naming.add_alias(found, alias, by=self.by)
        if person.kind == AGENCY and not Outlet.objects.filter(speaker=found).exists():
            naming.outlet(person.name, kind=Outlet.Kind.AGENCY, by=self.by)
        return found

    def take_in_articles(self) -> None:
        for row in self.dossier.articles:
            publication = Publication(
                outlet=naming.outlet(row.outlet, by=self.by),
                headline=row.headline,
                url=row.url,
                published_at=dt.datetime.combine(
                    row.published_on, dt.time(), tzinfo=dt.UTC
                ),
                published_precision=Article.Precision.DAY,
                agency=naming.outlet(row.agency, by=self.by) if row.agency else None,
            )
            taken = taking_in.keep(Snapshot(row.text), publication, by=self.by)
            self.articles[row.key] = taken.revision.article
            stored = importing.store(
                taken.revision,
                quotes=[self._quote(each) for each in row.quotes],
                figures=[self._figure(each) for each in row.figures],
                by=self.by,
            )
            self.marks += stored.made
            for number, figure in enumerate(stored.figures):
                if figure is not None:
                    self.figures[row.key, number] = figure

    def _quote(self, row: QuoteRow) -> GivenQuote:
        return GivenQuote(
            span=row.span,
            kind=row.kind,
            chain=self._chain(row.voices),
            cue=row.cue,
            continues=row.continues,
            said_at=row.said_at,
        )

    def _figure(self, row: FigureRow) -> GivenFigure:
        chain = self._chain(row.voices)
        return GivenFigure(row.span, row.value, chain)

    def _chain(self, voices: Voices) -> Chain:
        origins = [Source(speaker=self.speakers[name]) for name in voices.names]
        if voices.descriptor:
            origins.append(Source(descriptor=voices.descriptor))
        if origins and voices.mention is not None:
            first = origins[0]
            origins[0] = Source(
                speaker=first.speaker,
                descriptor=first.descriptor,
                mention=voices.mention,
            )
        relays = tuple(Source(speaker=self.speakers[name]) for name in voices.via)
        return Chain(tuple(origins), relays)

    def carry(self) -> None:
        """Say which figures carry others on, where nobody has said so yet."""
        traced = []
        for row in self.dossier.carried:
            figure, of = self.figures.get(row.figure), self.figures.get(row.of)
            if figure is None or of is None or figure.restates_id is not None:
                continue
            if goes_back_to(of, figure):
                continue
            figure.restates, figure.is_correction = of, row.is_correction
            figure.save(update_fields=["restates", "is_correction"])
            traced.append(figure)
        logging.write_all((_traced(figure) for figure in traced), by=self.by)
        # Those that were filed before are not compared when the others are filed.
        comparing.refresh_those_of(traced)

    def file(self) -> None:
        """File each figure that is under no quantity yet; compare each quantity once."""
        under: dict[ScopeKey, list[Figure]] = {}
        for at, figure in self.figures.items():
            if figure.quantity_id is None:
                under.setdefault(self._row(at).scope, []).append(figure)
        for scope, figures in under.items():
            quantity = filing.quantity(self.incident, scope, by=self.by)
            filing.file_all(figures, quantity, by=self.by)

    def _row(self, at: FigureAt) -> FigureRow:
        key, number = at
        article = next(row for row in self.dossier.articles if row.key == key)
        return article.figures[number]

    def remember(self) -> None:
        """Keep the file, and which article is which of its."""
        self.incident.dossier = {
            "file": self.dossier.content,
            "articles": {key: article.pk for key, article in self.articles.items()},
        }
        self.incident.save(update_fields=["dossier"])
        after = {"articles": len(self.articles), "marks": self.marks}
        line = Line("incident.assembled", self.incident, {}, after, "", self.incident)
        logging.write(line, by=self.by)


def goes_back_to(figure: Figure, source: Figure) -> bool:
    """Say whether a figure restates another, through any number of steps."""
    seen: set[int] = set()
    at: Figure | None = figure
    while at is not None and at.pk not in seen:
        if at.pk == source.pk:
            return True
        seen.add(at.pk)
        at = at.restates
    return False


def _traced(figure: Figure) -> Line:
    after = {"restates": str(figure.restates), "is_correction": figure.is_correction}
    return Line("figure.traced", figure, after=after)
