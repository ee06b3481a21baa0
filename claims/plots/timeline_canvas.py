"""Where everything stands on a timeline."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from statistics import median

from claims.domain.intervals import Number
from claims.plots import svg
from claims.plots.days import DayScale, spanning
from claims.plots.scale import Scale, fitting, straight_to
from claims.plots.times import DatedFigure, Timeline

HEIGHT = 300
TOP = 18
# Beyond so many times the middle value a straight axis would flatten the rest.
_OUTLYING = 20


@dataclass(frozen=True, slots=True)
class Canvas:
    """A timeline with its axes and the place of each figure along the days."""

    days: DayScale
    values: Scale
    timeline: Timeline
    width: int
    places: dict[str, float]


def canvas_of(timeline: Timeline, width: int) -> Canvas:
    """Return where everything stands on a page of ``width``."""
    is_wide = width > svg.NARROW
    near, far = (84, width - 210) if is_wide else (52, width - 112)
    moments = [figure.at for figure in timeline.figures]
    moments += [step.at for step in timeline.band]
    if not moments:
        raise ValueError("a timeline needs at least one figure")
    days = spanning(moments, between=(near, far))
    spans = [figure.hard for figure in timeline.figures]
    if timeline.settled is not None:
        spans.append(timeline.settled.span)
    values = fitting(
        spans,
        spans,
        between=(TOP + HEIGHT, TOP + 14),
        straight_to=_straight_to(timeline),
    )
    return Canvas(days, values, timeline, width, _side_by_side(timeline, days))


def _straight_to(timeline: Timeline) -> float:
    """Return how far the axis is straight: late differences count as much as growth."""
    uttered = [float(stated(figure)) for figure in timeline.figures] or [0.0]
    return max(_OUTLYING * median(uttered), straight_to(timeline.notation))


def _side_by_side(timeline: Timeline, days: DayScale) -> dict[str, float]:
    """Set figures of one moment beside each other, lest they hide each other."""
    by_place: dict[int, list[DatedFigure]] = defaultdict(list)
    for figure in timeline.figures:
        by_place[round(days.place(figure.at) / 10)].append(figure)
    places: dict[str, float] = {}
    for figures in by_place.values():
        gap = min(12.0, (days.far - days.near) / len(figures))
        length = (len(figures) - 1) * gap
        wanted = days.place(figures[0].at) - length / 2
        start = max(days.near, min(wanted, days.far - length))
        places |= {each.key: start + at * gap for at, each in enumerate(figures)}
    return places


def heights(low: Number, high: Number | None, values: Scale) -> tuple[float, float]:
    """Return where a range begins and ends; without an upper bound, at the top."""
    return values.place(low), values.far if high is None else values.place(high)


def point(figure: DatedFigure, canvas: Canvas) -> tuple[float, float]:
    """Return where the dot of a figure stands."""
    return canvas.places[figure.key], canvas.values.place(stated(figure))


def stated(figure: DatedFigure) -> Number:
    """Return the number that was uttered: the lower one, but for "up to 50" the upper."""
    if figure.named:
        return min(figure.named)
    if figure.hard.high is not None and figure.hard.low <= 1:
        return figure.hard.high
    return figure.hard.low
