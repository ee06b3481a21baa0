"""How other recorders would settle the same figures: their rules, side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import inf

from claims.domain.figures import Basis, Figure, Interest, Kind
from claims.domain.intervals import Number, spelt
from claims.domain.measures import Measure
from claims.domain.sets import quorum


@dataclass(frozen=True, slots=True)
class Answer:
    """What one rule makes of the figures; an empty field is one it leaves open."""

    rule: str
    low: Number | None = None
    best: Number | None = None
    high: Number | None = None
    notes: tuple[str, ...] = ()


Rule = Callable[[Sequence[Figure]], Answer]

# What casualty recorders count; of anything else they have no rule.
CASUALTIES = frozenset(
    {
        *(Measure.KILLED, Measure.INJURED, Measure.CASUALTIES, Measure.LOST),
        *(Measure.DEAD_OR_MISSING, Measure.MISSING),
    }
)

_INTERESTED = frozenset({Interest.OWN, Interest.ENEMY})
_NOT_EXACT = frozenset({Kind.VAGUE, Kind.UNKNOWN})

# The nearest thing to a fixed order of trust that casualty recorders state.
TRUST_IN_BASIS = (
    *(Basis.NAMES, Basis.BODIES, Basis.MORGUE, Basis.HOSPITAL, Basis.OFFICIAL),
    *(Basis.CLAIM, Basis.ESTIMATE, Basis.MODEL),
)
TRUST_IN_INTEREST = (*(Interest.THIRD, Interest.UNKNOWN, Interest.OWN, Interest.ENEMY),)
# What Airwars makes of words, and no other rule: lowest and highest.
AIRWARS_WORDS: dict[str, tuple[int, int]] = {
    "dozens": (12, 24),
    "large numbers": (12, 24),
    "hundreds": (100, 200),
    "several": (2, 2),
    "others": (2, 2),
}


def answers(figures: Iterable[Figure], *, priority: Sequence[str] = ()) -> list[Answer]:
    """Return what each rule makes of the live ``figures`` of one quantity.

    Casualty recorders are asked about casualties only. ``priority`` names the speakers
    that EM-DAT's rule trusts, the foremost first. No answer is a settlement: that is a
    person's act.
    """
    valued = sorted(
        (figure for figure in figures if figure.hard is not None),
        key=lambda figure: figure.id,
    )
    if not valued:
        return []
    is_casualty = valued[0].scope.measure in CASUALTIES
    rules = (*RECORDERS, *ANYBODYS) if is_casualty else ANYBODYS
    return [*(rule(valued) for rule in rules), _em_dat(valued, priority)]


def _gtd(figures: Sequence[Figure]) -> Answer:
    notes: list[str] = []
    exact = [figure for figure in figures if figure.kind not in _NOT_EXACT]
    if len(exact) < len(figures):
        notes.append("Vague words are left blank.")
    if not exact:
        return Answer("GTD", notes=tuple(notes))
    if all(figure.interest in _INTERESTED for figure in exact):
        notes.append("Every figure is a party’s claim: treat as doubtful.")
    recent = _most_recent(exact)
    if recent and recent.interest not in _INTERESTED:
        notes.append("The most recent source.")
        return Answer("GTD", best=_taken(recent), notes=tuple(notes))
    majority = _majority(exact)
    if majority is not None:
        notes.append("Given by most independent sources.")
        return Answer("GTD", best=majority, notes=tuple(notes))
    notes.append("No majority among independent sources, so the lowest.")
    return Answer("GTD", best=_lowest(exact), notes=tuple(notes))


def _most_recent(figures: Sequence[Figure]) -> Figure | None:
    """Return the one figure that is later than all the others, if there is one."""
    if len(figures) == 1:
        return figures[0]
    times = [(figure.as_of, figure) for figure in figures if figure.as_of is not None]
    if not times:
        return None
    latest, figure = max(times, key=lambda pair: pair[0])
    others = [moment for moment, other in times if other is not figure]
    is_alone = len(times) == len(figures) and all(m.is_before(latest) for m in others)
    return figure if is_alone else None


def _majority(figures: Sequence[Figure]) -> Number | None:
    """Return the value that strictly most independent origins give, and at least two."""
    given = {(_taken(figure), figure.origin) for figure in figures if figure.origin}
    counts = Counter(value for value, _ in given).most_common(2)
    if not counts or counts[0][1] == 1:
        return None
    is_tied = len(counts) > 1 and counts[0][1] == counts[1][1]
    return None if is_tied else counts[0][0]


def _ucdp_like(figures: Sequence[Figure]) -> Answer:
    def rank(figure: Figure) -> tuple[int, int, Number]:
        return (
            TRUST_IN_INTEREST.index(figure.interest),
            TRUST_IN_BASIS.index(figure.basis),
            _taken(figure),
        )

    reliable = [figure for figure in figures if figure.interest not in _INTERESTED]
    notes = () if reliable else ("Only the parties’ own claims: no high is reliable.",)
    return Answer(
        "UCDP-like",
        low=_lowest(figures),
        best=_taken(min(figures, key=rank)),
        high=_highest(reliable or figures),
        notes=notes,
    )


def _acled(figures: Sequence[Figure]) -> Answer:
    if figures[0].scope.measure == Measure.INJURED:
        return Answer("ACLED", notes=("The injured are not coded.",))
    return Answer("ACLED", best=_lowest(figures), notes=("The most conservative.",))


def _ibc(figures: Sequence[Figure]) -> Answer:
    firm = [figure for figure in figures if len(_backers(figure, figures)) > 1]
    if not firm:
        return Answer("IBC", notes=("Provisional: no figure has two independent origins.",))
    single = [figure for figure in figures if figure not in firm]
    notes = (
        f"{_reach(figure)} rests on fewer than two origins."
        for figure in sorted(single, key=lambda figure: figure.allowed.low)
    )
    return Answer("IBC", low=_lowest(firm), high=_highest(firm), notes=tuple(notes))


def _backers(figure: Figure, figures: Sequence[Figure]) -> set[str]:
    return {
        other.origin
        for other in figures
        if other.origin and not other.meant.is_apart_from(figure.meant)
    }


def _reach(figure: Figure) -> str:
    return figure.allowed.in_words().capitalize()


def _airwars(figures: Sequence[Figure]) -> Answer:
    names = [figure for figure in figures if figure.basis is Basis.NAMES]
    ends = [_airwars_ends(figure) for figure in figures]
    low = _lowest(names) if names else min(low for low, _ in ends)
    origins = {figure.origin for figure in figures if figure.origin}
    notes = ["The low is the number of names found."] if names else []
    if len(origins) <= 1:
        notes.append("A single source: weak.")
    return Answer("Airwars", low=low, high=_top(ends), notes=tuple(notes))


def _airwars_ends(figure: Figure) -> tuple[Number, Number | None]:
    words = AIRWARS_WORDS.get(figure.hedge.lower()) if figure.kind is Kind.VAGUE else None
    return words or (_taken(figure), _greatest(figure))


def _em_dat(figures: Sequence[Figure], priority: Sequence[str]) -> Answer:
    for speaker in priority:
        theirs = [figure for figure in figures if speaker in figure.speakers]
        if theirs:
            chosen = max(theirs, key=lambda figure: (_time(figure), figure.allowed.low))
            notes = (f"{speaker} comes first on the list.",)
            return Answer("EM-DAT", best=_taken(chosen), notes=notes)
    why = (
        "None of the sources on the list gives a figure."
        if priority
        else ("Needs a list of priority sources.")
    )
    return Answer("EM-DAT", notes=(why,))


def _time(figure: Figure) -> float:
    return -inf if figure.as_of is None else figure.as_of.end


def _bbc(figures: Sequence[Figure]) -> Answer:
    low, high = _lowest(figures), _highest(figures)
    if low == high:
        return Answer("BBC", low=low, high=high, notes=("Attribute it.",))
    notes = ("Give the range, or the source with most authority by name.",)
    return Answer("BBC", low=low, high=high, notes=notes)


def _quorum(figures: Sequence[Figure]) -> Answer:
    found = quorum(figures)
    if not found.intervals:
        return Answer("Quorum", notes=("No figure has an independent origin.",))
    if len(found.intervals) > 1:
        tied = " and ".join(each.in_words() for each in found.intervals)
        return Answer(
            "Quorum",
            notes=(f"A tie, so no answer: {tied}, {_origins(found.weight)} each.",),
        )
    meet = found.intervals[0]
    told = _origins(found.weight).capitalize()
    note = f"{told} meet here." if found.weight > 1 else f"Only {told} gives it."
    return Answer("Quorum", low=meet.low, high=meet.high, notes=(note,))


def _origins(weight: int) -> str:
    return "1 origin" if weight == 1 else f"{spelt(weight)} origins"


RECORDERS: tuple[Rule, ...] = (_gtd, _ucdp_like, _acled, _ibc, _airwars)
ANYBODYS: tuple[Rule, ...] = (_bbc, _quorum)


def _lowest(figures: Iterable[Figure]) -> Number:
    return min(_taken(figure) for figure in figures)


def _highest(figures: Iterable[Figure]) -> Number | None:
    return _top([(_taken(figure), _greatest(figure)) for figure in figures])


def _top(ends: Sequence[tuple[Number, Number | None]]) -> Number | None:
    """Return the highest of some ends, or None if all are open.

    An open figure that names no number, like "dozens", still counts with its floor.
    """
    if all(high is None for _, high in ends):
        return None
    return max(low if high is None else high for low, high in ends)


_OPEN = frozenset({Kind.AT_LEAST, Kind.AT_MOST, Kind.VAGUE, Kind.UNKNOWN})


def _taken(figure: Figure) -> Number:
    """Return the number that a cautious recorder takes: 12 of "about 12"."""
    if figure.kind in _OPEN:
        return figure.allowed.low
    is_rounded = figure.kind is Kind.APPROX and figure.printed
    return min(figure.printed) if is_rounded else figure.meant.low


def _greatest(figure: Figure) -> Number | None:
    """Return the highest number of a figure: named if it is open, else its end."""
    if figure.kind is Kind.APPROX and figure.printed:
        return max(figure.printed)
    if figure.kind not in _OPEN:
        return figure.meant.high
    ends = [figure.named_high, figure.allowed.high]
    known = [end for end in ends if end is not None]
    return max(figure.allowed.low, *known) if known else None
