"""How fast figures are related, counted and kept up to date, and how that grows.

    python -m bench.figures [--small]

Prints each measurement with its limit, and the exponent of the growth in n. Times are
of the processor, so that a busy machine does not count. The figures are made up here,
from a fixed seed.
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import time
from collections.abc import Callable, Iterator
from math import log, log2
from pathlib import Path

# Run as a file as well as a module.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from claims.domain.figures import Figure, Kind, Locus
from claims.domain.intervals import Interval
from claims.domain.ledger import Ledger
from claims.domain.moments import Moment
from claims.domain.pairs import conflict_count, telling_pairs
from claims.domain.reasons import severity_of
from claims.domain.scopes import Scope
from claims.domain.sets import live, positions, quorum

SEED = 20310504
DAYS = 5
SCOPE = Scope("killed", event=("bench",))


def figures(count: int, *, truth: int, speakers: int, at: random.Random) -> list[Figure]:
    """Return figures that mostly agree around ``truth``, as reports do."""
    voices = [frozenset({f"speaker {number}"}) for number in range(speakers)]
    return [_figure(number, truth, at.choice(voices), at) for number in range(count)]


def _figure(number: int, truth: int, speakers: frozenset[str], at: random.Random) -> Figure:
    said = max(1, round(truth * at.choice((1, 1, 1, 1, 0.9, 1.1, at.uniform(0.5, 2)))))
    kind = at.choice((Kind.EXACT, Kind.EXACT, Kind.AT_LEAST, Kind.APPROX, Kind.RANGE))
    hard = core = Interval(said, said)
    if kind is Kind.AT_LEAST:
        hard, core = Interval(said, None), Interval(said, 2 * said)
    if kind is Kind.APPROX:
        tenth, less = max(1, said // 10), max(1, said // 20)
        hard = Interval(said - tenth, said + tenth)
        core = Interval(said - less, said + less)
    if kind is Kind.RANGE:
        hard = core = Interval(said, said + said // 5)
    day = at.randrange(DAYS + 1)
    return Figure(
        id=str(number),
        scope=SCOPE,
        hard=hard,
        core=core,
        kind=kind,
        printed=(said,),
        as_of=Moment(day, day) if day < DAYS else None,
        speakers=speakers,
        locus=at.choice(tuple(Locus)),
        origin=next(iter(speakers)),
    )


def seconds(act: Callable[..., object], *given: object) -> float:
    start = time.process_time()
    act(*given)
    return time.process_time() - start


def report(what: str, took: float, limit: float, unit: str = "s") -> bool:
    verdict = "ok" if took <= limit else "MISSED"
    print(f"{what:<58}{took:>10.3f} {unit:<3} limit {limit:g} {unit}  {verdict}")
    return took <= limit


def exponent(points: list[tuple[int, float]]) -> float:
    """Return the slope of the cost over n on paper with two logarithmic scales."""
    xs = [log(size) for size, _ in points]
    ys = [log(cost) for _, cost in points]
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    over = sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True))
    return over / sum((a - x) ** 2 for a in xs)


def one_quantity(count: int) -> Iterator[bool]:
    points: list[tuple[int, float]] = []
    for size in (count // 100, count // 10, count):
        made = figures(size, truth=1000, speakers=size, at=random.Random(SEED))
        standing = live(made)
        took = {
            "positions": seconds(positions, standing),
            "pairs": seconds(conflict_count, standing),
            "quorum": seconds(quorum, standing),
        }
        parts = ", ".join(f"{name} {cost:.3f}" for name, cost in took.items())
        print(f"  {size:>9,} figures: {parts}")
        points.append((size, sum(took.values())))
    yield report(f"{count:,} figures: positions, pairs and quorum", points[-1][1], 1.0)
    print(f"  grows with n to the power of {exponent(points):.2f} (n log n is about 1.1)")


def one_insert(count: int) -> Iterator[bool]:
    points: list[tuple[int, float]] = []
    for size in (count // 10, count // 3, count, count * 3, count * 10):
        at = random.Random(SEED)
        made = figures(size + 500, truth=1000, speakers=size // 4, at=at)
        ledger = Ledger(made[:size])
        took = sorted(seconds(insert, ledger, figure) for figure in made[size:])
        middle, worst = took[len(took) // 2], took[-1]
        print(
            f"  into {size:>9,}: middle {middle * 1e3:.4f} ms, worst {worst * 1e3:.4f} ms"
        )
        points.append((size, middle))
        if size == count:
            yield report(
                f"one figure into {count:,}, the worst of 500", worst * 1e3, 5, "ms"
            )
            print(f"  {listing(ledger, made[-1])}")
    print(f"  {in_log_n(points)}")
    print(f"  grows with n to the power of {exponent(points):.2f} (log n is about 0.1)")


def insert(ledger: Ledger, figure: Figure) -> None:
    ledger.add(figure)
    ledger.conflict_count_of(figure)


def listing(ledger: Ledger, figure: Figure) -> str:
    start = time.process_time()
    count = sum(1 for _ in ledger.telling(figure))
    took = time.process_time() - start
    each = took / max(1, count) * 1e6
    return (
        f"listing its {count:,} telling relations takes {took * 1e3:.1f} ms, "
        f"{each:.1f} microseconds each"
    )


def in_log_n(points: list[tuple[int, float]]) -> str:
    """Fit the cost by a constant and a share of log n; say how well that goes."""
    xs, ys = [log2(size) for size, _ in points], [cost * 1e6 for _, cost in points]
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    share = sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True))
    share /= sum((a - x) ** 2 for a in xs)
    off = sum((b - y - share * (a - x)) ** 2 for a, b in zip(xs, ys, strict=True))
    whole = sum((b - y) ** 2 for b in ys)
    fixed = y - share * x
    return (
        f"fit: {fixed:.1f} + {share:.2f} log2 n microseconds, "
        f"which explains {1 - off / whole:.0%} of the growth"
    )


def everything(count: int, quantities: int) -> Iterator[bool]:
    """Recompare many quantities from nothing, keeping every figure in memory."""
    at = random.Random(SEED)
    each = count // quantities
    made = [
        figures(each, truth=at.randrange(5, 5000), speakers=max(2, each // 2), at=at)
        for _ in range(quantities)
    ]
    found = {"telling pairs": 0, "positions": 0}

    def recompare() -> None:
        for group in made:
            standing = live(group)
            conflict_count(standing)
            quorum(standing)
            found["positions"] += len(positions(standing))
            for a, b, finding in telling_pairs(group):
                severity_of(a, b, finding)
                found["telling pairs"] += 1

    took = seconds(recompare)
    told = ", ".join(f"{number:,} {name}" for name, number in found.items())
    print(f"  {count:,} figures in {quantities:,} quantities: {told}")
    yield report(f"{count:,} figures recompared", took, 60.0)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    yield report("greatest memory", peak, 1024, "MB")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--small", action="store_true", help="a tenth of the figures")
    share = 10 if parser.parse_args().small else 1
    held = [
        *one_quantity(100_000 // share),
        *one_insert(10_000 // share),
        *everything(1_000_000 // share, 50_000 // share),
    ]
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main())
