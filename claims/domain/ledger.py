"""The figures of one quantity, kept up to date one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from math import inf

from claims.domain.figures import Figure
from claims.domain.intervals import Interval
from claims.domain.relations import Finding, classify
from claims.domain.scopes import DEFAULT_LATTICE, Lattice
from claims.domain.sets import (
    End,
    Envelope,
    counts,
    envelope,
    high_end,
)
from claims.domain.sorting import Sorted

_Place = tuple[End, float]  # a value and the number of the figure that has it


@dataclass(frozen=True, slots=True)
class Effect:
    """What adding or removing one figure changed: who stands now, who no longer does."""

    entered: tuple[Figure, ...] = ()
    left: tuple[Figure, ...] = ()

    @property
    def is_nothing(self) -> bool:
        return not (self.entered or self.left)


@dataclass(slots=True)
class _Voice:
    """The dated figures of one set of speakers: when each begins and ends."""

    starts: Sorted[int] = field(default_factory=Sorted)
    ends: Sorted[tuple[int, float]] = field(default_factory=Sorted)

    @property
    def latest(self) -> int:
        last = self.starts.last()
        return 0 if last is None else last


class Ledger:
    """Adds, changes and removes figures of one scope at a cost that hardly grows.

    Whatever the order in which figures came, the answers are those of the functions
    in ``sets`` on the figures that are there.
    """

    def __init__(
        self, figures: Iterable[Figure] = (), lattice: Lattice = DEFAULT_LATTICE
    ) -> None:
        self._lattice = lattice
        self._figures: dict[int, Figure] = {}
        self._numbers: dict[str, int] = {}
        self._given = 0
        self._live: set[int] = set()
        self._voices: dict[frozenset[str], _Voice] = {}
        self._restated: dict[str, set[int]] = {}
        self._lows: Sorted[_Place] = Sorted()
        self._highs: Sorted[_Place] = Sorted()
        self._core_lows: Sorted[_Place] = Sorted()
        self._core_highs: Sorted[_Place] = Sorted()
        self.conflicts = 0
        for figure in figures:
            self.add(figure)

    def __len__(self) -> int:
        return len(self._figures)

    def __contains__(self, figure_id: str) -> bool:
        return figure_id in self._numbers

    def add(self, figure: Figure) -> Effect:
        """Take a figure in; raise ValueError if it is there already."""
        if figure.id in self._numbers:
            raise ValueError(f"figure {figure.id} is in the ledger already")
        number = self._given
        self._given += 1
        self._figures[number], self._numbers[figure.id] = figure, number
        if figure.derived_from is not None:
            self._restated.setdefault(figure.derived_from, set()).add(number)
        if not counts(figure):
            return Effect()
        self._core_lows.add((figure.meant.low, number))
        self._core_highs.add((high_end(figure.meant), number))
        left = self._supersede(figure, number)
        if self._is_superseded(figure):
            return Effect()
        self._enter(number)
        return Effect(entered=(figure,), left=left)

    def remove(self, figure_id: str) -> Effect:
        """Take a figure out; raise ValueError if it is not there."""
        number = self._numbers.pop(figure_id, None)
        if number is None:
            raise ValueError(f"figure {figure_id} is not in the ledger")
        figure = self._figures.pop(number)
        if figure.derived_from is not None:
            self._restated[figure.derived_from].discard(number)
        if not counts(figure):
            return Effect()
        self._core_lows.remove((figure.meant.low, number))
        self._core_highs.remove((high_end(figure.meant), number))
        was_live = number in self._live
        if was_live:
            self._leave(number, figure)
        entered = self._reinstate(figure, number)
        return Effect(entered=entered, left=(figure,) if was_live else ())

    def replace(self, figure: Figure) -> Effect:
        """Put a changed figure in the place of the one with its id."""
        left = self.remove(figure.id)
        entered = self.add(figure)
        return Effect(left.entered + entered.entered, left.left + entered.left)

    def live(self) -> list[Figure]:
        """Return the figures that stand, by id."""
        return sorted(
            (self._figures[number] for number in self._live), key=lambda figure: figure.id
        )

    def outer(self) -> Interval | None:
        """Return the least interval that holds every live figure."""
        low, high = next(iter(self._lows), None), self._highs.last()
        return None if low is None or high is None else _interval(low[0], high[0])

    def inner(self) -> Interval | None:
        """Return the values that satisfy every live figure, or None if none does."""
        low, high = self._lows.last(), next(iter(self._highs), None)
        if low is None or high is None or low[0] > high[0]:
            return None
        return _interval(low[0], high[0])

    def envelope(self) -> Envelope | None:
        """Return what the live figures span, worked out anew in n log n."""
        return envelope(self.live())

    def conflict_count_of(self, figure: Figure) -> int:
        """Count the live figures that cannot be true together with ``figure``."""
        below = self._highs.count_below((figure.allowed.low, -1))
        above = len(self._lows) - self._lows.count_below((high_end(figure.allowed), inf))
        return below + above

    def telling(self, figure: Figure) -> Iterator[tuple[Figure, Finding]]:
        """Yield the figures to which ``figure`` has a relation worth a row of its own.

        The cost is that of the answer. Outdated figures are among them: an update
        leads from one.
        """
        for number in sorted(self._candidates(figure)):
            other = self._figures[number]
            found = classify(figure, other, self._lattice)
            if other.id != figure.id and found.is_telling:
                yield other, found

    def _candidates(self, figure: Figure) -> set[int]:
        if not counts(figure):
            return set()
        if figure.scope.is_vague:
            return {at for at, other in self._figures.items() if counts(other)}
        found = {int(at) for _, at in self._core_highs.below((figure.meant.low, -1))}
        above = (high_end(figure.meant), inf)
        found.update(int(at) for _, at in self._core_lows.from_(above))
        family = {figure.id, figure.derived_from} - {None}
        for source in family:
            found |= self._restated.get(source or "", set())
        if figure.derived_from in self._numbers:
            found.add(self._numbers[figure.derived_from])
        return {at for at in found if counts(self._figures[at])}

    def _supersede(self, figure: Figure, number: int) -> tuple[Figure, ...]:
        """Enter the time of a figure; return those that it makes outdated."""
        if figure.as_of is None or not figure.speakers:
            return ()
        voice = self._voices.setdefault(figure.speakers, _Voice())
        before = voice.latest
        voice.starts.add(figure.as_of.start)
        voice.ends.add((figure.as_of.end, number))
        outdated = self._ending(voice, before, voice.latest, but=number)
        for at in outdated:
            self._leave(at, self._figures[at])
        return tuple(self._figures[at] for at in outdated)

    def _reinstate(self, figure: Figure, number: int) -> tuple[Figure, ...]:
        """Take the time of a figure out; return those that it had made outdated."""
        if figure.as_of is None or not figure.speakers:
            return ()
        voice = self._voices[figure.speakers]
        before = voice.latest
        voice.starts.remove(figure.as_of.start)
        voice.ends.remove((figure.as_of.end, number))
        back = self._ending(voice, voice.latest, before, but=number)
        for at in back:
            self._enter(at)
        if not voice.starts:
            del self._voices[figure.speakers]
        return tuple(self._figures[at] for at in back)

    def _ending(self, voice: _Voice, start: int, stop: int, *, but: int) -> list[int]:
        """Return the figures whose time ends from ``start`` up to before ``stop``."""
        found: list[int] = []
        for end, number in voice.ends.from_((start, -1)):
            if end >= stop:
                break
            if number != but:
                found.append(int(number))
        return found

    def _is_superseded(self, figure: Figure) -> bool:
        if figure.as_of is None or not figure.speakers:
            return False
        return figure.as_of.end < self._voices[figure.speakers].latest

    def _enter(self, number: int) -> None:
        figure = self._figures[number]
        self.conflicts += self.conflict_count_of(figure)
        self._live.add(number)
        self._lows.add((figure.allowed.low, number))
        self._highs.add((high_end(figure.allowed), number))

    def _leave(self, number: int, figure: Figure) -> None:
        self._live.discard(number)
        self._lows.remove((figure.allowed.low, number))
        self._highs.remove((high_end(figure.allowed), number))
        self.conflicts -= self.conflict_count_of(figure)


def _interval(low: End, high: End) -> Interval | None:
    if isinstance(low, float):
        return None
    return Interval(low, None if isinstance(high, float) else high)
