"""What a dossier file must look like, and what is wrong with one that does not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, NamedTuple

from claims.domain.text import normalise
from claims.models import Figure, Quantity

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
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z")


class Key(NamedTuple):
    """What a value must be, in words and as a question."""

    words: str
    fits: Callable[[Any], bool]
    is_needed: bool = True


def _is_words(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_list_of_words(value: Any) -> bool:
    return isinstance(value, list) and all(_is_words(each) for each in value)


def _is_day(value: Any) -> bool:
    if not isinstance(value, str) or not _DAY.match(value):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and value >= 0


def _is_pair(value: Any) -> bool:
    return (
        isinstance(value, list)
        and len(value) == 2  # noqa: PLR2004  an article and a number
        and isinstance(value[0], str)
        and isinstance(value[1], int)
        and not isinstance(value[1], bool)
    )


def _is_list_of_pairs(value: Any) -> bool:
    return isinstance(value, list) and all(_is_pair(each) for each in value)


def _is_interval(value: Any) -> bool:
    if not isinstance(value, list) or len(value) != 2:  # noqa: PLR2004  its two ends
        return False
    low, high = value
    return _is_number(low) and (high is None or (_is_number(high) and low <= high))


def _or_null(key: Key) -> Key:
    return Key(f"{key.words} or null", lambda value: value is None or key.fits(value))


def _one_of(*words: str) -> Key:
    return Key(f"one of {', '.join(words)}", lambda value: value in words)


def _optional(key: Key) -> Key:
    return key._replace(is_needed=False)


_WORDS = Key("a text", _is_words)
_MAYBE_EMPTY = Key("a text", lambda value: isinstance(value, str))
_NAMES = Key("a list of texts", _is_list_of_words)
_LIST = Key("a list", lambda value: isinstance(value, list))
_OBJECT = Key("an object", lambda value: isinstance(value, dict))
_DATE = Key("a day such as 2021-08-31", _is_day)
_NUMBER = Key("a number", _is_number)
_FLAG = Key("true or false", lambda value: isinstance(value, bool))
_INTERVAL = _optional(
    Key("a low and a high number, the high one may be null", _is_interval)
)
_PAIR = Key("an article and the number of a figure", _is_pair)

_SHAPES: dict[str, dict[str, Key]] = {
    "dossier": {
        "id": Key(
            "words in small letters joined by hyphens",
            lambda value: isinstance(value, str) and bool(_SLUG.match(value)),
        ),
        "title": _WORDS,
        "event": _OBJECT,
        "parties": _LIST,
        "speakers": _LIST,
        "articles": _LIST,
        "comparisons": _LIST,
        "independent_origins": _LIST,
        "grounding": Key("anything", lambda _: True, is_needed=False),
        "is_demonstration": _optional(_FLAG),
        # What an export says beside. Of the quantities the scope and the figures are
        # read again; everything else in these two is worked out.
        "quantities": _optional(_LIST),
        "relations": _optional(_LIST),
    },
    "quantity": {
        "measure": _WORDS,
        "population": _WORDS,
        "figures": Key("a list of articles with the numbers of figures", _is_list_of_pairs),
        "scope": _OBJECT,
        **dict.fromkeys(
            ("positions", "reports", "outlets", "independent", "envelope"),
            Key("anything", lambda _: True, is_needed=False),
        ),
    },
    "scope": {
        "side": _WORDS,
        "status": _one_of(*Quantity.PopulationStatus.values),
        "place": _MAYBE_EMPTY,
        "from": _or_null(_DATE),
        "until": _or_null(_DATE),
        "unit": _WORDS,
    },
    "event": {"date": _or_null(_DATE), "place": _MAYBE_EMPTY, "summary": _MAYBE_EMPTY},
    "party": {"name": _WORDS, "aliases": _NAMES, "side": _or_null(_WORDS)},
    "speaker": {
        "name": _WORDS,
        "kind": _one_of(*SPEAKER_KINDS),
        "aliases": _NAMES,
        "roles": _LIST,
        "side": _or_null(_WORDS),
    },
    "role": {"organisation": _WORDS, "title": _WORDS},
    "article": {
        "id": _WORDS,
        "outlet": _WORDS,
        "agency": _or_null(_WORDS),
        "published_at": _DATE,
        "url": _or_null(_WORDS),
        "headline": _WORDS,
        "text": _WORDS,
        "quotes": _LIST,
        "figures": _LIST,
    },
    "quote": {
        "exact": _WORDS,
        "kind": _one_of(*_QUOTE_KINDS),
        "cue": _or_null(_WORDS),
        "speaker": _or_null(_WORDS),
        "speaker_text": _or_null(_WORDS),
        "via": _NAMES,
        # The day on which it was said, where the text gives one.
        "said_at": _optional(_or_null(_DATE)),
    },
    "figure": {
        "exact": _WORDS,
        "measure": _WORDS,
        "population": _WORDS,
        "low": _or_null(_NUMBER),
        "high": _or_null(_NUMBER),
        "hedge": _one_of(*HEDGES),
        "speaker": _or_null(_WORDS),
        "via": _NAMES,
        "as_of": _or_null(_DATE),
        # What an export adds where the printed number does not say it all.
        "is_additive": _optional(_FLAG),
        "epistemic": _optional(_one_of(*Figure.Epistemic.values)),
        "basis": _optional(_one_of(*Figure.Basis.values)),
        "hard": _INTERVAL,
        "core": _INTERVAL,
    },
    "comparison": {
        "a": _PAIR,
        "b": _PAIR,
        "relation": _one_of(*RELATIONS),
        "why": _MAYBE_EMPTY,
    },
}


def problems(content: Any) -> list[str]:
    """Return what is wrong with a dossier, each as a sentence that names the place."""
    found = list(_misshapen(content))
    return found or list(_unresolved(content))


def _misshapen(content: Any) -> Iterator[str]:
    if not isinstance(content, dict):
        yield "The file is not a JSON object."
        return
    missing = list(_object("dossier", "", content))
    yield from missing
    if missing:
        return
    yield from _object("event", "event", content["event"])
    for name, shape in _LISTS.items():
        for path, value in _paths(name, content.get(name, ())):
            yield from _object(shape, path, value)
    for part, name, shape in _INNER:
        for path, value in _paths(part, content.get(part, ())):
            inner = value.get(name) if isinstance(value, dict) else []
            if isinstance(inner, list):
                yield from _objects(shape, f"{path}.{name}", inner)
            else:
                yield from _object(shape, f"{path}.{name}", inner)


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


def _objects(shape: str, path: str, values: list[Any]) -> Iterator[str]:
    for at, value in enumerate(values):
        yield from _object(shape, f"{path}[{at}]", value)


def _object(shape: str, path: str, value: Any) -> Iterator[str]:
    if not isinstance(value, dict):
        yield f"{path} is not an object."
        return
    before = f"{path}." if path else ""
    keys = _SHAPES[shape]
    for name, key in keys.items():
        if name not in value:
            if key.is_needed:
                yield f"{before}{name} is missing."
        elif not key.fits(value[name]):
            yield f"{before}{name} is not {key.words}."
    for name in value.keys() - keys.keys():
        yield f"{before}{name} is no key of this format."


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
