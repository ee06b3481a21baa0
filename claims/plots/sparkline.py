"""The spread of a quantity's figures, small enough for one line of the queue."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext

from claims.domain.intervals import Interval
from claims.plots import svg, wording
from claims.plots.notation import PERSONS, Notation
from claims.plots.scale import Scale, fitting, straight_to

WIDTH = 120
HEIGHT = 20
_MIDDLE = 10
_EDGE = 6
_ARROW = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """The hard intervals of the live figures of one quantity."""

    intervals: tuple[Interval, ...]
    settled: Interval | None = None
    notation: Notation = PERSONS
    positions: int | None = None


def draw(spread: Spread) -> SafeString:
    """Return the sparkline: a tick for each value, a bar for each range."""
    spans = [*spread.intervals, *([spread.settled] if spread.settled else [])]
    scale = fitting(
        spans,
        spans,
        between=(_EDGE, WIDTH - _EDGE - _ARROW),
        straight_to=straight_to(spread.notation),
    )
    return svg.element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "class": "plot plot--sparkline",
            "viewBox": f"0 0 {WIDTH} {HEIGHT}",
            "width": WIDTH,
            "height": HEIGHT,
            "role": "img",
            "aria-label": describe(spread),
        },
        svg.lines(
            [
                svg.element("title", {}, describe(spread)),
                svg.line("plot__grid", (_EDGE, _MIDDLE), (WIDTH - _EDGE, _MIDDLE)),
                *([_settled(spread.settled, scale)] if spread.settled else []),
                *(_interval(each, scale) for each in _distinct(spread.intervals)),
            ]
        ),
    )


def describe(spread: Spread) -> str:
    """Return the spread in one sentence."""
    if not spread.intervals:
        return gettext("No figure with a value.")
    low = min(each.low for each in spread.intervals)
    highs = [each.high for each in spread.intervals]
    bounded = [high for high in highs if high is not None]
    high = None if len(bounded) < len(highs) else max(bounded)
    facts = [spread.notation.interval(Interval(low, high))]
    if spread.positions is not None:
        facts.append(wording.positions(spread.positions))
    if spread.settled is not None:
        facts.append(wording.settled_at(spread.notation.interval(spread.settled)))
    return wording.sentence(wording.figures(len(highs)), facts)


def _distinct(intervals: tuple[Interval, ...]) -> list[Interval]:
    """Return each interval once, the wide ones first, so that none is hidden."""
    return sorted(set(intervals), key=lambda each: (each.high is not None, each.low))


def _settled(span: Interval, scale: Scale) -> SafeString:
    near, far = _ends(span, scale)
    return svg.box("plot__settled", (near - 2, 2), (far - near + 4, HEIGHT - 4))


def _interval(interval: Interval, scale: Scale) -> SafeString:
    near, far = _ends(interval, scale)
    parts = [svg.line("plot__tick-mark", (near, 4), (near, HEIGHT - 4))]
    if interval.high is None:
        parts.append(svg.line("plot__hard", (near, _MIDDLE), (far, _MIDDLE)))
        parts.append(svg.path("plot__open", f"M{far - 4:.1f} {_MIDDLE - 4}l5 4l-5 4"))
    elif far > near:
        parts.append(svg.line("plot__core", (near, _MIDDLE), (far, _MIDDLE)))
        parts.append(svg.line("plot__tick-mark", (far, 4), (far, HEIGHT - 4)))
    return svg.together(parts)


def _ends(interval: Interval, scale: Scale) -> tuple[float, float]:
    near = scale.place(interval.low)
    if interval.high is None:
        return near, scale.far + _ARROW
    return near, scale.place(interval.high)
