"""The timeline: who gave which number when, and what a toll that never falls allows."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.safestring import SafeString
from django.utils.translation import gettext

from claims.plots import axes, glyphs, svg, wording
from claims.plots.days import day
from claims.plots.timeline_canvas import HEIGHT, TOP, Canvas, canvas_of, heights, point
from claims.plots.timeline_lines import steps
from claims.plots.times import BandStep, DatedFigure, Timeline

_RING = 8.5


def draw(timeline: Timeline, *, prefix: str, width: int = svg.WIDE) -> SafeString:
    """Return the timeline as SVG."""
    canvas = canvas_of(timeline, width)
    foot = TOP + HEIGHT
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
            *steps(canvas),
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


def _value_axis(canvas: Canvas) -> Iterator[SafeString]:
    near, far = canvas.days.near, canvas.days.far
    for tick in canvas.values.ticks(34):
        y = canvas.values.place(tick)
        label = canvas.timeline.notation.tick(axes.value_of(tick))
        yield svg.line("plot__grid", (near, y), (far, y))
        yield svg.text("plot__tick", (near - 8, y + 4), label, anchor="end")


def _day_axis(canvas: Canvas, y: float) -> Iterator[SafeString]:
    for x, label in canvas.days.ticks(56):
        yield svg.line("plot__grid", (x, y), (x, y + 5))
        yield svg.text("plot__tick", (x, y + 18), label, anchor="middle")


def _settled(canvas: Canvas) -> Iterator[SafeString]:
    settled = canvas.timeline.settled
    if settled is None:
        return
    low, high = heights(settled.span.low, settled.span.high, canvas.values)
    yield svg.box(
        "plot__settled",
        (canvas.days.near, high),
        (canvas.days.far - canvas.days.near, max(low - high, 3)),
    )


def _band(canvas: Canvas) -> Iterator[SafeString]:
    ends = (*(step.at for step in canvas.timeline.band[1:]), canvas.days.end)
    for step, end in zip(canvas.timeline.band, ends, strict=False):
        near, far = canvas.days.place(step.at), canvas.days.place(end)
        if far <= near:
            continue
        low, high = heights(step.low, step.high, canvas.values)
        look = "plot__feasible" if step.is_possible else "plot__infeasible"
        corner = (near, min(low, high))
        yield svg.box(look, corner, (max(far - near, 2), max(abs(low - high), 2)))


def _figure(figure: DatedFigure, canvas: Canvas) -> SafeString:
    x, y = point(figure, canvas)
    low, high = heights(figure.hard.low, figure.hard.high, canvas.values)
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
