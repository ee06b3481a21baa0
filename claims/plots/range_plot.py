"""The dot-range plot: every figure of a quantity, by the origin that it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext

from claims.domain.intervals import Interval
from claims.plots import axes, bands, glyphs, range_rows, range_words, svg, wording
from claims.plots.range_rows import ABOVE, Canvas, Layout
from claims.plots.ranges import FigureRow, Interest, OriginGroup, RangePlot
from claims.plots.scale import Scale, fitting, straight_to

_HEAD_HEIGHT = 30
_GROUP_GAP = 10
_AXIS_HEIGHT = 24
# Longer plots repeat the axis below.
_ROWS_BEFORE_SECOND_AXIS = 12


def draw(plot: RangePlot, *, prefix: str, width: int = svg.WIDE) -> SafeString:
    """Return the plot as SVG; labels stand above their rows where it is narrow."""
    layout = range_rows.beside(plot) if width > svg.NARROW else ABOVE
    canvas = Canvas(layout=layout, scale=_scale(plot, layout), notation=plot.notation)
    strip, top = bands.strip(plot, canvas)
    ticks = axes.ticks_of(canvas.scale, plot.notation)
    places = _places(plot, layout, top + _AXIS_HEIGHT)
    bottom = places.bottom
    parts = [
        *strip,
        *axes.tick_labels(canvas.scale, ticks=ticks, y=top + 12, notation=plot.notation),
        *bands.shades(plot, canvas, top=top + 18, bottom=bottom),
        *axes.grid(canvas.scale, ticks=ticks, top=top + 18, bottom=bottom),
        *_groups(plot, canvas, places),
        *_successors(plot, canvas, places),
    ]
    if len(places.rows) > _ROWS_BEFORE_SECOND_AXIS:
        bottom += 16
        parts += axes.tick_labels(
            canvas.scale, ticks=ticks, y=bottom, notation=plot.notation
        )
    key, height = axes.key(
        _key(plot, canvas.scale),
        near=layout.label - 12,
        far=layout.width - 8,
        y=bottom + 26,
    )
    return svg.Sheet(
        kind="range",
        prefix=prefix,
        width=layout.width,
        height=height,
        title=plot.title,
        description=summary(plot),
        has_links=any(row.href for row in plot.rows()),
    ).holding([*parts, *key])


def describe(plot: RangePlot) -> list[str]:
    """Return what the plot shows, in sentences: the whole, each origin, each figure."""
    sentences = [summary(plot)]
    for group in plot.groups:
        sentences.append(f"{group.name}: {_standing(group)}.")
        sentences += [f"{range_words.sentence(row, plot.notation)}." for row in group.rows]
    sentences.extend(bands.sentences(plot))
    return sentences


def summary(plot: RangePlot) -> str:
    """Return the plot in one sentence or two."""
    figures = sum(group.figures for group in plot.groups)
    facts = [wording.figures(figures)]
    if plot.independent is not None:
        facts.append(wording.independent_origins(plot.independent))
    if plot.positions is not None:
        facts.append(wording.positions(plot.positions))
    if plot.settled is not None:
        span = plot.notation.interval(plot.settled.span)
        facts.append(f"{wording.settled_at(span)} ({plot.settled.state})")
    return wording.sentence(plot.title, facts)


def _scale(plot: RangePlot, layout: Layout) -> Scale:
    hards = [row.hard for row in plot.rows() if row.hard is not None]
    if plot.settled is not None:
        hards.append(plot.settled.span)
    readings: list[Interval] = [row.reading for row in plot.rows() if row.reading]
    return fitting(
        hards,
        readings,
        between=(layout.near, layout.far),
        straight_to=straight_to(plot.notation),
    )


@dataclass(frozen=True, slots=True)
class _Places:
    """The line of each head and of each row, by its key."""

    heads: tuple[float, ...]
    rows: dict[str, float]
    bottom: float


def _places(plot: RangePlot, layout: Layout, top: float) -> _Places:
    heads, rows, y = [], {}, top
    for group in plot.groups:
        heads.append(y + 18)
        y += _HEAD_HEIGHT
        for row in group.rows:
            rows[row.key] = y + layout.line
            y += layout.row_height
        y += (22 if group.folded else 0) + _GROUP_GAP
    return _Places(tuple(heads), rows, y)


def _groups(plot: RangePlot, canvas: Canvas, places: _Places) -> Iterator[SafeString]:
    for group, head in zip(plot.groups, places.heads, strict=True):
        yield _head(group, canvas.layout, head)
        yield _bracket(group, canvas.layout, head)
        for row in group.rows:
            yield range_rows.draw(row, canvas, places.rows[row.key])
        if group.folded:
            end = head + 12 + len(group.rows) * canvas.layout.row_height + 14
            yield _folded(group, canvas.layout, end)


def _head(group: OriginGroup, layout: Layout, y: float) -> SafeString:
    standing = f" {_standing(group)}"
    room = layout.width - 22 - svg.width_of(standing, range_rows.SMALL_SIZE)
    return svg.text(
        "plot__origin",
        (12, y),
        svg.shortened(group.name, 15, room),
        svg.span("plot__aside", standing),
    )


def _bracket(group: OriginGroup, layout: Layout, head: float) -> SafeString:
    length = len(group.rows) * layout.row_height + (22 if group.folded else 0)
    look = "plot__bracket" if group.is_counted else "plot__bracket plot__bracket--open"
    return svg.path(look, f"M18 {head + 12:.1f}h-5v{max(length - 2, 4)}h5")


def _folded(group: OriginGroup, layout: Layout, y: float) -> SafeString:
    words = wording.more_figures(group.folded)
    label = svg.text("plot__more", (layout.label, y), words)
    return svg.group("plot__row", f"{group.name}: {words}", group.href, [label])


def _standing(group: OriginGroup) -> str:
    figures = wording.figures(group.figures)
    if not group.is_counted:
        return gettext("%(figures)s, not counted") % {"figures": figures}
    if group.figures == 1:
        return figures
    return gettext("%(figures)s, counted once") % {"figures": figures}


def _successors(plot: RangePlot, canvas: Canvas, places: _Places) -> Iterator[SafeString]:
    drawn = {row.key: row for row in plot.rows()}
    for row in plot.rows():
        later = drawn.get(row.superseded_by)
        if later is not None:
            yield glyphs.successor(
                (range_rows.anchor(row, canvas), places.rows[row.key]),
                (range_rows.anchor(later, canvas), places.rows[later.key]),
            )


def _key(plot: RangePlot, scale: Scale) -> Iterator[axes.KeyEntry]:
    rows = list(plot.rows())
    for sign, words, is_used in _signs():
        if any(is_used(row) for row in rows):
            yield sign, words
    yield from bands.key(plot)
    axis = axes.remark(scale, plot.notation)
    if axis:
        yield None, axis


def _has_number(row: FigureRow) -> bool:
    return row.hard is not None and not row.is_zero and not row.is_vague


def _is_read_wider(row: FigureRow) -> bool:
    return row.reading is not None and row.reading.low != row.reading.high


def _is_open(row: FigureRow) -> bool:
    return row.hard is not None and row.hard.high is None


def _allows_more(row: FigureRow) -> bool:
    return row.reading != row.hard and not _is_open(row)


def _signs() -> tuple[tuple[glyphs.Glyph | None, str, Callable[[FigureRow], bool]], ...]:
    """Return each sign, what it means, and which figures bear it."""
    return (
        (glyphs.dot, gettext("number as printed"), _has_number),
        (glyphs.hollow_dot, gettext("vague word"), lambda row: row.is_vague),
        (glyphs.cross, gettext("none"), lambda row: row.is_zero),
        (glyphs.question, gettext("no report"), lambda row: row.hard is None),
        (glyphs.core_bar, gettext("as commonly read"), _is_read_wider),
        (glyphs.hard_line, gettext("as the words allow"), _allows_more),
        (glyphs.open_line, gettext("no upper bound"), _is_open),
        (glyphs.enemy, gettext("speaks of the other side"), _speaks_of(Interest.ENEMY)),
        (glyphs.own, gettext("speaks of its own side"), _speaks_of(Interest.OWN)),
        (glyphs.third, gettext("third party"), _speaks_of(Interest.THIRD)),
        (glyphs.successor_sample, gettext("superseded"), _is_superseded),
        (None, gettext("struck out: set aside"), lambda row: bool(row.set_aside)),
    )


def _speaks_of(interest: Interest) -> Callable[[FigureRow], bool]:
    return lambda row: row.interest is interest


def _is_superseded(row: FigureRow) -> bool:
    return bool(row.superseded_by)
