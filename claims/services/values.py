"""What a figure says: as a person gives it, as words print it, as the log keeps it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from claims.domain import numbers
from claims.domain.intervals import Interval, Number
from claims.errors import Incomplete, Unreadable
from claims.models import Figure
from claims.services.dating import possible


@dataclass(frozen=True, slots=True)
class Value:
    """What a figure says: of what, how much, and as of when."""

    measure: str
    hard: Interval | None
    core: Interval | None
    kind: str = Figure.Kind.EXACT
    hedge: str = ""
    printed_low: Number | None = None
    printed_high: Number | None = None
    population: str = ""
    side: str = ""
    unit: str = "person"
    place: str = ""
    is_additive: bool = False
    is_correction: bool = False
    epistemic: str = Figure.Epistemic.STATED
    basis: str = Figure.Basis.CLAIM
    as_of: dt.date | None = None

    @property
    def columns(self) -> dict[str, Any]:
        if not self.measure.strip():
            raise Incomplete("Say what is counted.")
        return {
            "measure": self.measure.strip()[:60],
            "kind": self.kind,
            "hedge": self.hedge[:100],
            "printed_low": self.printed_low,
            "printed_high": self.printed_high,
            "low": self.hard.low if self.hard else None,
            "high": self.hard.high if self.hard else None,
            "core_low": self.core.low if self.core else None,
            "core_high": self.core.high if self.core else None,
            "population": self.population.strip()[:200],
            "side": self.side.strip()[:200],
            "unit": self.unit.strip()[:40] or "person",
            "place": self.place.strip()[:300],
            "is_additive": self.is_additive,
            "is_correction": self.is_correction,
            "epistemic": self.epistemic,
            "basis": self.basis,
            "as_of": possible(self.as_of),
        }


VALUE_COLUMNS = (
    *("measure", "population", "side", "unit", "place", "kind", "hedge", "as_of"),
    *("low", "high", "core_low", "core_high", "printed_low", "printed_high"),
    *("epistemic", "basis", "is_additive", "is_correction"),
)


def value_of(line: Mapping[str, Any]) -> Value:
    """Return the value that a line of the log kept."""
    # A line may be older than a column.
    kept = [name for name in VALUE_COLUMNS if name in line]
    known = {name: _figure_column(name, line[name]) for name in kept}
    hard = Figure(low=known.pop("low"), high=known.pop("high")).hard
    core = Figure(low=known.pop("core_low"), high=known.pop("core_high")).hard
    if line.get("is_as_of_inferred"):
        known["as_of"] = None
    return Value(hard=hard, core=core, **known)


def _figure_column(name: str, kept: object) -> Any:
    column: Any = Figure._meta.get_field(name)
    return column.to_python(kept)


def value_in(words: str, *, measure: str, population: str = "") -> Value:
    """Read the first number phrase in ``words`` as a value of ``measure``."""
    phrases = numbers.read(words)
    if not phrases:
        raise Unreadable(f"There is no number in “{words[:80]}”.")
    first = phrases[0]
    return Value(
        measure=measure,
        population=population,
        hard=first.hard,
        core=first.core,
        kind=first.kind,
        hedge=first.hedge,
        printed_low=min(first.printed, default=None),
        printed_high=max(first.printed, default=None),
        is_additive=first.additive,
    )


def log_of(figure: Figure) -> dict[str, Any]:
    """Return what a line of the log keeps of a figure."""
    columns = (*VALUE_COLUMNS, "is_as_of_inferred")
    return {column: getattr(figure, column) for column in columns}
