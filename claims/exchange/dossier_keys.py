"""What a value of a dossier must be, in words and as a question."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z")


class Key(NamedTuple):
    """What a value must be, in words and as a question."""

    words: str
    fits: Callable[[Any], bool]
    is_needed: bool = True


Shape = Mapping[str, Key]


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


def _is_moment(value: Any) -> bool:
    if not isinstance(value, str):
        return False
    try:
        return datetime.fromisoformat(value).tzinfo is not None
    except ValueError:
        return False


def _is_number(value: Any) -> bool:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return is_number and 0 <= value < 10**16


def _is_count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _is_list_of_counts(value: Any) -> bool:
    return isinstance(value, list) and all(_is_count(each) for each in value)


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


def _is_span(value: Any) -> bool:
    if not isinstance(value, list) or len(value) != 2:  # noqa: PLR2004  its two ends
        return False
    return all(_is_count(end) for end in value) and value[0] < value[1]


def or_null(key: Key) -> Key:
    return Key(f"{key.words} or null", lambda value: value is None or key.fits(value))


def one_of(*words: str) -> Key:
    return Key(f"one of {', '.join(words)}", lambda value: value in words)


def optional(key: Key) -> Key:
    return key._replace(is_needed=False)


WORDS = Key("a text", _is_words)
MAYBE_EMPTY = Key("a text", lambda value: isinstance(value, str))
NAMES = Key("a list of texts", _is_list_of_words)
LIST = Key("a list", lambda value: isinstance(value, list))
OBJECT = Key("an object", lambda value: isinstance(value, dict))
DATE = Key("a day such as 2021-08-31", _is_day)
MOMENT = Key("a moment such as 2021-08-31T09:30:00+00:00", _is_moment)
NUMBER = Key("a number", _is_number)
COUNT = Key("a whole number", _is_count)
COUNTS = Key("a list of whole numbers", _is_list_of_counts)
FLAG = Key("true or false", lambda value: isinstance(value, bool))
INTERVAL = Key("a low and a high number, the high one may be null", _is_interval)
SPAN = Key("a start and an end", _is_span)
PAIR = Key("an article and the number of a mark", _is_pair)
PAIRS = Key("a list of articles with the numbers of figures", _is_list_of_pairs)
ANYTHING = Key("anything", lambda _: True, is_needed=False)


def problems_of(shape: Shape, path: str, value: Any) -> Iterator[str]:
    """Yield what is wrong with an object, each as a sentence that names the place."""
    if not isinstance(value, dict):
        yield f"{path} is not an object."
        return
    before = f"{path}." if path else ""
    for name, key in shape.items():
        if name not in value:
            if key.is_needed:
                yield f"{before}{name} is missing."
        elif not key.fits(value[name]):
            yield f"{before}{name} is not {key.words}."
    for name in value.keys() - shape.keys():
        yield f"{before}{name} is no key of this format."


def problems_of_each(shape: Shape, path: str, values: Any) -> Iterator[str]:
    for at, value in enumerate(values):
        yield from problems_of(shape, f"{path}[{at}]", value)
