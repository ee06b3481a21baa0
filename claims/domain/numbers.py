"""Number phrases: how many a text says there were, with the words that hedge it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claims.domain import number_patterns as patterns
from claims.domain.intervals import Interval, Number
from claims.domain.number_atoms import Atom, atom_at, next_atom
from claims.domain.number_forms import Form, form_by_capitals, form_of
from claims.domain.number_intervals import (
    DEFAULTS,
    Pair,
    Parameters,
    about,
    between,
    ceiling,
    collective,
    exactly,
    floor,
    just_over,
    just_under,
    nearly,
    scaled,
)
from claims.domain.number_words import AFTER, CEILINGS, FLOORS, HEDGES, Vague
from claims.domain.spans import Span

Printed = tuple[Number | None, Number | None]


@dataclass(frozen=True, slots=True)
class NumberPhrase:
    """One number as printed, with its hedge, and the values that it allows.

    ``hard`` is what the words allow in logic, ``core`` what a reader takes them to
    mean; both are None where a text says that nothing was reported. ``low`` and
    ``high`` are the printed bounds: "more than 300" prints 300 and no high, "dozens"
    stands for 24. ``printed`` are the numbers that are uttered: "dozens" utters none.
    ``number`` is the span without the hedge.
    """

    span: Span
    text: str
    number: Span
    form: Form
    kind: str
    hedge: str
    hedge_kind: str
    hard: Interval | None
    core: Interval | None
    low: Number | None
    high: Number | None
    printed: tuple[Number, ...] = ()
    low_range: tuple[Number, Number] | None = None
    strict: bool = False
    additive: bool = False
    currency: str = ""

    @property
    def open_low(self) -> bool:
        return self.kind == "at_most"

    @property
    def open_high(self) -> bool:
        return self.hard is not None and self.hard.high is None


@dataclass(frozen=True, slots=True)
class _Value:
    """What a phrase says once hedge and numbers are put together."""

    kind: str
    pair: Pair | None
    printed: Printed
    low_range: tuple[Number, Number] | None = None
    strict: bool = False


_ABSENT = {
    "zero": _Value("zero", exactly(0), (0, 0)),
    "unknown": _Value("unknown", (Interval(1, None),) * 2, (1, None)),
    "no_report": _Value("no_report", None, (None, None)),
}
_UTTERED = {"plain", "collective", "fraction"}
_THOUSAND = 1000
_STEP = 3  # "by 12 to 431" is no range: the second is the new toll


def read(text: str, table: Parameters = DEFAULTS) -> list[NumberPhrase]:
    """Return the counts in ``text``: no ages, dates, shares, sums, lengths or names."""
    counts = {Form.COUNT, Form.ABSENCE}
    return [phrase for phrase in scan(text, table) if phrase.form in counts]


def scan(text: str, table: Parameters = DEFAULTS) -> Iterator[NumberPhrase]:
    """Yield every number in ``text`` in order, whatever it is used for."""
    lowered = lower(text)
    start = 0
    last = None
    while atom := next_atom(lowered, start):
        phrase = _Reader(lowered, _hedged_like(atom, last, lowered), table).phrase(text)
        start = max(phrase.number.end, atom.end)
        last = phrase
        yield phrase


def _hedged_like(atom: Atom, last: NumberPhrase | None, lowered: str) -> Atom:
    """Give "more than 100 km (60 miles)" its hedge in the brackets as well."""
    if (
        last is None
        or not last.hedge_kind
        or atom.hedge
        or last.form in patterns.UNCONVERTED
    ):
        return atom
    gap = lowered[last.number.end : atom.start]
    if len(gap) > patterns.CONVERTED or not patterns.BRACKET.fullmatch(gap):
        return atom
    return atom._replace(hedge=last.hedge, hedge_start=atom.start)


def lower(text: str) -> str:
    """Return ``text`` in lower case with every offset unchanged."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := each.lower()) == 1 else each for each in text)


