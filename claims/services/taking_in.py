"""Articles: taken in once, with every text they had."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from enum import StrEnum

from django.utils import timezone

from claims import policy
from claims.domain.addresses import forms_of
from claims.domain.copies import likeness
from claims.domain.text import normalise, sha256
from claims.errors import Incomplete
from claims.models import Article, Outlet, Revision, User
from claims.services import carrying, copying, logging, suggesting
from claims.services.acting import act
from claims.services.addresses import of_article
from claims.services.dating import possible
from claims.services.logging import Line


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A text as it was retrieved, with its bytes and what read them if there are any."""

    text: str
    retrieved_at: dt.datetime | None = None
    raw: bytes | None = None
    raw_type: str = ""
    extractor: str = ""


@dataclass(frozen=True, slots=True)
class Publication:
    """What is known of an article beside its text."""

    outlet: Outlet
    headline: str
    url: str = ""
    byline: str = ""
    published_at: dt.datetime | None = None
    published_precision: str = Article.Precision.MINUTE
    language: str = "en"
    agency: Outlet | None = None
    # Which of these were guessed from the file: the log keeps it for whoever doubts.
    guessed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a submission: the revision, and whether it is new here."""

    revision: Revision
    is_new_article: bool
    is_new_revision: bool
    # False where somebody said that another text is the same article.
    has_text: bool = True


class Kind(StrEnum):
    """What a text is to the articles that are here."""

    FOUND = "found"  # whatever its address and its words say it is
    APART = "apart"  # an article of its own, however alike
    COPY = "copy"  # an article of its own that carries another one
    REVISION = "revision"  # a newer text of another one
    SAME = "same"  # that article; there is nothing to store


@dataclass(frozen=True, slots=True)
class Becoming:
    """What somebody decided a text becomes, and which article that is about."""

    kind: Kind
    article: Article | None = None

    def __post_init__(self) -> None:
        is_about_another = self.kind in (Kind.COPY, Kind.REVISION, Kind.SAME)
        if is_about_another is not (self.article is not None):
            raise ValueError(f"{self.kind} with {self.article}")


FOUND = Becoming(Kind.FOUND)


@act
def become(
    snapshot: Snapshot, publication: Publication, becoming: Becoming, *, by: User
) -> Taken:
    """Take a text in as what somebody decided it is."""
    article = becoming.article
    if becoming.kind is Kind.FOUND:
        return add(snapshot, publication, by=by)
    if article is None:
        return add_apart(snapshot, publication, by=by)
    if becoming.kind is Kind.COPY:
        return add_copy(snapshot, publication, article, by=by)
    if becoming.kind is Kind.REVISION:
        return revise(article, snapshot, by=by)
    policy.require(policy.may_annotate(by), "take in articles")
    same = article.revisions.filter(sha256=sha256(normalise(snapshot.text))).first()
    known = same or article.revisions.latest()
    return Taken(
        known, is_new_article=False, is_new_revision=False, has_text=same is not None
    )


@act
def add(snapshot: Snapshot, publication: Publication, *, by: User) -> Taken:
    """Store an article and its text, with the engine's suggestions.

    The same address, or the same text of the same outlet, is the same article: a
    text that it does not have yet becomes its next revision.
    """
    taken = keep(snapshot, publication, by=by)
    if taken.is_new_revision:
        suggesting.refresh(taken.revision)
    return taken


@act
def keep(snapshot: Snapshot, publication: Publication, *, by: User) -> Taken:
    """Store an article as ``add`` does, without asking the engine.

    For a text whose marks come with it.
    """
    policy.require(policy.may_annotate(by), "take in articles")
    text = normalise(snapshot.text)
    url = of_article(publication.url)
    article = _known(text, url, publication.outlet)
    if article is None:
        return _new(snapshot, publication, by=by)
    _complete(article, url, by=by)
    return _revise(article, snapshot, by=by)


def _new(snapshot: Snapshot, publication: Publication, *, by: User) -> Taken:
    text = normalise(snapshot.text)
    if not text:
        raise Incomplete("The article has no text.")
    if publication.published_at is not None:
        possible(publication.published_at.date())
    headline = " ".join(publication.headline.split()) or _first_line(text)
    article = Article.objects.create(
        outlet=publication.outlet,
        agency=publication.agency,
        headline=headline[:500],
        byline=publication.byline[:300],
        url=of_article(publication.url),
        published_at=publication.published_at,
        published_precision=publication.published_precision,
        language=publication.language[:10],
        added_by=by,
    )
    after: dict[str, object] = {
        "headline": article.headline,
        "outlet": publication.outlet.name,
    }
    if publication.guessed:
        after["guessed"] = list(publication.guessed)
    logging.write(Line("article.taken_in", article, after=after), by=by)
    revision = _store(article, 1, text, snapshot)
    return Taken(revision, is_new_article=True, is_new_revision=True)


@act
def add_apart(snapshot: Snapshot, publication: Publication, *, by: User) -> Taken:
    """Store a text as an article of its own, though one with its words may be here."""
    policy.require(policy.may_annotate(by), "take in articles")
    taken = _new(snapshot, publication, by=by)
    suggesting.refresh(taken.revision)
    return taken


@act
def add_copy(
    snapshot: Snapshot, publication: Publication, original: Article, *, by: User
) -> Taken:
    """Store a text as an article of its own that carries another one.

    The agency behind the other one stands behind this one as well, unless another is
    named, so that what both say counts once.
    """
    is_agency = original.outlet.kind == Outlet.Kind.AGENCY
    behind = original.outlet if is_agency else original.agency
    agency = publication.agency or (None if behind == publication.outlet else behind)
    taken = add_apart(snapshot, replace(publication, agency=agency), by=by)
    alike = likeness(taken.revision.text, original.revisions.latest().text)
    copying.record(taken.revision.article, original, likeness=alike, by=by)
    return taken


@act
def revise(article: Article, snapshot: Snapshot, *, by: User) -> Taken:
    """Store a newer text of an article; a text that it had before changes nothing.

    The marks that stand in the newest revision are carried to the new one.
    """
    taken = _revise(article, snapshot, by=by)
    if taken.is_new_revision:
        suggesting.refresh(taken.revision)
    return taken


@act
def keep_revision(article: Article, snapshot: Snapshot, *, by: User) -> Taken:
    """Store a newer text as ``revise`` does, without asking the engine."""
    return _revise(article, snapshot, by=by)


def _revise(article: Article, snapshot: Snapshot, *, by: User) -> Taken:
    policy.require(policy.may_annotate(by), "take in articles")
    text = normalise(snapshot.text)
    if not text:
        raise Incomplete("The article has no text.")
    known = article.revisions.filter(sha256=sha256(text)).first()
    if known is not None:
        return Taken(known, is_new_article=False, is_new_revision=False)
    newest = article.revisions.order_by("-number").first()
    number = newest.number + 1 if newest else 1
    revision = _store(article, number, text, snapshot)
    line = Line("article.revised", article, after={"revision": number})
    logging.write(line, by=by)
    if newest is not None:
        carrying.carry(newest, revision, by=by)
    return Taken(revision, is_new_article=False, is_new_revision=True)


def _known(text: str, url: str, outlet: Outlet) -> Article | None:
    """Return the article of that address, or the outlet's with that very text.

    An address is the same with and without www, TLS or its last slash. A text that is
    printed at two addresses is two articles.
    """
    at_address = Article.objects.filter(url__in=forms_of(url)).order_by("pk")
    if url and (found := at_address.first()):
        return found
    same = outlet.articles.filter(revisions__sha256=sha256(text))
    return (same.filter(url="") if url else same).order_by("pk").first()


def _complete(article: Article, url: str, *, by: User) -> None:
    """Give an article that was pasted without one its address."""
    if not url or article.url:
        return
    article.url = url
    article.version += 1
    article.save(update_fields=["url", "version"])
    logging.write(Line("article.amended", article, {"url": ""}, {"url": url}), by=by)


def _store(article: Article, number: int, text: str, snapshot: Snapshot) -> Revision:
    return Revision.objects.create(
        article=article,
        number=number,
        text=text,
        sha256=sha256(text),
        retrieved_at=snapshot.retrieved_at or timezone.now(),
        raw=snapshot.raw,
        raw_type=snapshot.raw_type[:100],
        extractor=snapshot.extractor[:100],
    )


def _first_line(text: str) -> str:
    return text.split("\n", 1)[0][:200]
