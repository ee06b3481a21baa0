"""The timeline: who gave which number when, and what a toll that never falls allows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from django.utils.safestring import SafeString
from django.utils.translation import gettext

from claims.domain.intervals import Number
from claims.plots import axes, glyphs, svg, wording
from claims.plots.days import DayScale, day, spanning
from claims.plots.scale import Scale, fitting, straight_to
from claims.plots.times import BandStep, DatedFigure, Timeline

_HEIGHT = 300
_TOP = 18
_RING = 8.5
_LABEL_GAP = 16
_TYPE_SIZE = 12
# As many as there are ways to draw a line; further speakers share the last.
_LINES = 6
_SPEAKERS_NAMED = 14
# Beyond so many times the middle value a straight axis would flatten the rest.
_OUTLYING = 20


@dataclass(frozen=True, slots=True)
class _Canvas:
    days: DayScale
    values: Scale
    timeline: Timeline
    width: int
    places: dict[str, float]


def draw(timeline: Timeline, *, prefix: str, width: int = svg.WIDE) -> SafeString:
    """Return the timeline as SVG."""
    canvas = _canvas(timeline, width)
    foot = _TOP + _HEIGHT
    key, height = axes.key(_key(timeline), near=16, far=width - 8, y=foot + 44)
    return svg.Sheet(
        kind="timeline",
        prefix=prefix,
        width=width,
        height=height,
        title=timeline.title,
        description=summary(timeline),
        has_links=any(figure.href for figure in timeline.figures),
    ).holding(
        [
            *_value_axis(canvas),
            *_day_axis(canvas, foot),
            *_settled(canvas),
            *_band(canvas),
            *_steps(canvas),
            *(_figure(figure, canvas) for figure in timeline.figures),
            *key,
        ]
    )


def describe(timeline: Timeline) -> list[str]:
    """Return what the timeline shows, in sentences."""
    sentences = [summary(timeline)]
    sentences += [
        f"{_sentence(figure, timeline)}."
        for figure in sorted(timeline.figures, key=lambda each: each.at)
    ]
    sentences += [
        gettext(
            "From %(day)s on no value agrees with all: "
            "at least %(low)s, but at most %(high)s."
        )
        % {
            "day": day(step.at),
            "low": timeline.notation.number(step.low),
            "high": timeline.notation.number(step.high),
        }
        for step in timeline.band
        if step.high is not None and not step.is_possible
    ]
    return sentences


def summary(timeline: Timeline) -> str:
    """Return the timeline in one sentence."""
    speakers = len({figure.speaker for figure in timeline.figures})
    facts = [
        wording.figures(len(timeline.figures)),
        wording.speakers(speakers),
    ]
    breaks = sum(figure.is_break for figure in timeline.figures)
    if breaks:
        broken = wording.figures(breaks)
        facts.append(gettext("%s where a toll would have to fall") % broken)
    if timeline.figures:
        moments = sorted(figure.at for figure in timeline.figures)
        days = {"first": day(moments[0]), "last": day(moments[-1])}
        facts.append(gettext("from %(first)s to %(last)s") % days)
    return wording.sentence(timeline.title, facts)


def _canvas(timeline: Timeline, width: int) -> _Canvas:
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
        between=(_TOP + _HEIGHT, _TOP + 14),
        straight_to=_straight_to(timeline),
    )
    return _Canvas(days, values, timeline, width, _side_by_side(timeline, days))


def _straight_to(timeline: Timeline) -> float:
    """Return how far the axis is straight: late differences count as much as growth."""
    stated = [float(_stated(figure)) for figure in timeline.figures] or [0.0]
    return max(_OUTLYING * median(stated), straight_to(timeline.notation))


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


def _value_axis(canvas: _Canvas) -> Iterator[SafeString]:
    near, far = canvas.days.near, canvas.days.far
    for tick in canvas.values.ticks(34):
        y = canvas.values.place(tick)
        label = canvas.timeline.notation.tick(axes.value_of(tick))
        yield svg.line("plot__grid", (near, y), (far, y))
        yield svg.text("plot__tick", (near - 8, y + 4), label, anchor="end")


def _day_axis(canvas: _Canvas, y: float) -> Iterator[SafeString]:
    for x, label in canvas.days.ticks(56):
        yield svg.line("plot__grid", (x, y), (x, y + 5))
        yield svg.text("plot__tick", (x, y + 18), label, anchor="middle")


def _settled(canvas: _Canvas) -> Iterator[SafeString]:
    settled = canvas.timeline.settled
    if settled is None:
        return
    low, high = _heights(settled.span.low, settled.span.high, canvas.values)
    yield svg.box(
        "plot__settled",
        (canvas.days.near, high),
        (canvas.days.far - canvas.days.near, max(low - high, 3)),
    )


def _band(canvas: _Canvas) -> Iterator[SafeString]:
    ends = (*(step.at for step in canvas.timeline.band[1:]), canvas.days.end)
    for step, end in zip(canvas.timeline.band, ends, strict=False):
        near, far = canvas.days.place(step.at), canvas.days.place(end)
        if far <= near:
            continue
        low, high = _heights(step.low, step.high, canvas.values)
        look = "plot__feasible" if step.is_possible else "plot__infeasible"
        corner = (near, min(low, high))
        yield svg.box(look, corner, (max(far - near, 2), max(abs(low - high), 2)))


def _heights(low: Number, high: Number | None, values: Scale) -> tuple[float, float]:
    return values.place(low), values.far if high is None else values.place(high)


def _steps(canvas: _Canvas) -> Iterator[SafeString]:
    by_speaker: dict[str, list[DatedFigure]] = defaultdict(list)
    for figure in sorted(canvas.timeline.figures, key=lambda each: each.at):
        by_speaker[figure.speaker].append(figure)
    last_places = {}
    for number, (speaker, figures) in enumerate(by_speaker.items(), start=1):
        look = f"plot__step plot__step--{min(number, _LINES)}"
        points = [_point(figure, canvas) for figure in figures]
        yield svg.path(look, _course(points, canvas.days.far))
        last_places[speaker] = points[-1][1]
    yield from _names(last_places, canvas)


def _course(points: list[tuple[float, float]], end: float) -> str:
    course = f"M{points[0][0]:.1f} {points[0][1]:.1f}"
    for _, (x, y) in pairwise(points):
        course += f"H{x:.1f}V{y:.1f}"
    return f"{course}H{end:.1f}"


def _names(last_places: dict[str, float], canvas: _Canvas) -> Iterator[SafeString]:
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


def _point(figure: DatedFigure, canvas: _Canvas) -> tuple[float, float]:
    return canvas.places[figure.key], canvas.values.place(_stated(figure))


def _stated(figure: DatedFigure) -> Number:
    """Return the number that was uttered: the lower one, but for "up to 50" the upper."""
    if figure.named:
        return min(figure.named)
    if figure.hard.high is not None and figure.hard.low <= 1:
        return figure.hard.high
    return figure.hard.low


def _figure(figure: DatedFigure, canvas: _Canvas) -> SafeString:
    x, y = _point(figure, canvas)
    low, high = _heights(figure.hard.low, figure.hard.high, canvas.values)
    parts = [svg.line("plot__hard", (x, low), (x, high))] if low > high else []
    if figure.hard.high is None:
        parts.append(svg.path("plot__open", f"M{x - 4:.1f} {high + 4:.1f}l4 -6l4 6"))
    if figure.hard.high == 0:
        parts.append(glyphs.cross(x, y))
    elif figure.is_vague:
        parts.append(glyphs.hollow_dot(x, y))
    else:
        parts.append(glyphs.dot(x, y))
    if figure.is_break:
        parts.append(svg.circle("plot__ring", (x, y), _RING))
    sentence = _sentence(figure, canvas.timeline)
    return svg.group("plot__row", sentence, figure.href, parts)


def _sentence(figure: DatedFigure, timeline: Timeline) -> str:
    value = timeline.notation.interval(figure.hard)
    said = gettext("%(speaker)s, as of %(day)s: “%(words)s”; %(value)s") % {
        "speaker": figure.speaker,
        "day": day(figure.at),
        "words": figure.words,
        "value": value,
    }
    if figure.is_break:
        return gettext("%s; does not fit an earlier or a later figure") % said
    return said


def _ring_sample(x: float, y: float) -> SafeString:
    return svg.together((glyphs.dot(x, y), svg.circle("plot__ring", (x, y), _RING)))


def _feasible_sample(x: float, y: float) -> SafeString:
    return svg.box("plot__feasible", (x - 9, y - 6), (18, 12))


def _infeasible_sample(x: float, y: float) -> SafeString:
    return svg.box("plot__infeasible", (x - 9, y - 6), (18, 12))


def _key(timeline: Timeline) -> Iterator[axes.KeyEntry]:
    figures = timeline.figures
    yield glyphs.dot, gettext("number as printed")
    if any(figure.is_vague for figure in figures):
        yield glyphs.hollow_dot, gettext("vague word")
    if any(figure.hard.high is None for figure in figures):
        yield glyphs.open_line, gettext("no upper bound")
    if any(figure.is_break for figure in figures):
        yield _ring_sample, gettext("a toll cannot fall")
    yield from _band_key(timeline.band)


def _band_key(band: tuple[BandStep, ...]) -> Iterator[axes.KeyEntry]:
    if any(step.is_possible for step in band):
        yield _feasible_sample, gettext("agrees with every figure")
    if not all(step.is_possible for step in band):
        yield _infeasible_sample, gettext("no value agrees with all")
