"""One row of the range plot: who, where, when, the drawn figure, its value in print."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.safestring import SafeString

from claims.domain.intervals import Interval, Number
from claims.plots import glyphs, range_words, svg
from claims.plots.notation import Notation
from claims.plots.ranges import FigureRow, Interest, RangePlot
from claims.plots.scale import Scale

INTEREST_GLYPHS: dict[Interest, glyphs.Glyph] = {
    Interest.ENEMY: glyphs.enemy,
    Interest.OWN: glyphs.own,
    Interest.THIRD: glyphs.third,
}
TYPE_SIZE = 13
SMALL_SIZE = 12
LEAST_ROOM = 24  # for words that are cut
_MOST_LABEL = 380
_MOST_VALUE = 220
_BOLD = 1.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Where things stand on the page.

    ``value`` and ``when`` are right edges; ``line`` is how far below the top of its row
    a figure is drawn, ``base`` how far below that line its words stand.
    """

    width: int
    near: float
    far: float
    label: int
    when: float
    value: int
    row_height: int
    line: int
    base: int


ABOVE = Layout(
    width=svg.NARROW,
    near=30,
    far=336,
    label=32,
    when=0,
    value=352,
    row_height=60,
    line=48,
    base=-32,
)


def beside(plot: RangePlot) -> Layout:
    """Return the layout with labels left and values right, as wide as they need."""
    labels = [_label_width(row) for row in plot.rows()]
    values = [_bold_width(range_words.printed(row, plot.notation)) for row in plot.rows()]
    when = 44 + min(max(labels, default=0), _MOST_LABEL)
    far = svg.WIDE - 8 - min(max(values, default=0), _MOST_VALUE) - 36
    return Layout(
        width=svg.WIDE,
        near=when + 22,
        far=far,
        label=44,
        when=when,
        value=svg.WIDE - 8,
        row_height=26,
        line=13,
        base=4,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Canvas:
    """What every row shares."""

    layout: Layout
    scale: Scale
    notation: Notation


def draw(row: FigureRow, canvas: Canvas, y: float) -> SafeString:
    """Return the row with its signs on the line ``y``."""
    return svg.group(
        _look(row),
        range_words.sentence(row, canvas.notation),
        row.href,
        (
            svg.box(
                "plot__hit",
                (22, y - canvas.layout.line),
                (canvas.layout.width - 26, canvas.layout.row_height),
            ),
            *_label(row, canvas, y),
            *_signs(row, canvas, y),
        ),
    )


def anchor(row: FigureRow, canvas: Canvas) -> float:
    """Return where the first sign of the figure stands."""
    points = _points(row)
    return canvas.scale.place(points[0]) if points else canvas.scale.near


def _label_width(row: FigureRow) -> float:
    words = svg.width_of(row.printed_in, SMALL_SIZE) + svg.width_of(row.when, SMALL_SIZE)
    return _bold_width(row.speaker) + words + 26


def _bold_width(words: str) -> float:
    return svg.width_of(words, TYPE_SIZE * _BOLD)


def _look(row: FigureRow) -> str:
    look = "plot__row"
    if row.superseded_by:
        look += " plot__row--superseded"
    if row.set_aside:
        look += " plot__row--aside"
    return look


def _label(row: FigureRow, canvas: Canvas, y: float) -> list[SafeString]:
    layout = canvas.layout
    base = y + layout.base
    words = _words_above if layout is ABOVE else _words_beside
    sign = INTEREST_GLYPHS.get(row.interest)
    return [
        *words(row, canvas, base),
        *([sign(layout.label - 10, base - 4)] if sign is not None else []),
    ]


def _words_beside(row: FigureRow, canvas: Canvas, base: float) -> list[SafeString]:
    layout = canvas.layout
    room = layout.when - layout.label - svg.width_of(row.when, SMALL_SIZE) - 10
    speaker = svg.shortened(row.speaker, TYPE_SIZE * _BOLD, room)
    left = room - _bold_width(speaker) - 6
    printed_in = ""
    if left > LEAST_ROOM:
        printed_in = svg.shortened(row.printed_in, SMALL_SIZE, left)
    return [
        svg.text(
            "plot__label",
            (layout.label, base),
            svg.span("plot__speaker", speaker),
            svg.span("plot__aside", f" {printed_in}"),
        ),
        svg.text("plot__when", (layout.when, base), row.when, anchor="end"),
    ]


def _words_above(row: FigureRow, canvas: Canvas, base: float) -> list[SafeString]:
    layout = canvas.layout
    room = (
        layout.value
        - layout.label
        - _bold_width(range_words.printed(row, canvas.notation))
        - 10
    )
    speaker = svg.shortened(row.speaker, TYPE_SIZE * _BOLD, room)
    detail = " · ".join(part for part in (row.printed_in, row.when) if part)
    detail = svg.shortened(detail, SMALL_SIZE, layout.value - layout.label)
    return [
        svg.text("plot__label", (layout.label, base), svg.span("plot__speaker", speaker)),
        svg.text("plot__when", (layout.label, base + 16), detail),
    ]


def _signs(row: FigureRow, canvas: Canvas, y: float) -> list[SafeString]:
    layout = canvas.layout
    base = y + layout.base
    value = range_words.printed(row, canvas.notation)
    label = svg.text("plot__value", (layout.value, base), value, anchor="end")
    if row.hard is None:
        # In the middle: at the near end it would be read as a zero.
        return [glyphs.question((canvas.scale.near + canvas.scale.far) / 2, y), label]
    return [
        *_lines(row.hard, row.reading or row.hard, canvas.scale, y),
        *_dots(row, canvas.scale, y),
        label,
    ]


def _lines(hard: Interval, core: Interval, scale: Scale, y: float) -> list[SafeString]:
    near, far = scale.place(hard.low), _far_end(hard, scale)
    parts = []
    if far > near:
        parts.append(svg.line("plot__hard", (near, y), (far, y)))
    if hard.high is None or hard.high > scale.end:
        parts.append(glyphs.open_end(far, y))
    if hard.low < scale.start:
        parts.append(glyphs.open_start(near - 1, y))
    core_near = scale.place(core.low)
    core_far = scale.far if core.high is None else scale.place(core.high)
    if core_far > core_near:
        parts.append(svg.line("plot__core", (core_near, y), (core_far, y)))
    return parts


def _far_end(hard: Interval, scale: Scale) -> float:
    if hard.high is None or hard.high > scale.end:
        return scale.far + glyphs.ARROW_LENGTH
    return scale.place(hard.high)


def _dots(row: FigureRow, scale: Scale, y: float) -> list[SafeString]:
    if row.is_zero:
        return [glyphs.cross(scale.place(0), y)]
    sign = glyphs.hollow_dot if row.is_vague else glyphs.dot
    return [sign(scale.place(point), y) for point in _points(row)]


def _points(row: FigureRow) -> list[Number]:
    """Return the numbers as uttered; for vague words the end that they are sure of."""
    if row.named:
        return sorted(row.named)
    if row.hard is None or row.reading is None:
        return []
    stated = [
        bound
        for bound, limit in (
            (row.reading.low, row.hard.low),
            (row.reading.high, row.hard.high),
        )
        if bound is not None and bound == limit
    ]
    return sorted(set(stated)) or [row.reading.low]
