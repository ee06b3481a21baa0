"""Number phrases of German: "mindestens 12", "rund 1.200", "zwischen 20 und 25"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from claims.domain import number_intervals as intervals
from claims.domain.intervals import LARGEST, Interval, Number
from claims.domain.number_forms import Form
from claims.domain.numbers import NumberPhrase
from claims.domain.spans import Span
from claims.extraction.lexicon import german_numbers as words
from claims.extraction.numbers_german_atoms import Atom, atom_of

_LARGEST = LARGEST // 4  # so that hedges stay within bounds
_YEARS = range(1900, 2101)
_HEDGE_REACH = 30


def scan(text: str, lowered: str) -> Iterator[NumberPhrase]:
    """Yield every number of ``text`` in order, whatever it is used for."""
    start = 0
    while found := words.ATOM.search(lowered, start):
        atom = atom_of(found)
        start = found.end()
        if atom.value <= _LARGEST:
            phrase = _phrase(text, lowered, atom)
            start = max(phrase.span.end, start)
            yield phrase


def _phrase(text: str, lowered: str, atom: Atom) -> NumberPhrase:
    atom, second = _ends(lowered, atom)
    end = second.end if second else atom.end
    hedge, start = _hedge_before(lowered, atom.start, ranged=second is not None)
    kind = words.HEDGES.get(hedge, "")
    form = _form(text, lowered, atom, end, hedged=bool(kind))
    value = _value(atom, second, kind)
    is_marked = form in {Form.SHARE, Form.MONEY}
    if is_marked and (sign := words.AFTER.match(lowered, end)):
        end = sign.end()
    span = Span(start, end)
    hard, core = value.pair
    printed = (
        () if atom.kind != "plain" else (atom.value, *((second.value,) if second else ()))
    )
    return NumberPhrase(
        span=span,
        text=span.of(text),
        number=Span(atom.start, second.end if second else atom.end),
        form=form,
        kind=value.kind,
        hedge=hedge,
        hedge_kind=kind,
        hard=hard,
        core=core,
        low=value.low,
        high=value.high,
        printed=printed,
        strict=kind in {"more_than", "less_than"},
        additive=_is_additive(lowered, start, end),
        currency=_currency(lowered, end) if form is Form.MONEY else "",
    )


def _ends(lowered: str, atom: Atom) -> tuple[Atom, Atom | None]:
    """Return both ends of "20 bis 25", "zwischen 20 und 25", "drei bis vier Millionen"."""
    before = lowered[max(0, atom.start - _HEDGE_REACH) : atom.start]
    joint = words.AND if words.BETWEEN.search(before) else words.RANGE
    found = joint.match(lowered, atom.end) if atom.kind == "plain" else None
    second = found and words.SECOND.match(lowered, found.end())
    if not second:
        return atom, None
    other = atom_of(second)
    if other.kind != "plain" or other.value > _LARGEST:
        return atom, None
    if other.unit and not atom.unit and atom.value < other.value // other.unit + 1:
        scale = next(size for size in (10**9, 10**6, 1000, 1) if other.value >= size)
        atom = replace(atom, value=atom.value * scale, unit=other.unit)
    return (atom, other) if atom.value < other.value else (atom, None)


def _hedge_before(lowered: str, start: int, *, ranged: bool) -> tuple[str, int]:
    begin = max(0, start - _HEDGE_REACH)
    if ranged and (between := words.BETWEEN.search(lowered, begin, start)):
        return "zwischen", between.start()
    found = words.HEDGE.search(lowered, begin, start)
    if found is None:
        exactly = words.EXACTLY.search(lowered, begin, start)
        return "", exactly.start() if exactly else start
    return found["hedge"], found.start()


def _form(text: str, lowered: str, atom: Atom, end: int, *, hedged: bool) -> Form:
    """Say what the number is used for."""
    if atom.kind == "none":
        return Form.ABSENCE
    after = words.AFTER.match(lowered, end)
    if after and atom.kind != "both":
        return _FORMS[after.lastgroup or ""]
    before = lowered[max(0, atom.start - _HEDGE_REACH) : atom.start]
    return _form_before(before, text, atom, end, hedged=hedged)


def _form_before(before: str, text: str, atom: Atom, end: int, *, hedged: bool) -> Form:
    """Say what the words before the number make it."""
    if _is_ordinal(text, end, before):
        return Form.ORDINAL
    if words.AGED.search(before):
        return Form.AGE
    if hedged:
        return Form.COUNT
    if words.NAMED.search(before):
        return Form.NAME
    return Form.YEAR if _is_year(text, atom, end) else Form.COUNT


_FORMS = {form.value: form for form in Form}


def _is_ordinal(text: str, end: int, before: str) -> bool:
    """Tell "der 3. Tag" and "das 20. von" from "stieg auf 43. Die ..."."""
    if words.ORDINAL.match(text, end):
        return True
    return text[end : end + 1] == "." and words.ARTICLE.search(before) is not None


def _is_year(text: str, atom: Atom, end: int) -> bool:
    if atom.dotted or atom.unit or atom.value not in _YEARS:
        return False
    is_digits = text[atom.start].isdecimal()
    return is_digits and words.COUNTED.match(text, end) is None


def _is_additive(lowered: str, start: int, end: int) -> bool:
    before = lowered[max(0, start - _HEDGE_REACH) : start]
    if words.MORE_BEFORE.search(before):
        return True
    return words.MORE_AFTER.match(lowered, end) is not None


def _currency(lowered: str, end: int) -> str:
    found = words.AFTER.match(lowered, end)
    return words.CURRENCIES.get(found[0].strip(), "") if found else ""


@dataclass(frozen=True, slots=True)
class _Value:
    """What a phrase says once hedge and numbers are put together."""

    kind: str
    pair: tuple[Interval, Interval]
    low: Number | None
    high: Number | None


def _value(atom: Atom, second: Atom | None, hedge: str) -> _Value:
    if atom.vague is not None:
        hard_low, hard_high, low, high, printed_low, printed_high = atom.vague
        pair = Interval(hard_low, hard_high), Interval(low, high)
        return _Value("vague", pair, printed_low, printed_high)
    if atom.kind == "none":
        return _Value("zero", intervals.exactly(0), 0, 0)
    if second is not None and not hedge:
        whole = intervals.between(atom.value, second.value)
        return _Value("range", whole, atom.value, second.value)
    return _hedged(atom, second, hedge)


def _hedged(atom: Atom, second: Atom | None, hedge: str) -> _Value:
    top = second.value if second else atom.value
    if hedge in {"at_least", "more_than"}:
        named = second.value if second else None
        pair = intervals.floor(atom.value, named=named, above=hedge == "more_than")
        return _Value("at_least", pair, atom.value, None)
    if hedge in {"at_most", "less_than"}:
        return _Value(
            "at_most", intervals.ceiling(top, below=hedge == "less_than"), None, top
        )
    return _near(atom, top, hedge)


def _near(atom: Atom, value: Number, hedge: str) -> _Value:
    """Read a number with "rund", "fast", "knapp" or "gut", or with no hedge."""
    if hedge == "just_over":
        return _Value("approx", intervals.just_over(value), value, None)
    if hedge == "just_under":
        return _Value("approx", intervals.just_under(value), None, value)
    if hedge:
        pair = intervals.nearly(value) if hedge == "nearly" else intervals.about(value)
        return _Value("approx", pair, atom.value, value)
    exact = intervals.scaled(value, atom.unit) if atom.unit else intervals.exactly(value)
    return _Value("exact", exact, value, value)
