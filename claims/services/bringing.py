"""The tray: what was brought is looked at there before it is taken in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils import timezone

from claims import policy
from claims.domain.documents import Document
from claims.domain.text import normalise, sha256
from claims.errors import AlreadyDecided, Incomplete
from claims.models import Article, Outlet, TrayItem, User
from claims.queries import likenesses
from claims.queries.likenesses import Text
from claims.services import naming, taking_in
from claims.services.acting import act
from claims.services.addresses import LONGEST_URL
from claims.services.taking_in import Becoming, Publication, Snapshot, Taken

MOST_ITEMS = 300
KEPT = dt.timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Brought:
    """Something brought: what was read there, or why nothing could be."""

    place: str
    document: Document | None = None
    refusal: str = ""
    # Where it can be fetched, if it was only mentioned.
    url: str = ""


def bring(brought: Iterable[Brought], *, by: User) -> list[TrayItem]:
    """Lay things into somebody's tray; nothing of it is an article yet.

    What a known outlet's domain tells is not guessed any more. Whatever has lain there
    for two weeks goes, whoever's it is.
    """
    policy.require(policy.may_annotate(by), "take in articles")
    items = _items(list(brought), by=by)
    texts = [Text(each.text, published_at=each.published_at) for each in items]
    for item, near in zip(items, likenesses.near_to(texts), strict=True):
        item.alike = [[pk, round(share, 3)] for pk, share in near.items()]
    return _lay(items, by=by)


@act
def _lay(items: list[TrayItem], *, by: User) -> list[TrayItem]:
    TrayItem.objects.filter(brought_at__lt=timezone.now() - KEPT).delete()
    there = by.tray_items.count()
    if there + len(items) > MOST_ITEMS:
        raise Incomplete(
            f"A tray holds {MOST_ITEMS}; {there} lie there and {len(items)} came. "
            "Take in or discard some first, or take files in by command."
        )
    return TrayItem.objects.bulk_create(items)


def _items(brought: Sequence[Brought], *, by: User) -> list[TrayItem]:
    domains = {each.document.domain for each in brought if each.document} - {""}
    outlets = dict(Outlet.objects.filter(domain__in=domains).values_list("domain", "name"))
    return [_item(each, outlets, by=by) for each in brought]


def _item(brought: Brought, outlets: dict[str, str], *, by: User) -> TrayItem:
    document = brought.document
    text = normalise(document.text) if document else ""
    if document is None or not text:
        return TrayItem(
            owner=by,
            place=brought.place[:500],
            url=brought.url[:LONGEST_URL],
            status=TrayItem.Status.REFUSED,
            refusal=brought.refusal or "There is no text in it.",
        )
    known = outlets.get(document.domain)
    return TrayItem(
        owner=by,
        place=brought.place[:500],
        text=text,
        sha256=sha256(text),
        raw=document.raw or None,
        raw_type=document.raw_type[:100],
        extractor=document.extractor[:100],
        retrieved_at=document.retrieved_at or timezone.now(),
        outlet=(known or document.outlet)[:200],
        headline=document.headline[:500],
        byline=document.byline[:300],
        url=document.url if len(document.url) <= LONGEST_URL else "",
        published_at=document.published_at,
        published_precision=_precision(document),
        language=document.language[:10],
        guessed=sorted(document.guessed - ({"outlet"} if known else set())),
    )


@act
def take_in(item: TrayItem, becoming: Becoming, *, by: User) -> Taken:
    """Take in what lies in a tray as it was read."""
    if not item.outlet:
        raise Incomplete(f"{item.place} does not say who published it.")
    publication = publication_of(item.document, outlet=naming.outlet(item.outlet, by=by))
    taken = taking_in.become(snapshot_of(item.document), publication, becoming, by=by)
    put_away(item, taken, by=by)
    return taken


@act
def put_away(item: TrayItem, taken: Taken, *, by: User) -> None:
    """Note what became of a thing in the tray; a thing is taken in once."""
    status = TrayItem.Status.KNOWN
    if taken.is_new_article:
        status = TrayItem.Status.ARTICLE
    elif taken.is_new_revision:
        status = TrayItem.Status.REVISION
    waiting = by.tray_items.waiting().filter(pk=item.pk)
    # The revision has the bytes now.
    if not waiting.update(status=status, revision=taken.revision, raw=None):
        raise AlreadyDecided(f"{item.place} was taken in or discarded in the meantime.")
    item.refresh_from_db(fields=["status", "revision"])


@act
def discard(items: Iterable[TrayItem], *, by: User) -> int:
    """Take things out of somebody's own tray; return how many were there."""
    discarded, _ = by.tray_items.filter(pk__in=[item.pk for item in items]).delete()
    return discarded


def publication_of(document: Document, *, outlet: Outlet) -> Publication:
    """Return what a document says of itself, as it is stored."""
    return Publication(
        outlet=outlet,
        headline=document.headline,
        url=document.url,
        byline=document.byline,
        published_at=document.published_at,
        published_precision=_precision(document),
        language=document.language or "en",
        guessed=tuple(sorted(document.guessed)),
    )


def _precision(document: Document) -> str:
    precision = Article.Precision
    return precision.DAY if document.is_day_only else precision.MINUTE


def snapshot_of(document: Document) -> Snapshot:
    return Snapshot(
        document.text,
        retrieved_at=document.retrieved_at or timezone.now(),
        raw=document.raw or None,
        raw_type=document.raw_type,
        extractor=document.extractor,
    )
