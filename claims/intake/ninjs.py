"""News items in IPTC's ninjs, versions 1 to 3."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from claims.domain.documents import Document
from claims.errors import Unreadable
from claims.intake import fragments
from claims.intake.documents import (
    domain_of,
    moment,
    refuse_too_long,
    refuse_unsuitable,
)


def is_item(content: Any) -> bool:
    """Say whether a JSON value looks like a news item."""
    return (
        isinstance(content, dict)
        and "uri" in content
        and any(name == "bodies" or name.startswith("body_") for name in content)
    )


def read(raw: bytes) -> Document:
    """Return a news item's text; refuse one that is not for publication."""
    refuse_unsuitable(raw)
    try:
        content = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError) as broken:
        raise Unreadable("The file is no JSON that can be read.") from broken
    if not is_item(content):
        raise Unreadable("The file is no ninjs item: it has no uri or no body.")
    status = content.get("pubstatus", content.get("pubStatus", "usable"))
    if status != "usable":
        raise Unreadable(f"The item is not for publication: its status is {status}.")
    text = _text(content)
    if not text.strip():
        raise Unreadable("The item has no text.")
    refuse_too_long(text)
    return _document(content, text, raw)


def _document(content: Mapping[str, Any], text: str, raw: bytes) -> Document:
    published = moment(_first(content, "firstcreated", "firstCreated", "versioncreated"))
    url = _first(content, "altids_url", "href", "uri") or ""
    if not url.startswith(("http://", "https://")):
        url = ""
    return Document(
        text=text,
        raw=raw,
        raw_type="application/json",
        extractor="ninjs",
        headline=_headline(content) or text.split("\n", 1)[0][:120],
        byline=_first(content, "byline", "by") or "",
        outlet=_source(content),
        domain=domain_of(url),
        url=url,
        published_at=published[0] if published else None,
        is_day_only=published[1] if published else False,
        language=(_first(content, "language") or "").split("-")[0].lower()[:10],
        guessed=frozenset() if _headline(content) else frozenset({"headline"}),
    )


def _text(content: Mapping[str, Any]) -> str:
    """Return the body: plain before marked up, as either version names it."""
    bodies = [
        (str(body.get("contenttype") or body.get("contentType") or ""), body.get("value"))
        for body in content.get("bodies") or ()
        if isinstance(body, dict)
    ]
    plain = [
        content.get("body_text"),
        *(value for kind, value in bodies if "plain" in kind),
    ]
    marked = [
        *(content.get(name) for name in ("body_xhtml", "body_html", "body_nitf")),
        *(value for _, value in bodies),
    ]
    for value in plain:
        if isinstance(value, str) and value.strip():
            return value
    for value in marked:
        if isinstance(value, str) and value.strip():
            return fragments.text_of(value)
    return ""


def _headline(content: Mapping[str, Any]) -> str:
    headlines = content.get("headlines")
    if isinstance(headlines, list) and headlines and isinstance(headlines[0], dict):
        return str(headlines[0].get("value") or "")
    return _first(content, "headline", "title") or ""


def _source(content: Mapping[str, Any]) -> str:
    """Return who published it: ninjs names it in several ways."""
    for name in ("infosources", "infosource", "provider", "source"):
        value = content.get(name)
        first = value[0] if isinstance(value, list) and value else value
        if isinstance(first, dict) and isinstance(first.get("name"), str):
            return str(first["name"])
        if isinstance(first, str) and first.strip():
            return first.strip()
    return ""


def _first(content: Mapping[str, Any], *names: str) -> str | None:
    found = (content.get(name) for name in names)
    return next((value for value in found if isinstance(value, str) and value), None)
