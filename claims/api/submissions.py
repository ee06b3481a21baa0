"""Articles as other systems send them: a text, a page, or an address."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from claims.api import fields
from claims.api.acting import Given
from claims.domain.documents import Document
from claims.errors import Incomplete, Unreadable
from claims.intake import fetching, files
from claims.intake.documents import MOST_CHARACTERS, domain_of
from claims.models import Article, Outlet, User
from claims.outward.sending import PUBLIC, Rules
from claims.services import naming
from claims.services.taking_in import Publication, Snapshot

Pair = tuple[Snapshot, Publication]


class Known(serializers.Serializer[Any]):
    """What whoever sends an article knows of it; a page may say the rest itself."""

    outlet = fields.text(200)
    headline = fields.text(500)
    byline = fields.text(300)
    published_at = serializers.DateTimeField(required=False, allow_null=True, default=None)
    published_precision = fields.choice(Article.Precision.choices, "")
    language = fields.text(10)
    agency = fields.text(200)


class NewText(serializers.Serializer[Any]):
    """A text, or the page that holds it."""

    text = serializers.CharField(
        required=False,
        allow_blank=True,
        default="",
        max_length=MOST_CHARACTERS,
        trim_whitespace=False,
    )
    html = serializers.CharField(
        required=False,
        allow_blank=True,
        default="",
        max_length=5 * MOST_CHARACTERS,
        trim_whitespace=False,
    )
    retrieved_at = serializers.DateTimeField(required=False, allow_null=True, default=None)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if bool(attrs["text"].strip()) == bool(attrs["html"].strip()):
            raise serializers.ValidationError("Send either the text or the html.")
        return attrs


class Submission(NewText, Known):
    """An article: its text or its page, and what is known of it."""

    url = fields.text(2000)


class Address(Known):
    """Where an article stands."""

    url = serializers.CharField(max_length=2000)


def submitted(given: Given, *, by: User) -> Pair:
    """Return what is to be stored of an article that was sent."""
    if given["text"].strip():
        return snapshot_of(given), _publication(given, None, by=by)
    document = files.read(given["html"].encode())
    return _snapshot(document, given), _publication(given, document, by=by)


def fetched(given: Given, *, by: User, rules: Rules = PUBLIC) -> Pair:
    """Fetch what stands at an address; return what is to be stored of it."""
    page = fetching.fetch(given["url"], rules=rules)
    documents = [document for _, document in fetching.documents(page)]
    if len(documents) != 1:
        raise Unreadable(
            f"There are {len(documents)} articles at {page.url[:200]}: "
            "send the address of one, or take in the feed by command."
        )
    (document,) = documents
    known = given | {"url": document.url}
    return _snapshot(document, known), _publication(known, document, by=by)


def snapshot_of(given: Given) -> Snapshot:
    """Return the text that was sent, or the one in the page that was."""
    if given["text"].strip():
        return Snapshot(given["text"], retrieved_at=given["retrieved_at"])
    return _snapshot(files.read(given["html"].encode()), given)


def _snapshot(document: Document, given: Given) -> Snapshot:
    return Snapshot(
        document.text,
        given.get("retrieved_at") or document.retrieved_at,
        document.raw,
        document.raw_type,
        document.extractor,
    )


def _publication(given: Given, document: Document | None, *, by: User) -> Publication:
    """Return what was said of an article, and after that what its page says."""
    said = _said(given)
    found = _found(document, given["url"]) if document is not None else {}
    known = found | said
    if not known.get("outlet"):
        raise Incomplete("Name the outlet that published it.")
    guessed = document.guessed if document is not None else frozenset()
    typed = {"published" if name == "published_at" else name for name in said}
    agency = known.pop("agency", "")
    return Publication(
        outlet=naming.outlet(known.pop("outlet"), by=by),
        agency=naming.outlet(agency, kind=Outlet.Kind.AGENCY, by=by) if agency else None,
        headline=known.pop("headline", ""),
        guessed=tuple(sorted(guessed - typed)),
        **known,
    )


def _said(given: Given) -> dict[str, Any]:
    names = (
        *("outlet", "headline", "byline", "url", "language", "agency"),
        *("published_at", "published_precision"),
    )
    return {name: given[name] for name in names if given[name]}


def _found(document: Document, url: str) -> dict[str, Any]:
    day, minute = Article.Precision.DAY, Article.Precision.MINUTE
    found = {
        "outlet": _outlet(document, domain_of(url) or document.domain),
        "headline": document.headline,
        "byline": document.byline,
        "url": document.url,
        "published_at": document.published_at,
        "published_precision": day if document.is_day_only else minute,
        "language": document.language,
    }
    return {name: value for name, value in found.items() if value}


def _outlet(document: Document, domain: str) -> str:
    """Return the outlet of the page's domain if the desk knows it, else what it says."""
    known = Outlet.objects.filter(domain=domain).exclude(domain="").first()
    return known.name if known is not None else document.outlet
