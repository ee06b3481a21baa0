"""Web pages: the article without the page around it, and what the page says of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

import trafilatura
from lxml import html as lxml_html
from lxml.etree import ParserError
from trafilatura.settings import Document as Extracted

from claims.domain.documents import Document
from claims.errors import Unreadable
from claims.intake.charsets import decoded
from claims.intake.documents import (
    Facts,
    domain_of,
    moment,
    refuse_too_long,
    refuse_unsuitable,
)

_ARTICLES = ("Article", "BlogPosting", "LiveBlogPosting", "Report")
_META = {
    "headline": ("og:title", "twitter:title"),
    "published": (
        "article:published_time",
        "og:article:published_time",
        "parsely-pub-date",
    ),
    "url": ("og:url",),
    "outlet": ("og:site_name",),
    "byline": ("author", "article:author", "parsely-author"),
}
_DEEPEST = 20
# It names an encoding, which is worked out by then.
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")


def read(raw: bytes, *, charset: str = "") -> Document:
    """Return the article in a page; refuse a page that has none.

    What the page states of itself, as JSON-LD or in its head, comes first; what had to
    be worked out from its looks is marked as guessed.
    """
    refuse_unsuitable(raw)
    markup, is_guessed = decoded(raw, said=charset)
    markup = _DECLARATION.sub("", markup.replace("\0", ""), count=1)
    try:
        page = lxml_html.fromstring(markup)
    except (ParserError, ValueError) as broken:
        raise Unreadable("The file is no web page that can be read.") from broken
    found = trafilatura.bare_extraction(
        markup, include_tables=True, include_comments=False, with_metadata=True
    )
    if not isinstance(found, Extracted) or not (found.text or "").strip():
        raise Unreadable("The page holds no article that can be read.")
    facts = _facts(page)
    facts.guess(
        {
            "headline": found.title,
            "byline": found.author,
            "published": found.date,
            "outlet": found.sitename or domain_of(facts.known.get("url", "")),
        }
    )
    if is_guessed:
        facts.guessed.add("encoding")
    text = _paragraphs(found.text or "", facts.known.get("headline", ""))
    refuse_too_long(text)
    return _document(text, raw, facts)


def _paragraphs(text: str, headline: str) -> str:
    """Return the text with a blank line between paragraphs, and without its headline.

    The headline is kept beside the text; as its first paragraph it would pass for the
    lead.
    """
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) > 1 and " ".join(lines[0].split()) == headline:
        del lines[0]
    return "\n\n".join(lines)


def _document(text: str, raw: bytes, facts: Facts) -> Document:
    known = facts.known
    published = moment(known.get("published"))
    url = known.get("url", "")
    return Document(
        text=text,
        raw=raw,
        raw_type="text/html",
        extractor=f"trafilatura {trafilatura.__version__}",
        headline=known.get("headline", ""),
        byline=known.get("byline", ""),
        outlet=known.get("outlet", ""),
        domain=domain_of(url),
        url=url if url.startswith(("http://", "https://")) else "",
        published_at=published[0] if published else None,
        is_day_only=published[1] if published else False,
        language=known.get("language", "").split("-")[0].lower()[:10],
        guessed=frozenset(facts.guessed),
    )


def _facts(page: Any) -> Facts:
    facts = Facts()
    for article in _linked_articles(page):
        facts.state(_of_article(article))
    for name, properties in _META.items():
        for key in properties:
            values = page.xpath(
                "//meta[@property=$key or @name=$key or @itemprop=$key]/@content", key=key
            )
            # The address of an author's page is no byline.
            facts.state(
                {name: next((each for each in values if _is_for(name, each)), None)}
            )
    facts.state(
        {
            "url": next(iter(page.xpath("//link[@rel='canonical']/@href")), None),
            "published": next(iter(page.xpath("//time[@pubdate]/@datetime")), None),
            "language": next(iter(page.xpath("/html/@lang")), None),
        }
    )
    return facts


def _is_for(name: str, value: str) -> bool:
    return name != "byline" or not value.startswith("http")


def _linked_articles(page: Any) -> Iterator[Mapping[str, Any]]:
    """Yield the articles that the page describes as JSON-LD."""
    for script in page.xpath("//script[@type='application/ld+json']/text()"):
        try:
            content = json.loads(script)
        except (ValueError, RecursionError):
            continue
        yield from _articles_in(content, 0)


def _articles_in(content: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(content, list):
        for each in content:
            yield from _articles_in(each, depth + 1)
    elif isinstance(content, dict):
        kinds = content.get("@type")
        named = kinds if isinstance(kinds, list) else [kinds]
        if any(isinstance(kind, str) and kind.endswith(_ARTICLES) for kind in named):
            yield content
        yield from _articles_in(content.get("@graph"), depth + 1)


def _of_article(article: Mapping[str, Any]) -> dict[str, str | None]:
    return {
        "headline": _words(article.get("headline") or article.get("name")),
        "published": _words(article.get("datePublished")),
        "url": _words(article.get("url")) or _words(article.get("mainEntityOfPage")),
        "outlet": _words(article.get("publisher")),
        "byline": _words(article.get("author")),
        "language": _words(article.get("inLanguage")),
    }


def _words(value: Any) -> str | None:
    """Return the text of a value: a plain one, a thing's name, several joined."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return _words(value.get("name") or value.get("@id") or value.get("@value"))
    if isinstance(value, list):
        return ", ".join(words for each in value[:10] if (words := _words(each))) or None
    return None