class _Reader:
    """One number phrase in the making."""

    def __init__(self, lowered: str, atom: Atom, table: Parameters) -> None:
        self.text, self.table = lowered, table
        self.atoms = [atom]
        self.hedge, self.start, self.end = atom.hedge, atom.start, atom.end
        self.hedge_kind = HEDGES.get(atom.hedge, "")
        if atom.hedge:
            self.start = atom.hedge_start
        elif lowered.endswith("ly ", 0, self.start):
            found = patterns.EXACTLY.search(lowered, max(0, self.start - 12), self.start)
            self.start = found.start() if found else self.start
        self.form = Form.COUNT

    def phrase(self, text: str) -> NumberPhrase:
        first = self.atoms[0]
        if first.kind in {"plain", "collective"}:
            self._extend()
        self._see_form(text)
        number = Span(first.start, self.atoms[-1].end)
        self._see_after()
        value = self._value()
        span = Span(self.start, max(self.end, number.end))
        hard, core = value.pair or (None, None)
        return NumberPhrase(
            span=span,
            text=span.of(text),
            number=number,
            form=self.form,
            kind=value.kind,
            hedge=self.hedge,
            hedge_kind=self.hedge_kind,
            hard=hard,
            core=core,
            low=value.printed[0],
            high=value.printed[1],
            printed=tuple(atom.value for atom in self.atoms if atom.kind in _UTTERED),
            low_range=value.low_range,
            strict=value.strict,
            additive=self._is_additive(),
            currency=self._currency(),
        )

    def _extend(self) -> None:
        """Take the other end of a range in."""
        if self._extend_over_list():
            return
        before = self.text[max(0, self.start - 60) : self.start]
        word = patterns.BETWEEN.search(before)
        joint = (patterns.AND if word else patterns.RANGE).match(
            self.text, self.atoms[0].end
        )
        second = joint and self._second(joint)
        if joint is None or second is None:
            return
        first, second = _share_scale(self.atoms[0], second)
        if not first.value < second.value:
            if "-" in joint[0] or "–" in joint[0]:
                self._see_score(second)
            return
        origin = None if word else patterns.FROM.search(before)
        step = before.endswith("by ") and second.value > _STEP * first.value
        if step or _is_move(before, origin):  # "risen by 12 to 431"
            return
        opening = word or origin
        if opening:
            self.start -= len(before) - opening.start()
            self.hedge = " ".join((opening[0].strip(), self.hedge)).strip()
        self.atoms = [first, second]
        self.end = second.end

    def _second(self, joint: re.Match[str]) -> Atom | None:
        """Return the number after ``joint`` if it can be the other end of a range."""
        second = atom_at(self.text, joint.end())
        if second is None or second.kind not in {"plain", "collective"}:
            return None
        if patterns.SHARE.match(joint[0]) and not patterns.SHARE.match(
            self.text, second.end
        ):
            return None
        return second

    def _extend_over_list(self) -> bool:
        """Take "one, two or four" as one to four."""
        found = patterns.LISTED.match(self.text, self.atoms[0].end)
        if found is None:
            return False
        last = atom_at(self.text, found.end())
        if last is None or last.kind != "plain" or not self.atoms[0].value < last.value:
            return False
        self.atoms.append(last)
        self.end = last.end
        return True

    def _see_score(self, second: Atom) -> None:
        self.form = Form.SCORE
        self.atoms.append(second)
        self.end = second.end

    def _see_form(self, text: str) -> None:
        first, last = self.atoms[0], self.atoms[-1]
        if first.kind in _ABSENT:
            self.form = Form.ABSENCE
        elif first.kind == "fraction":
            self.form = Form.SHARE
        elif self.form is Form.COUNT:
            hedged = bool(self.hedge_kind)
            self.form = form_of(self.text, first.start, last.end, hedged=hedged)
            if self._currency() and self.form not in {Form.SHARE, Form.NAME}:
                self.form = Form.MONEY
            if self.form is Form.SHARE:
                self._take_sign()
            if self.form is Form.COUNT and not hedged:
                self.form = form_by_capitals(text, first.start, last.end)

    def _take_sign(self) -> None:
        sign = patterns.SHARE.match(self.text, self.end)
        if sign:
            self.end = sign.end()

    def _currency(self) -> str:
        return self.atoms[0].currency or self.atoms[-1].currency

    def _see_after(self) -> None:
        found = patterns.HEDGE_AFTER.match(self.text, self.end)
        if found is None or self.hedge_kind or self.atoms[0].kind == "zero":
            return
        words = found["phrase"] or found["late"]
        kind = AFTER[re.sub(r"\s+", " ", words)] if words else "at_least"
        if found["plus"] and found["plus"] in {"-odd", "-ish"}:
            kind = "about"
        self.hedge, self.hedge_kind = found[0].strip(), kind
        self.end = found.end()

    def _is_additive(self) -> bool:
        before = self.text[max(0, self.start - 14) : self.start]
        if patterns.MORE_BEFORE.search(before):
            return True
        return patterns.MORE_AFTER.match(self.text, self.end) is not None

    def _value(self) -> _Value:
        atom = self.atoms[0]
        if atom.kind in _ABSENT:
            return _ABSENT[atom.kind]
        if atom.vague is not None:
            return _vague(atom.vague)
        if self.form is not Form.SCORE and len(self.atoms) > 1:
            return self._ranged()
        if self.hedge_kind:
            return self._hedged(atom.value)
        kind = "exact" if atom.value else "zero"
        return _Value(kind, self._plain(atom), (atom.value, atom.value))

    def _plain(self, atom: Atom) -> Pair:
        if isinstance(atom.value, int) and atom.kind == "collective":
            return collective(atom.value, self.table)
        if atom.unit:
            return scaled(atom.value, atom.unit, self.table)
        return exactly(atom.value)

    def _ranged(self) -> _Value:
        low, high = (atom.value for atom in self.atoms)
        if self.hedge_kind in FLOORS:
            above = self.hedge_kind == "more_than"
            pair = floor(low, named=high, above=above, table=self.table)
            return _Value("at_least", pair, (low, None), (low, high), strict=above)
        if self.hedge_kind in CEILINGS:
            return self._hedged(high)
        return _Value("range", between(low, high), (low, high))

    def _hedged(self, value: Number) -> _Value:
        kind, table = self.hedge_kind, self.table
        if kind in FLOORS:
            above = kind == "more_than"
            pair = floor(value, above=above, table=table)
            return _Value("at_least", pair, (value, None), strict=above)
        if kind in CEILINGS:
            below = kind == "less_than"
            pair = ceiling(value, least=self._least(), below=below, table=table)
            return _Value("at_most", pair, (None, value), strict=below)
        if kind == "just_over":
            return _Value("approx", just_over(value, table), (value, None))
        if kind == "just_under":
            return _Value("approx", just_under(value, table), (None, value))
        pair = nearly(value, table) if kind == "nearly" else about(value, table)
        return _Value("approx", pair, (value, value))

    def _least(self) -> int:
        """Return 1 where the sentence says that it happened, else 0."""
        before = self.text[max(0, self.start - 14) : self.start]
        if patterns.DID.search(before) or patterns.HAPPENED.match(self.text, self.end):
            return 1
        return 0


def _is_move(before: str, origin: re.Match[str] | None) -> bool:
    """Say whether "from" follows a verb such as "rose": two numbers, no range."""
    return origin is not None and bool(patterns.MOVED.search(before, 0, origin.start()))


def _share_scale(first: Atom, second: Atom) -> tuple[Atom, Atom]:
    """Give "10 to 15 thousand" and "4-5,000" the same scale on both sides."""
    scale = second.scale
    if first.scale > 1:
        return first, second
    if scale == 1 and first.digits and second.digits and second.value % _THOUSAND == 0:
        scale = _THOUSAND
    shared = first.value * scale
    if shared < second.value and first.value < _THOUSAND:
        return first._replace(value=shared, scale=scale), second
    return first, second


def _vague(row: Vague) -> _Value:
    hard_low, hard_high, low, high, printed_low, printed_high = row
    pair = Interval(hard_low, hard_high), Interval(low, high)
    return _Value("vague", pair, (printed_low, printed_high))
