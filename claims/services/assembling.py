"""An incident brought in whole: people, articles with their marks, quantities."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from claims import policy
from claims.domain.bearers import kind_of
from claims.models import (
    Article,
    Figure,
    Incident,
    Outlet,
    Quote,
    Revision,
    Speaker,
    User,
)
from claims.services import (
    cataloguing,
    comparing,
    filing,
    importing,
    logging,
    naming,
    recording,
    restoring,
    taking_in,
)
from claims.services.acting import act
from claims.services.attributing import Chain
from claims.services.decisions import Decisions, MarkAt
from claims.services.dossier import (
    AGENCY,
    ArticleRow,
    Dossier,
    FiledFigure,
    House,
    Person,
    Text,
)
from claims.services.filing import ScopeKey
from claims.services.given import GivenFigure
from claims.services.logging import Line
from claims.services.naming import RoleHeld
from claims.services.restoring import Here
from claims.services.taking_in import Publication, Snapshot

Mark = TypeVar("Mark", Quote, Figure)


@dataclass(frozen=True, slots=True)
class Assembled:
    """What became of a dossier; ``decisions`` are the rows that people had decided."""

    incident: Incident
    is_new: bool
    marks: int
    decisions: int = 0


@act
def assemble(dossier: Dossier, *, by: User) -> Assembled:
    """Bring an incident in; what is here already is left as people made it.

    The same dossier twice changes nothing: articles, marks, speakers and quantities
    are found again, and a figure that was filed elsewhere since then stays there.
    """
    policy.require(policy.may_annotate(by), "take in dossiers")
    known = Incident.objects.filter(slug=dossier.happening.slug).first()
    if known is not None and _is_taken_in(dossier, known):
        return Assembled(known, is_new=False, marks=0)
    assembly = _Assembly(dossier, by)
    assembly.incident = known or _record(dossier, by=by)
    assembly.name_people()
    assembly.take_in_articles()
    assembly.carry()
    assembly.file()
    assembly.remember()
    decided = restoring.restore(dossier.decisions, assembly.here(), by=by)
    return Assembled(assembly.incident, known is None, assembly.marks, decided)


def _is_taken_in(dossier: Dossier, incident: Incident) -> bool:
    kept = incident.dossier or {}
    is_whole = kept.get("is_decided", False) or dossier.decisions == Decisions()
    return kept.get("file") == dossier.content and is_whole


def _record(dossier: Dossier, *, by: User) -> Incident:
    """Record the incident, under the larger one that it is part of."""
    parent = None
    if dossier.parent is not None:
        parent = Incident.objects.filter(slug=dossier.parent.slug).first()
        parent = parent or recording.add(dossier.parent, by=by)
    return recording.add(replace(dossier.happening, parent=parent), by=by)


class _Assembly:
    """One dossier on its way in."""

    incident: Incident

    def __init__(self, dossier: Dossier, by: User) -> None:
        self.dossier, self.by = dossier, by
        self.speakers: dict[str, Speaker] = {}
        self.articles: dict[str, Article] = {}
        self.quotes: dict[MarkAt, Quote] = {}
        self.figures: dict[MarkAt, Figure] = {}
        self.marks = 0

    def here(self) -> Here:
        return Here(self.incident, self.speakers, self.articles, self.quotes, self.figures)

    def name_people(self) -> None:
        by_name = {person.name: person for person in self.dossier.people}
        parties = [name for name, _ in self.dossier.parties]
        for name in (*by_name, *(name for name in parties if name not in by_name)):
            person = by_name.get(name) or Person(name, kind_of(name))
            self.speakers[name] = self._speaker(person)
        for person in self.dossier.people:
            for role in person.roles:
                organisation = self.speakers[role.organisation]
                held = RoleHeld(organisation, role.title, role.from_on, role.until_on)
                naming.add_role(self.speakers[person.name], held, by=self.by)
        for name, side in self.dossier.parties:
            recording.add_party(self.incident, self.speakers[name], side=side, by=self.by)
        for house in self.dossier.houses:
            self._house(house)

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
        self._complete(found, person)
        return found

    def _complete(self, speaker: Speaker, person: Person) -> None:
        """Add what the file knows of a speaker and this desk does not."""
        given = {"wikidata": person.wikidata, "note": person.note}
        taken = Speaker.objects.standing().filter(wikidata=person.wikidata)
        if person.wikidata and taken.exists():
            given["wikidata"] = ""
        columns = {
            name: value
            for name, value in given.items()
            if value and not getattr(speaker, name)
        }
        if columns:
            naming.amend(speaker, version=speaker.version, by=self.by, **columns)

    def _house(self, house: House) -> None:
        known = Outlet.objects.filter(name__iexact=house.name).first()
        if known is not None and known.kind != Outlet.Kind.AGENCY:
            return
        outlet = naming.outlet(house.name, kind=house.kind, domain=house.domain, by=self.by)
        if house.domain and not outlet.domain:
            cataloguing.amend_outlet(outlet, by=self.by, domain=house.domain)
        if house.family and outlet.family is None:
            family = naming.outlet(house.family, by=self.by)
            cataloguing.amend_outlet(outlet, by=self.by, family=family)

    def take_in_articles(self) -> None:
        for row in self.dossier.articles:
            revision = self._revision(row)
            self.articles[row.key] = revision.article
            stored = importing.store(
                revision,
                quotes=[
                    replace(each, chain=self._chain(each.chain)) for each in row.quotes
                ],
                figures=[self._figure(each.figure) for each in row.figures],
                by=self.by,
            )
            self.marks += stored.made
            self.quotes |= _placed(row.key, stored.quotes)
            self.figures |= _placed(row.key, stored.figures)
            importing.reject(
                revision,
                quotes=row.rejected_quotes,
                figures=row.rejected_figures,
                by=self.by,
            )

    def _revision(self, row: ArticleRow) -> Revision:
        """Take in every text of an article; return the one that its marks stand in."""
        publication = Publication(
            outlet=naming.outlet(row.outlet, by=self.by),
            headline=row.headline,
            url=row.url,
            byline=row.byline,
            published_at=row.published_at,
            published_precision=row.precision,
            language=row.language,
            agency=naming.outlet(row.agency, by=self.by) if row.agency else None,
        )
        first, *later = row.texts or (Text(row.text),)
        snapshot = Snapshot(first.text, first.retrieved_at)
        found = taking_in.keep(snapshot, publication, by=self.by).revision
        for each in later:
            snapshot = Snapshot(each.text, each.retrieved_at)
            taken = taking_in.keep_revision(found.article, snapshot, by=self.by)
            found = taken.revision if each.text == row.text else found
        return found

    def _figure(self, figure: GivenFigure) -> GivenFigure:
        return replace(figure, chain=self._chain(figure.chain))

    def _chain(self, chain: Chain) -> Chain:
        """Tie the names of a chain to the speakers that the file means."""
        origins, relays = (
            tuple(
                replace(each, speaker=self.speakers[each.name], name="")
                if each.name
                else each
                for each in part
            )
            for part in (chain.origins, chain.relays)
        )
        return replace(chain, origins=origins, relays=relays)

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
            scope = self._row(at).scope
            if figure.quantity_id is None and scope is not None:
                under.setdefault(scope, []).append(figure)
        for scope, figures in under.items():
            quantity = filing.quantity(self.incident, scope, by=self.by)
            filing.file_all(figures, quantity, by=self.by)

    def _row(self, at: MarkAt) -> FiledFigure:
        key, number = at
        article = next(row for row in self.dossier.articles if row.key == key)
        return article.figures[number]

    def remember(self) -> None:
        """Keep the file, and which article is which of its."""
        self.incident.dossier = {
            "file": self.dossier.content,
            "articles": {key: article.pk for key, article in self.articles.items()},
            "is_decided": self.dossier.decisions != Decisions(),
        }
        self.incident.save(update_fields=["dossier"])
        after = {"articles": len(self.articles), "marks": self.marks}
        line = Line("incident.assembled", self.incident, {}, after, "", self.incident)
        logging.write(line, by=self.by)


def _placed(key: str, rows: Iterable[Mark | None]) -> dict[MarkAt, Mark]:
    return {(key, number): row for number, row in enumerate(rows) if row is not None}


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
