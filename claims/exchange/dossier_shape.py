"""What a dossier file must look like, and what is wrong with one that does not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from claims.domain.text import normalise
from claims.exchange import dossier_desk_checks, dossier_desk_shape
from claims.exchange.dossier_keys import (
    ANYTHING,
    DATE,
    FLAG,
    INTERVAL,
    LIST,
    MAYBE_EMPTY,
    NAMES,
    NUMBER,
    OBJECT,
    PAIR,
    PAIRS,
    WORDS,
    Key,
    Shape,
    one_of,
    optional,
    or_null,
    problems_of,
    problems_of_each,
)
from claims.models import Figure

FORMAT = 2
HEDGES = (
    "at_least",
    "at_most",
    "more_than",
    "less_than",
    "about",
    "range",
    "vague",
    "exact",
)
RELATIONS = (
    "agree",
    "compatible",
    "conflict",
    "update",
    "scope",
    "restatement",
    "self_contradiction",
)
_QUOTE_KINDS = ("direct", "indirect", "mixed")
SPEAKER_KINDS = ("person", "organisation", "group", "outlet", "agency", "document")
JOINT = "; "
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_SHAPES: dict[str, Shape] = {
    "dossier": {
        "id": Key(
            "words in small letters joined by hyphens",
            lambda value: isinstance(value, str) and bool(_SLUG.match(value)),
        ),
        "title": WORDS,
        "event": OBJECT,
        "parties": LIST,
        "speakers": LIST,
        "articles": LIST,
        "comparisons": LIST,
        "independent_origins": LIST,
        "grounding": ANYTHING,
        "is_demonstration": optional(FLAG),
        # What an export says beside. Of the quantities the scope and the figures are
        # read again; everything else in these two is worked out.
        "quantities": optional(LIST),
        "relations": optional(LIST),
        # Since format 2: what rebuilds the desk's own rows.
        "format": optional(Key("1 or 2", lambda value: value in (1, FORMAT))),
        "desk": optional(OBJECT),
    },
    "quantity": {
        "measure": WORDS,
        "population": WORDS,
        "figures": PAIRS,
        "scope": OBJECT,
        **dict.fromkeys(
            ("positions", "reports", "outlets", "independent", "envelope"),
            ANYTHING,
        ),
    },
    "scope": dossier_desk_shape.SCOPE,
    "event": {"date": or_null(DATE), "place": MAYBE_EMPTY, "summary": MAYBE_EMPTY},
    "party": {"name": WORDS, "aliases": NAMES, "side": or_null(WORDS)},
    "speaker": {
        "name": WORDS,
        "kind": one_of(*SPEAKER_KINDS),
        "aliases": NAMES,
        "roles": LIST,
        "side": or_null(WORDS),
    },
    "role": {"organisation": WORDS, "title": WORDS},
    "article": {
        "id": WORDS,
        "outlet": WORDS,
        "agency": or_null(WORDS),
        "published_at": DATE,
        "url": or_null(WORDS),
        "headline": WORDS,
        "text": WORDS,
        "quotes": LIST,
        "figures": LIST,
    },
    "quote": {
        "exact": WORDS,
        "kind": one_of(*_QUOTE_KINDS),
        "cue": or_null(WORDS),
        "speaker": or_null(WORDS),
        "speaker_text": or_null(WORDS),
        "via": NAMES,
        # The day on which it was said, where the text gives one.
        "said_at": optional(or_null(DATE)),
    },
    "figure": {
        "exact": WORDS,
        "measure": WORDS,
        "population": WORDS,
        "low": or_null(NUMBER),
        "high": or_null(NUMBER),
        "hedge": one_of(*HEDGES),
        "speaker": or_null(WORDS),
        "via": NAMES,
        "as_of": or_null(DATE),
        # What an export adds where the printed number does not say it all.
        "is_additive": optional(FLAG),
        "epistemic": optional(one_of(*Figure.Epistemic.values)),
        "basis": optional(one_of(*Figure.Basis.values)),
        "kind": optional(one_of(Figure.Kind.NO_REPORT)),
        "hard": optional(INTERVAL),
        "core": optional(INTERVAL),
    },
    "comparison": {
        "a": PAIR,
        "b": PAIR,
        "relation": one_of(*RELATIONS),
        "why": MAYBE_EMPTY,
    },
}


def problems(content: Any) -> list[str]:
    """Return what is wrong with a dossier, each as a sentence that names the place."""
    found = list(_misshapen(content)) or list(_unresolved(content))
    if not found and "desk" in content:
        found = list(dossier_desk_shape.problems(content["desk"]))
        found = found or list(dossier_desk_checks.unresolved(content))
    return found


def _misshapen(content: Any) -> Iterator[str]:
    if not isinstance(content, dict):
        yield "The file is not a JSON object."
        return
    missing = list(problems_of(_SHAPES["dossier"], "", content))
    yield from missing
    if missing:
        return
    yield from problems_of(_SHAPES["event"], "event", content["event"])
    for name, shape in _LISTS.items():
        for path, value in _paths(name, content.get(name, ())):
            yield from problems_of(_SHAPES[shape], path, value)
    for part, name, shape in _INNER:
        for path, value in _paths(part, content.get(part, ())):
            inner = value.get(name) if isinstance(value, dict) else []
            if isinstance(inner, list):
                yield from problems_of_each(_SHAPES[shape], f"{path}.{name}", inner)
            else:
                yield from problems_of(_SHAPES[shape], f"{path}.{name}", inner)


_LISTS = {
    "parties": "party",
    "speakers": "speaker",
    "articles": "article",
    "comparisons": "comparison",
    "quantities": "quantity",
}
_INNER = (
    ("speakers", "roles", "role"),
    ("articles", "quotes", "quote"),
    ("articles", "figures", "figure"),
    ("quantities", "scope", "scope"),
)


def _paths(part: str, values: list[Any]) -> Iterator[tuple[str, Any]]:
    """Yield what stands in a list with its path: an article goes by its id."""
    for at, value in enumerate(values):
        named = value.get("id") if part == "articles" and isinstance(value, dict) else None
        yield (named if isinstance(named, str) else f"{part}[{at}]"), value


def _unresolved(content: dict[str, Any]) -> Iterator[str]:
    speakers = _twice("speakers", [each["name"] for each in content["speakers"]])
    parties = _twice("parties", [each["name"] for each in content["parties"]])
    articles = _twice("articles", [each["id"] for each in content["articles"]])
    yield from (*speakers, *parties, *articles)
    people = {each["name"] for each in content["speakers"]}
    bodies = people | {each["name"] for each in content["parties"]}
    for at, speaker in enumerate(content["speakers"]):
        for number, role in enumerate(speaker["roles"]):
            path = f"speakers[{at}].roles[{number}].organisation"
            if role["organisation"] not in bodies:
                yield f"{path} is neither a speaker nor a party."
            elif role["organisation"] == speaker["name"]:
                yield f"{path} is the speaker itself."
    for article in content["articles"]:
        yield from _unresolved_marks(article, people)
    yield from _unresolved_comparisons(content)


def _twice(path: str, names: list[str]) -> Iterator[str]:
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield f"{path} has {name!r} twice."


def _unresolved_marks(article: dict[str, Any], people: set[str]) -> Iterator[str]:
    text = normalise(article["text"])
    for kind in ("quotes", "figures"):
        for at, mark in enumerate(article[kind]):
            path = f"{article['id']}.{kind}[{at}]"
            if text.count(mark["exact"]) != 1:
                yield f"{path}.exact does not stand in the text exactly once."
            for name in ("cue", "speaker_text"):
                if mark.get(name) and mark[name] not in text:
                    yield f"{path}.{name} does not stand in the text."
            yield from _strangers(path, mark, people)
            if kind == "figures":
                yield from _impossible_numbers(path, mark)


def _strangers(path: str, mark: dict[str, Any], people: set[str]) -> Iterator[str]:
    named = mark["speaker"].split(JOINT) if mark["speaker"] else []
    for name in named:
        described = "cue" not in mark and name[:1].islower()
        if name not in people and not described:
            yield f"{path}.speaker {name!r} is not among the speakers."
    for name in mark["via"]:
        if name not in people:
            yield f"{path}.via {name!r} is not among the speakers."


def _impossible_numbers(path: str, mark: dict[str, Any]) -> Iterator[str]:
    low, high, hedge = mark["low"], mark["high"], mark["hedge"]
    if mark.get("kind") == Figure.Kind.NO_REPORT:
        return
    if low is None and high is None:
        yield f"{path} has neither low nor high."
    elif low is not None and high is not None and low > high:
        yield f"{path}.low is above its high."
    elif low is None and hedge not in ("at_most", "less_than", "about"):
        yield f"{path}.low is missing for a figure hedged {hedge}."
    elif high is None and hedge in ("at_most", "less_than"):
        yield f"{path}.high is missing for a figure hedged {hedge}."


def _unresolved_comparisons(content: dict[str, Any]) -> Iterator[str]:
    figures = {each["id"]: len(each["figures"]) for each in content["articles"]}
    for at, comparison in enumerate(content["comparisons"]):
        for end in ("a", "b"):
            article, number = comparison[end]
            if not 0 <= number < figures.get(article, 0):
                yield f"comparisons[{at}].{end} names no figure of this dossier."
        if comparison["a"] == comparison["b"]:
            yield f"comparisons[{at}] sets a figure against itself."
