"""A dossier file read as values that can be stored."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from claims.domain import numbers
from claims.domain.intervals import Interval, Number
from claims.domain.measures import counted
from claims.domain.number_hedges import intervals_of
from claims.domain.spans import Span
from claims.domain.text import normalise
from claims.errors import Unreadable
from claims.exchange import dossier_carrying as carrying
from claims.exchange import dossier_desk_reading as desk_reading
from claims.exchange import dossier_shape
from claims.exchange.dossier_scopes import Scopes, exported
from claims.models import Figure, Incident
from claims.services.attributing import Chain, Source
from claims.services.decisions import Decisions
from claims.services.dossier import (
    ArticleRow,
    Dossier,
    FiledFigure,
    House,
    Person,
    Role,
    Text,
)
from claims.services.filing import ScopeKey
from claims.services.given import GivenFigure, GivenQuote
from claims.services.recording import Happening
from claims.services.values import Value

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
    event, desk = content["event"], content.get("desk")
    return Dossier(
        happening=Happening(
            title=content["title"],
            summary=event["summary"],
            place=event["place"],
            happened_on=_day(event["date"]),
            happened_precision=desk["incident"]["precision"]
            if desk
            else Incident.Precision.DAY,
            slug=content["id"],
            is_demonstration=content.get("is_demonstration", False),
        ),
        people=tuple(_people(content)),
        parties=tuple((row["name"], row["side"] or "") for row in content["parties"]),
        articles=tuple(_articles(content)),
        houses=tuple(_house(row) for row in desk["outlets"]) if desk else (),
        parent=_parent(desk["incident"]["parent"]) if desk else None,
        carried=tuple(carrying.traced(desk) if desk else carrying.told(content)),
        decisions=desk_reading.decisions(desk) if desk else Decisions(),
        content=content,
    )


def _parent(row: Mapping[str, Any] | None) -> Happening | None:
    if row is None:
        return None
    return Happening(
        title=row["title"],
        place=row["place"],
        happened_on=_day(row["date"]),
        happened_precision=row["precision"],
        slug=row["id"],
    )


def _house(row: Mapping[str, Any]) -> House:
    return House(row["name"], row["kind"], row["domain"], row["family"] or "")


def _people(content: Mapping[str, Any]) -> Iterator[Person]:
    """Yield the speakers, and the parties of which more is known than a name."""
    rows = {row["name"]: row for row in content["speakers"]}
    exact = {row["name"]: row for row in content.get("desk", {}).get("people", ())}
    yield from (_person(row) for row in (rows | exact).values())


def _person(row: Mapping[str, Any]) -> Person:
    return Person(
        name=row["name"],
        kind=row["kind"],
        aliases=tuple(row["aliases"]),
        roles=tuple(
            Role(
                role["organisation"],
                role["title"],
                _day(role.get("from")),
                _day(role.get("until")),
            )
            for role in row["roles"]
        ),
        wikidata=row.get("wikidata", ""),
        note=row.get("note", ""),
    )


def _articles(content: Mapping[str, Any]) -> Iterator[ArticleRow]:
    scopes, known = Scopes(content), exported(content)
    desk = content.get("desk")
    for row in content["articles"]:
        exact = desk["articles"][row["id"]] if desk else None
        # Read even where an export says it: the first spelling of a population stands.
        read = [scopes.of(each, _day(each["as_of"])) for each in row["figures"]]
        filed = [
            known.get((row["id"], number), None if desk else scope)
            for number, scope in enumerate(read)
        ]
        yield _article(row, filed, exact)


def _article(
    row: Mapping[str, Any],
    scopes: Sequence[ScopeKey | None],
    exact: Mapping[str, Any] | None,
) -> ArticleRow:
    text = normalise(row["text"])
    published_on = dt.date.fromisoformat(row["published_at"])
    plain = ArticleRow(
        key=row["id"],
        outlet=row["outlet"],
        headline=row["headline"],
        text=text,
        published_at=dt.datetime.combine(published_on, dt.time(), tzinfo=dt.UTC),
        url=row["url"] or "",
        agency=row["agency"] or "",
        quotes=tuple(_quotes(row["quotes"], text)),
        figures=tuple(
            FiledFigure(_figure(figure, text), scope)
            for figure, scope in zip(row["figures"], scopes, strict=True)
        ),
    )
    return plain if exact is None else _exactly(plain, row, exact)


def _exactly(
    plain: ArticleRow, row: Mapping[str, Any], exact: Mapping[str, Any]
) -> ArticleRow:
    """Return the article with everything that an export says more exactly."""
    rejected = desk_reading.rejected(exact["rejected"])
    published_at = exact["published_at"]
    return replace(
        plain,
        published_at=desk_reading.moment(published_at) if published_at else None,
        precision=exact["precision"],
        byline=exact["byline"],
        language=exact["language"],
        texts=tuple(
            Text(
                plain.text if each["text"] is None else normalise(each["text"]),
                desk_reading.moment(each["retrieved_at"]),
            )
            for each in exact["revisions"]
        ),
        quotes=tuple(
            desk_reading.quote_of(details, quote["kind"], _day(quote.get("said_at")))
            for quote, details in zip(row["quotes"], exact["quotes"], strict=True)
        ),
        figures=tuple(
            replace(filed, figure=desk_reading.figure_of(details))
            for filed, details in zip(plain.figures, exact["figures"], strict=True)
        ),
        rejected_quotes=rejected[0],
        rejected_figures=rejected[1],
    )


def _quotes(rows: Sequence[Mapping[str, Any]], text: str) -> Iterator[GivenQuote]:
    for number, row in enumerate(rows):
        before = rows[number - 1] if number else None
        yield _quote(row, text, number - 1 if _continues(row, before) else None)


def _quote(row: Mapping[str, Any], text: str, continues: int | None) -> GivenQuote:
    span = _found(text, row["exact"])
    said = row["speaker_text"]
    mention = nearest(text, said, span) if said else None
    origins = [Source(name=name) for name in _names(row["speaker"])]
    if row["speaker"] is None and said:
        origins.append(Source(descriptor=said))
    if origins:
        origins[0] = replace(origins[0], mention=mention)
    cue = row["cue"] and nearest(text, row["cue"][:_LONGEST_CUE], mention or span)
    return GivenQuote(
        span=span,
        kind=row["kind"],
        chain=Chain(tuple(origins), _relays(row)),
        cue=cue or None,
        continues=continues,
        said_at=_day(row.get("said_at")),
    )


def _relays(row: Mapping[str, Any]) -> tuple[Source, ...]:
    return tuple(Source(name=name) for name in row["via"])


def _continues(row: Mapping[str, Any], before: Mapping[str, Any] | None) -> bool:
    if before is None or row["cue"] or row["speaker_text"] or not row["speaker"]:
        return False
    return (row["speaker"], row["via"]) == (before["speaker"], before["via"])


def _figure(row: Mapping[str, Any], text: str) -> GivenFigure:
    names = _names(row["speaker"])
    origins = [Source(name=name) for name in names if not name[:1].islower()]
    described = [name for name in names if name[:1].islower()]
    if described:
        origins.append(Source(descriptor=dossier_shape.JOINT.join(described)))
    chain = Chain(tuple(origins), _relays(row))
    return GivenFigure(_found(text, row["exact"]), _value(row), chain)


def _value(row: Mapping[str, Any]) -> Value:
    low, high, hedge = _number(row["low"]), _number(row["high"]), row["hedge"]
    what = counted(row["measure"])
    if row.get("kind") == Figure.Kind.NO_REPORT:
        return _no_report(row)
    phrase = _phrase(row["exact"], low if high is None else high)
    if phrase is not None and phrase.low_range and hedge in ("at_least", "more_than"):
        high = phrase.low_range[1]
    low, high = (high, high) if low is None and hedge == "about" else (low, high)
    hard, core = intervals_of(low, high, hedge)
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


def _no_report(row: Mapping[str, Any]) -> Value:
    what = counted(row["measure"])
    return Value(
        measure=what.measure,
        hard=None,
        core=None,
        kind=Figure.Kind.NO_REPORT,
        population=row["population"],
        unit=what.unit,
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
