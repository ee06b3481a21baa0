"""ClaimReview of others: one, a list, a feed, or those in a web page."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from typing import Any

from claims.domain.text import normalise
from claims.errors import Unreadable
from claims.services.addresses import of_article
from claims.services.borrowing import GivenVerdict

_DEEPEST = 20  # lists in lists
# Where a document keeps the nodes that it is about.
_INSIDE = ("@graph", "dataFeedElement", "item", "itemListElement", "mainEntity")


def read(raw: bytes, *, name: str) -> Iterator[tuple[int, GivenVerdict | Unreadable]]:
    """Yield each review in a file with its number, or what is wrong with it.

    Refuses a file in which there is none.
    """
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as broken:
        raise Unreadable(f"{name}: byte {broken.start} is not UTF-8.") from broken
    number = 0
    for number, node in enumerate(_reviews(_content(text, name)), start=1):
        try:
            yield number, _verdict(node)
        except Unreadable as refusal:
            yield number, refusal
    if not number:
        raise Unreadable(f"{name}: there is no ClaimReview in it.")


def _content(text: str, name: str) -> list[Any]:
    """Return the documents in a file: the file itself, or what its page holds."""
    if not text.lstrip().startswith("<"):
        return [_json(text, name)]
    page = _Page()
    page.feed(text)
    page.close()
    return [
        _json(script, f"{name}, JSON-LD {number}")
        for number, script in enumerate(page.scripts, start=1)
    ]


def _json(text: str, name: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as broken:
        lines = text.splitlines()
        if len(lines) > 1 and lines[0].rstrip().endswith("}"):
            # What the command prints has one object a line.
            return [
                _json(line, f"{name}, line {at}")
                for at, line in enumerate(lines, start=1)
                if line.strip()
            ]
        raise Unreadable(
            f"{name}, line {broken.lineno}: not JSON, {broken.msg}."
        ) from broken
    except (ValueError, RecursionError) as broken:
        raise Unreadable(f"{name}: JSON that is too large or too deep.") from broken


class _Page(HTMLParser):
    """Collects the JSON-LD of a web page."""

    def __init__(self) -> None:
        super().__init__()
        self.scripts: list[str] = []
        self._is_inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kind = (dict(attrs).get("type") or "").partition(";")[0].strip().lower()
        self._is_inside = tag == "script" and kind == "application/ld+json"
        if self._is_inside:
            self.scripts.append("")

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002  the parser's own signature
        self._is_inside = False

    def handle_data(self, data: str) -> None:
        if self._is_inside:
            self.scripts[-1] += data


def _reviews(node: Any, depth: int = 0) -> Iterator[Mapping[str, Any]]:
    """Yield the reviews in a document, however it holds them, in order."""
    if depth > _DEEPEST:
        return
    if isinstance(node, list):
        for each in node:
            yield from _reviews(each, depth + 1)
    elif isinstance(node, dict):
        if "ClaimReview" in _listed(node.get("@type")):
            yield node
            return
        for name in _INSIDE:
            yield from _reviews(node.get(name), depth + 1)


def _verdict(node: Mapping[str, Any]) -> GivenVerdict:
    claim = _words(node.get("claimReviewed"))
    if not claim:
        raise Unreadable("claimReviewed is missing.")
    publisher = _name(node.get("author")) or _name(node.get("publisher"))
    if not publisher:
        raise Unreadable("Neither author nor publisher says who reviewed it.")
    rating = _first(node.get("reviewRating"))
    words = _rating_words(rating)
    if not words:
        raise Unreadable("reviewRating says nothing.")
    url = of_article(_words(node.get("url")))
    if not url:
        raise Unreadable("url is missing.")
    return GivenVerdict(
        claim=claim,
        publisher=publisher,
        rating=words,
        url=url,
        value=_place(rating),
        claimant=_name(_first(node.get("itemReviewed")).get("author")),
        reviewed_on=_day(node.get("datePublished")),
    )


def _rating_words(rating: Mapping[str, Any]) -> str:
    """Return the rating as its publisher prints it."""
    for name in ("alternateName", "name", "ratingValue"):
        words = _words(rating.get(name))
        if words:
            return words
    return ""


def _place(rating: Mapping[str, Any]) -> float | None:
    """Return where a rating stands between the ends that its scale says it has."""
    value, worst, best = (
        _number(rating.get(name)) for name in ("ratingValue", "worstRating", "bestRating")
    )
    if value is None or worst is None or best is None or best == worst:
        return None
    place = (value - worst) / (best - worst)
    return place if 0 <= place <= 1 else None


def _number(value: Any) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        found = float(value)
    except ValueError:
        return None
    return found if abs(found) < 10**9 else None


def _words(value: Any) -> str:
    """Return a text, of a list the first, of a translated one its words."""
    first = _listed(value)[0] if _listed(value) else None
    if isinstance(first, dict):
        first = first.get("@value")
    if isinstance(first, bool) or not isinstance(first, str | int | float):
        return ""
    return " ".join(normalise(str(first)).split())


def _name(value: Any) -> str:
    """Return the names of persons or bodies, whether they are objects or bare."""
    names = [
        _words(each.get("name")) if isinstance(each, dict) else _words(each)
        for each in _listed(value)
    ]
    return "; ".join(name for name in names if name)


def _first(value: Any) -> Mapping[str, Any]:
    objects = (each for each in _listed(value) if isinstance(each, dict))
    return next(objects, {})


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _day(value: Any) -> dt.date | None:
    words = _words(value)
    if not words:
        return None
    try:
        return dt.datetime.fromisoformat(words).date()
    except ValueError as broken:
        raise Unreadable(f"datePublished “{words[:40]}” is not a date.") from broken
