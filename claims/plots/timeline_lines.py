"""The lines of a timeline: each speaker's figures, one after the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from django.utils.safestring import SafeString

from claims.plots import svg, wording
from claims.plots.timeline_canvas import Canvas, point
from claims.plots.times import DatedFigure

_LABEL_GAP = 16
_TYPE_SIZE = 12
# As many as there are ways to draw a line; further speakers share the last.
_LINES = 6
_SPEAKERS_NAMED = 14


def steps(canvas: Canvas) -> Iterator[SafeString]:
    """Yield a line for each speaker, from figure to figure, and their names."""
    by_speaker: dict[str, list[DatedFigure]] = defaultdict(list)
    for figure in sorted(canvas.timeline.figures, key=lambda each: each.at):
        by_speaker[figure.speaker].append(figure)
    last_places = {}
    for number, (speaker, figures) in enumerate(by_speaker.items(), start=1):
        look = f"plot__step plot__step--{min(number, _LINES)}"
        points = [point(figure, canvas) for figure in figures]
        yield svg.path(look, _course(points, canvas.days.far))
        last_places[speaker] = points[-1][1]
    yield from _names(last_places, canvas)


def _course(points: list[tuple[float, float]], end: float) -> str:
    course = f"M{points[0][0]:.1f} {points[0][1]:.1f}"
    for _, (x, y) in pairwise(points):
        course += f"H{x:.1f}V{y:.1f}"
    return f"{course}H{end:.1f}"


def _names(last_places: dict[str, float], canvas: Canvas) -> Iterator[SafeString]:
    room = canvas.width - canvas.days.far - 22
    named = sorted(last_places.items(), key=lambda item: item[1])[:_SPEAKERS_NAMED]
    floor = canvas.values.near - _LABEL_GAP * (len(named) - 1)
    lowest = 0.0
    for index, (speaker, place) in enumerate(named):
        y = max(min(place, floor + index * _LABEL_GAP), lowest)
        lowest = y + _LABEL_GAP
        start = (canvas.days.far, place)
        yield svg.line("plot__leader", start, (canvas.days.far + 14, y))
        words = svg.shortened(speaker, _TYPE_SIZE * 1.1, room)
        yield svg.text("plot__name", (canvas.days.far + 18, y + 4), words)
    if len(last_places) > len(named):
        more = wording.more_speakers(len(last_places) - len(named))
        yield svg.text("plot__aside", (canvas.days.far + 18, lowest + 4), more)
