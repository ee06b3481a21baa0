"""A dossier file read as values that can be stored."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from claims.domain import numbers
from claims.domain.intervals import Interval, Number
from claims.domain.measures import counted
from claims.domain.spans import Span
from claims.domain.text import normalise
from claims.errors import Unreadable
from claims.exchange import dossier_shape
from claims.exchange.dossier_scopes import Scopes, exported
from claims.models import Figure
from claims.services.annotating import Value
from claims.services.assembling import (
    ArticleRow,
    Carried,
    Dossier,
    FigureAt,
    FigureRow,
    Person,
    QuoteRow,
    Voices,
)
from claims.services.filing import ScopeKey
from claims.services.recording import Happening

_MOST_PROBLEMS = 20
_LONGEST_CUE = 100
_KINDS = {
    "at_least": Figure.Kind.AT_LEAST,
    "more_than": Figure.Kind.AT_LEAST,
    "at_most": Figure.Kind.AT_MOST,
    "less_than": Figure.Kind.AT_MOST,
    "about": Figure.Kind.APPROX,
    "range": Figure.Kind.RANGE,
    "vague": Figure.Kind.VAGUE,
    "exact": Figure.Kind.EXACT,
}


def read(raw: bytes, *, name: str) -> Dossier:
    """Return the dossier in a file; refuse one that breaks the format, saying where."""
    try:
        content = json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as broken:
        raise Unreadable(f"{name}: byte {broken.start} is not UTF-8.") from broken
    except json.JSONDecodeError as broken:
        raise Unreadable(
            f"{name}, line {broken.lineno}: not JSON, {broken.msg}."
        ) from broken
    except (ValueError, RecursionError) as broken:
        raise Unreadable(f"{name}: JSON that is too large or too deep.") from broken
    found = dossier_shape.problems(content)
    if found:
        shown = [f"{name}: {problem}" for problem in found[:_MOST_PROBLEMS]]
        more = len(found) - len(shown)
        raise Unreadable("\n".join([*shown, f"And {more} more."] if more else shown))
    return of(content)


def of(content: Mapping[str, Any]) -> Dossier:
    """Return the dossier of a content that has the right shape."""
    event = content["event"]
    scopes, known = Scopes(content), exported(content)
    return Dossier(
        happening=Happening(
            title=content["title"],
            summary=event["summary"],
            place=event["place"],
            happened_on=_day(event["date"]),
            slug=content["id"],
            is_demonstration=content.get("is_demonstration", False),
        ),
        people=tuple(_person(row) for row in content["speakers"]),
        parties=tuple((row["name"], row["side"] or "") for row in content["parties"]),
        articles=tuple(_article(row, scopes, known) for row in content["articles"]),
        carried=tuple(_carried(content)),
        content=content,
    )


def _person(row: Mapping[str, Any]) -> Person:
    roles = tuple((role["organisation"], role["title"]) for role in row["roles"])
    return Person(row["name"], row["kind"], tuple(row["aliases"]), roles)


def _article(
    row: Mapping[str, Any], scopes: Scopes, known: Mapping[FigureAt, ScopeKey]
) -> ArticleRow:
    text = normalise(row["text"])
    published_on = dt.date.fromisoformat(row["published_at"])
    quotes: list[QuoteRow] = []
    for before, quote in zip([None, *row["quotes"]], row["quotes"], strict=False):
        quotes.append(_quote(quote, before, text))
    return ArticleRow(
        key=row["id"],
        outlet=row["outlet"],
        headline=row["headline"],
        text=text,
        published_on=published_on,
        url=row["url"] or "",
        agency=row["agency"] or "",
        quotes=tuple(quotes),
        figures=tuple(
            _figure(figure, text, known.get(at) or scopes.of(figure, day))
            for figure, at, day in (
                (figure, (row["id"], number), _day(figure["as_of"]))
                for number, figure in enumerate(row["figures"])
            )
        ),
    )


def _quote(row: Mapping[str, Any], before: Mapping[str, Any] | None, text: str) -> QuoteRow:
    span = _found(text, row["exact"])
    said = row["speaker_text"]
    mention = nearest(text, said, span) if said else None
    voices = Voices(
        names=_names(row["speaker"]),
        descriptor=said or "" if row["speaker"] is None else "",
        via=tuple(row["via"]),
        mention=mention,
    )
    cue = row["cue"] and nearest(text, row["cue"][:_LONGEST_CUE], mention or span)
    said_at = _day(row.get("said_at"))
    continues = _continues(row, before)
    return QuoteRow(span, row["kind"], voices, cue or None, continues, said_at)


def _continues(row: Mapping[str, Any], before: Mapping[str, Any] | None) -> bool:
    if before is None or row["cue"] or row["speaker_text"] or not row["speaker"]:
        return False
    return (row["speaker"], row["via"]) == (before["speaker"], before["via"])


def _figure(row: Mapping[str, Any], text: str, scope: ScopeKey) -> FigureRow:
    names = _names(row["speaker"])
    named = tuple(name for name in names if not name[:1].islower())
    described = [name for name in names if name not in named]
    return FigureRow(
        span=_found(text, row["exact"]),
        value=_value(row),
        voices=Voices(named, dossier_shape.JOINT.join(described), tuple(row["via"])),
        scope=scope,
    )


def _value(row: Mapping[str, Any]) -> Value:
    low, high, hedge = _number(row["low"]), _number(row["high"]), row["hedge"]
    what = counted(row["measure"])
    phrase = _phrase(row["exact"], low if high is None else high)
    if phrase is not None and phrase.low_range and hedge in ("at_least", "more_than"):
        high = phrase.low_range[1]
    low, high = (high, high) if low is None and hedge == "about" else (low, high)
    hard, core = numbers.intervals_of(low, high, hedge)
    if "hard" in row and "core" in row:
        hard, core = _interval(row["hard"]), _interval(row["core"])
    is_none = hard.high == 0
    return Value(
        measure=what.measure,
        population=row["population"],
        unit=what.unit,
        hard=hard,
        core=core,
        kind=Figure.Kind.ZERO if is_none else _KINDS[hedge],
        hedge=_hedge(row["exact"], phrase),
        printed_low=low,
        printed_high=high,
        is_additive=row.get("is_additive", False),
        epistemic=row.get("epistemic", Figure.Epistemic.STATED),
        basis=row.get("basis", Figure.Basis.CLAIM),
        as_of=_day(row["as_of"]),
    )


def _phrase(exact: str, value: Number | None) -> numbers.NumberPhrase | None:
    """Return the number phrase of a figure's words that prints ``value``."""
    return next((phrase for phrase in numbers.read(exact) if value in phrase.printed), None)


