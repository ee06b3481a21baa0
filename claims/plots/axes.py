"""Grid, labels and the key under a plot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from django.utils.safestring import SafeString
from django.utils.translation import gettext

from claims.plots import glyphs, svg
from claims.plots.notation import Notation
from claims.plots.scale import Scale

KEY_SIZE = 12
KEY_LINE = 20
_TICK_ROOM = 44

KeyEntry = tuple[glyphs.Glyph | None, str]


def value_of(tick: float) -> Decimal:
    """Return the tick as the number that is printed."""
    return Decimal(repr(tick))


def ticks_of(scale: Scale, notation: Notation) -> list[float]:
    """Return as many round values as their printed words leave room for."""
    ticks = scale.ticks(_TICK_ROOM)
    widest = max(svg.width_of(notation.tick(value_of(each)), KEY_SIZE) for each in ticks)
    return ticks if widest + 10 <= _TICK_ROOM else scale.ticks(widest + 10)


def grid(
    scale: Scale, *, ticks: Iterable[float], top: float, bottom: float
) -> Iterator[SafeString]:
    """Yield the upright lines of a value axis."""
    for tick in ticks:
        x = scale.place(tick)
        yield svg.line("plot__grid", (x, top), (x, bottom))


def tick_labels(
    scale: Scale, *, ticks: Iterable[float], y: float, notation: Notation
) -> Iterator[SafeString]:
    """Yield the printed values of a value axis on the line ``y``."""
    for tick in ticks:
        label = notation.tick(value_of(tick))
        yield svg.text("plot__tick", (scale.place(tick), y), label, anchor="middle")


def remark(scale: Scale, notation: Notation) -> str:
    """Return what a reader must know about the axis, or nothing."""
    if scale.is_straight:
        return ""
    if scale.start:
        start = notation.tick(value_of(scale.start))
        return gettext("axis by orders of magnitude, from %s on") % start
    return gettext("axis by orders of magnitude")


def key(
    entries: Iterable[KeyEntry], *, near: float, far: float, y: float
) -> tuple[list[SafeString], float]:
    """Return the key, wrapped between ``near`` and ``far``, and the line below it."""
    parts: list[SafeString] = []
    x = near
    for sign, words in entries:
        indent = 24 if sign is not None else 0
        needed = indent + svg.width_of(words, KEY_SIZE)
        if x > near and x + needed > far:
            x, y = near, y + KEY_LINE
        if sign is not None:
            parts.append(sign(x + 10, y - 4))
        parts.append(svg.text("plot__key", (x + indent, y), words))
        x += needed + 18
    return parts, y + KEY_LINE
