"""Quotes and figures as W3C Web Annotations, and annotations read as places in a text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from claims.domain.spans import Span
from claims.errors import Unreadable
from claims.models import Article, Attribution, Figure, Quote, Revision

Node = dict[str, Any]

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
PREFIX = "desk"
VOCABULARY = "/api/vocabulary/#"
_KINDS = tuple(Quote.Kind.values)


@dataclass(frozen=True, slots=True)
class Annotated:
    """A stretch of a text that somebody annotated, with what they say of it.

    ``names`` and ``via`` are known only of our own annotations; ``kind`` is a kind of
    quote.
    """

    span: Span
    kind: str
    names: tuple[str, ...] = ()
    descriptor: str = ""
    via: tuple[str, ...] = ()


def of(revision: Revision, address: str) -> Node:
    """Return the accepted marks of a revision as one annotation collection."""
    items = [*_annotations(revision, address)]
    here = f"{address}/api/revisions/{revision.pk}/annotations/"
    return {
        "@context": [CONTEXT, {PREFIX: f"{address}{VOCABULARY}"}],
        "id": here,
        "type": "AnnotationCollection",
        "label": str(revision),
        "total": len(items),
        "first": {"id": f"{here}#all", "type": "AnnotationPage", "items": items},
    }


def _annotations(revision: Revision, address: str) -> Iterator[Node]:
    target = _Target(revision, address)
    for quote in revision.quotes.accepted().with_attribution():
        body: Node = {"type": f"{PREFIX}:Quote", f"{PREFIX}:kind": quote.kind}
        yield _annotation(quote, body, target, f"{address}/api/quotes/{quote.pk}/")
    figures = revision.figures.accepted().select_related("attribution")
    for figure in figures.prefetch_related("attribution__links__speaker"):
        yield _annotation(
            figure, _value(figure), target, f"{address}/api/figures/{figure.pk}/"
        )


class _Target:
    """What the annotations of one revision are about."""

    def __init__(self, revision: Revision, address: str) -> None:
        self._article: Article = revision.article
        self._source = self._article.url or f"{address}/api/revisions/{revision.pk}/"
        self._seen = revision.retrieved_at.isoformat()

    def of(self, mark: Quote | Figure) -> Node:
        return {
            "source": self._source,
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": mark.exact,
                    "prefix": mark.before,
                    "suffix": mark.after,
                },
                {"type": "TextPositionSelector", "start": mark.start, "end": mark.end},
            ],
            "state": {"type": "TimeState", "sourceDate": self._seen},
        }


def _annotation(mark: Quote | Figure, body: Node, target: _Target, address: str) -> Node:
    names = mark.attribution.names if mark.attribution else ""
    node: Node = {
        "id": address,
        "type": "Annotation",
        "motivation": "describing",
        "body": [
            {"type": "TextualBody", "purpose": "tagging", "value": mark._meta.model_name},
            {"type": "TextualBody", "purpose": "describing", "value": names},
            body | _chain(mark.attribution),
        ],
        "target": target.of(mark),
    }
    if mark.decided_at is not None:
        node["modified"] = mark.decided_at.isoformat()
    return node


def _chain(attribution: Attribution | None) -> Node:
    origins = attribution.origins if attribution else []
    relays = attribution.relays if attribution else []
    return {
        f"{PREFIX}:speakers": [link.label for link in origins if link.speaker_id],
        f"{PREFIX}:unnamed": "; ".join(
            link.label for link in origins if not link.speaker_id
        ),
        f"{PREFIX}:via": [link.label for link in relays],
    }


def _value(figure: Figure) -> Node:
    hard = figure.hard
    return {
        "type": f"{PREFIX}:Figure",
        f"{PREFIX}:measure": figure.measure,
        f"{PREFIX}:population": figure.population,
        f"{PREFIX}:unit": figure.unit,
        f"{PREFIX}:low": _plain(hard.low if hard else None),
        f"{PREFIX}:high": _plain(hard.high if hard else None),
    }


def _plain(value: Any) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == int(value) else float(value)


def quotes_in(content: Any, text: str) -> list[Annotated]:
    """Return where annotations of somebody else stand in a text, as quotes.

    Our own annotations of figures are passed over: a number is filed by an editor.
    Refuses the whole if one annotation is none or its words are not in the text.
    """
    found = []
    for number, node in enumerate(_items(content)):
        try:
            if not _is_figure(node):
                found.append(_annotated(node, text))
        except Unreadable as refusal:
            raise Unreadable(f"Annotation {number}: {refusal}") from refusal
    return found


def _items(content: Any) -> list[Any]:
    """Return the annotations of a collection, a page, a list, or a single one."""
    if isinstance(content, list):
        return content
    if not isinstance(content, dict):
        raise Unreadable("These are no annotations.")
    if content.get("type") == "AnnotationCollection":
        return _items(content.get("first"))
    if content.get("type") == "AnnotationPage":
        return _items(content.get("items"))
    return [content]


def _bodies(node: Any) -> list[Mapping[str, Any]]:
    if not isinstance(node, dict):
        raise Unreadable("It is not an object.")
    bodies = node.get("body", [])
    listed = bodies if isinstance(bodies, list) else [bodies]
    return [body for body in listed if isinstance(body, dict)]


def _is_figure(node: Any) -> bool:
    return any(body.get("type") == f"{PREFIX}:Figure" for body in _bodies(node))


def _annotated(node: Mapping[str, Any], text: str) -> Annotated:
    span = _place(node.get("target"), text)
    own: Mapping[str, Any] = next(
        (body for body in _bodies(node) if body.get("type") == f"{PREFIX}:Quote"), {}
    )
    kind = own.get(f"{PREFIX}:kind", Quote.Kind.DIRECT)
    return Annotated(
        span=span,
        kind=kind if kind in _KINDS else Quote.Kind.DIRECT,
        names=_words(own.get(f"{PREFIX}:speakers")),
        descriptor=str(own.get(f"{PREFIX}:unnamed") or ""),
        via=_words(own.get(f"{PREFIX}:via")),
    )


def _words(value: Any) -> tuple[str, ...]:
    listed = value if isinstance(value, list) else []
    return tuple(each for each in listed if isinstance(each, str) and each.strip())


def _place(target: Any, text: str) -> Span:
    """Return where the target's words stand: where it says, else where they must be."""
    selectors = _selectors(target)
    position = selectors.get("TextPositionSelector", {})
    quote = selectors.get("TextQuoteSelector", {})
    exact = quote.get("exact")
    stated = _stated(position)
    if stated and stated.end <= len(text) and exact in (None, stated.of(text)):
        return stated
    if not isinstance(exact, str) or not exact:
        raise Unreadable("It says neither a place in the text nor the words.")
    return _sought(exact, quote, text)


def _stated(position: Mapping[str, Any]) -> Span | None:
    start, end = position.get("start"), position.get("end")
    if not isinstance(start, int) or not isinstance(end, int) or not 0 <= start < end:
        return None
    return Span(start, end)


def _sought(exact: str, quote: Mapping[str, Any], text: str) -> Span:
    before, after = str(quote.get("prefix") or ""), str(quote.get("suffix") or "")
    at = text.find(before + exact + after)
    whole = at >= 0 and text.find(before + exact + after, at + 1) < 0
    start = at + len(before) if whole else text.find(exact)
    if start < 0:
        raise Unreadable(f"The text does not say “{exact[:60]}”.")
    if not whole and text.find(exact, start + 1) >= 0:
        raise Unreadable(f"“{exact[:60]}” stands in the text more than once.")
    return Span(start, start + len(exact))


def _selectors(target: Any) -> dict[str, Mapping[str, Any]]:
    targets = target if isinstance(target, list) else [target]
    first = targets[0] if targets and isinstance(targets[0], dict) else {}
    listed = first.get("selector", [])
    selectors = listed if isinstance(listed, list) else [listed]
    return {str(each.get("type")): each for each in selectors if isinstance(each, dict)}