def _hedge(exact: str, phrase: numbers.NumberPhrase | None) -> str:
    """Return the hedge as printed; of a vague figure it is the whole phrase."""
    if phrase is None:
        return ""
    if phrase.kind == "vague" and not phrase.hedge:
        return phrase.text
    at = exact.lower().find(phrase.hedge)
    return exact[at : at + len(phrase.hedge)] if at >= 0 else phrase.hedge


def _carried(content: Mapping[str, Any]) -> Iterator[Carried]:
    """Read from the comparisons which figures carry others on, or correct them.

    Of several that carry one another on, all go back to the first that none of the
    comparisons derives from another. A toll that replaces one of the same day
    corrects it.
    """
    sources = _sources(content["comparisons"])
    yield from (Carried(figure, of) for figure, of in sources.items() if figure != of)
    rows = {
        (article["id"], number): figure
        for article in content["articles"]
        for number, figure in enumerate(article["figures"])
    }
    corrected = set(sources)
    for comparison in content["comparisons"]:
        earlier, later = _ends(comparison)
        if comparison["relation"] != "update" or later in corrected:
            continue
        days = {rows[earlier]["as_of"], rows[later]["as_of"]}
        if len(days) == 1 or None in days:
            corrected.add(later)
            yield Carried(later, sources.get(earlier, earlier), is_correction=True)


def _sources(comparisons: Sequence[Mapping[str, Any]]) -> dict[FigureAt, FigureAt]:
    """Return for each figure in a restatement the one that it goes back to."""
    pairs = [_ends(each) for each in comparisons if each["relation"] == "restatement"]
    source: dict[FigureAt, FigureAt] = {}
    for first, second in pairs:
        one, other = source.setdefault(first, first), source.setdefault(second, second)
        for figure, of in source.items():
            if of == other:
                source[figure] = one
    return source


def _ends(comparison: Mapping[str, Any]) -> tuple[FigureAt, FigureAt]:
    (a, a_number), (b, b_number) = comparison["a"], comparison["b"]
    return (a, a_number), (b, b_number)


def nearest(text: str, words: str, span: Span) -> Span | None:
    """Return where ``words`` stand nearest to a span, in its paragraph if they do.

    Of two as near it is the later.
    """
    best: tuple[bool, int, int] | None = None
    start = text.find(words)
    while start >= 0:
        end = start + len(words)
        between = text[min(end, span.end) : max(start, span.start)]
        found = "\n\n" in between, max(start - span.end, span.start - end, 0), -start
        best = found if best is None else min(best, found)
        start = text.find(words, start + 1)
    return None if best is None else Span(-best[2], -best[2] + len(words))


def _found(text: str, exact: str) -> Span:
    start = text.index(exact)
    return Span(start, start + len(exact))


def _names(speaker: str | None) -> tuple[str, ...]:
    return tuple(speaker.split(dossier_shape.JOINT)) if speaker else ()


def _number(value: float | None) -> Number | None:
    if value is None or isinstance(value, int):
        return value
    return int(value) if value.is_integer() else Decimal(str(value))


def _interval(ends: Sequence[float]) -> Interval:
    low = _number(ends[0])
    return Interval(0 if low is None else low, _number(ends[1]))


def _day(value: str | None) -> dt.date | None:
    return dt.date.fromisoformat(value) if value else None
