"""A sorted multiset that takes and gives in little time, however large it is."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from typing import Any, Generic, Protocol, TypeVar


class Ordered(Protocol):
    def __lt__(self, other: Any, /) -> bool: ...  # any: int, Decimal and infinity compare


Item = TypeVar("Item", bound=Ordered)

_RUN = 512


class Sorted(Generic[Item]):
    """Items in order, cut into short runs so that none is moved far.

    How many items stand before a run is kept in a binary indexed tree, which is built
    anew when a run is cut or emptied. So adding, removing and counting cost log n.
    """

    def __init__(self, items: Iterable[Item] = ()) -> None:
        every = sorted(items)
        self._runs = [every[at : at + _RUN] for at in range(0, len(every), _RUN)]
        self._tree: list[int] = []
        self._build()

    def __len__(self) -> int:
        return self._before(len(self._runs))

    def __iter__(self) -> Iterator[Item]:
        for run in self._runs:
            yield from run

    def __reversed__(self) -> Iterator[Item]:
        for run in reversed(self._runs):
            yield from reversed(run)

    def add(self, item: Item) -> None:
        if not self._runs:
            self._runs.append([item])
            self._build()
            return
        at = min(self._run_of(item), len(self._runs) - 1)
        run = self._runs[at]
        insort(run, item)
        self._count(at, 1)
        if len(run) > 2 * _RUN:
            self._runs[at : at + 1] = [run[:_RUN], run[_RUN:]]
            self._build()

    def remove(self, item: Item) -> None:
        """Take out one item; raise ValueError if it is not there."""
        at = self._run_of(item)
        run = self._runs[at] if at < len(self._runs) else []
        place = bisect_left(run, item)
        if place == len(run) or run[place] != item:
            raise ValueError(f"not among the items: {item}")
        del run[place]
        self._count(at, -1)
        if not run:
            del self._runs[at]
            self._build()

    def count_below(self, item: Item) -> int:
        """Count the items that are smaller."""
        at = self._run_of(item)
        within = bisect_left(self._runs[at], item) if at < len(self._runs) else 0
        return self._before(at) + within

    def last(self) -> Item | None:
        """Return the greatest item, or None if there is none."""
        return self._runs[-1][-1] if self._runs else None

    def below(self, item: Item) -> Iterator[Item]:
        """Yield the items that are smaller, in order."""
        for known in self:
            if not known < item:
                return
            yield known

    def from_(self, item: Item) -> Iterator[Item]:
        """Yield the items that are not smaller, in order."""
        at = self._run_of(item)
        for number in range(at, len(self._runs)):
            run = self._runs[number]
            start = bisect_left(run, item) if number == at else 0
            yield from run[start:]

    def _run_of(self, item: Item) -> int:
        """Return the first run whose last item is not smaller."""
        low, high = 0, len(self._runs)
        while low < high:
            middle = (low + high) // 2
            if self._runs[middle][-1] < item:
                low = middle + 1
            else:
                high = middle
        return low

    def _build(self) -> None:
        self._tree = [0] * len(self._runs)
        for at, run in enumerate(self._runs):
            self._count(at, len(run))

    def _count(self, at: int, change: int) -> None:
        while at < len(self._tree):
            self._tree[at] += change
            at |= at + 1

    def _before(self, at: int) -> int:
        """Count the items of the runs before ``at``."""
        total = 0
        while at > 0:
            total += self._tree[at - 1]
            at &= at - 1
        return total
