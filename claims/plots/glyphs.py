"""The signs that a figure is drawn with; each means one thing, in colour or without."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.safestring import SafeString

from claims.plots import svg

Glyph = Callable[[float, float], SafeString]

DOT_RADIUS = 4.5
ARROW_LENGTH = 12


def dot(x: float, y: float) -> SafeString:
    """Return the filled dot of a number as printed."""
    return svg.circle("plot__dot", (x, y), DOT_RADIUS)


def hollow_dot(x: float, y: float) -> SafeString:
    """Return the hollow dot of a vague word."""
    return svg.circle("plot__dot plot__dot--vague", (x, y), DOT_RADIUS)


def cross(x: float, y: float) -> SafeString:
    """Return the cross of a figure that says: none."""
    course = f"M{x - 4:.1f} {y - 4:.1f}l8 8m0 -8l-8 8"
    return svg.path("plot__cross", course)


def question(x: float, y: float) -> SafeString:
    """Return the question mark of a report that gives no value."""
    return svg.text("plot__question", (x, y + 4.5), "?", anchor="middle")


def open_end(x: float, y: float) -> SafeString:
    """Return the open arrow head at ``x`` of a figure without an upper bound."""
    return svg.path("plot__open", f"M{x - 5:.1f} {y - 4.5:.1f}l6 4.5l-6 4.5")


def open_start(x: float, y: float) -> SafeString:
    """Return the open arrow head at ``x`` of a range that begins left of the axis."""
    return svg.path("plot__open", f"M{x + 5:.1f} {y - 4.5:.1f}l-6 4.5l6 4.5")


def core_bar(x: float, y: float) -> SafeString:
    """Return a sample of the solid bar of what the words are commonly read as."""
    return svg.line("plot__core", (x - 8, y), (x + 8, y))


def hard_line(x: float, y: float) -> SafeString:
    """Return a sample of the thin line of all that the words allow."""
    return svg.line("plot__hard", (x - 9, y), (x + 9, y))


def open_line(x: float, y: float) -> SafeString:
    """Return a sample of a line without an upper bound."""
    return svg.together(
        (svg.line("plot__hard", (x - 9, y), (x + 8, y)), open_end(x + 8, y))
    )


def enemy(x: float, y: float) -> SafeString:
    """Return the sign of somebody who counts his enemy's losses: likely too many."""
    return svg.path("plot__interest", f"M{x - 4:.1f} {y + 3.5:.1f}h8l-4 -7z")


def own(x: float, y: float) -> SafeString:
    """Return the sign of somebody who counts his own losses: likely too few."""
    return svg.path("plot__interest", f"M{x - 4:.1f} {y - 3.5:.1f}h8l-4 7z")


def third(x: float, y: float) -> SafeString:
    """Return the sign of somebody who has no part in it."""
    return svg.circle("plot__interest plot__interest--third", (x, y), 3.5)


def successor(start: tuple[float, float], end: tuple[float, float]) -> SafeString:
    """Return the arrow from a superseded figure to the later one."""
    down = 1 if end[1] > start[1] else -1
    leaves, arrives = start[1] + 6 * down, end[1] - 7 * down
    middle = (leaves + arrives) / 2
    course = (
        f"M{start[0]:.1f} {leaves:.1f}C{start[0]:.1f} {middle:.1f} "
        f"{end[0]:.1f} {middle:.1f} {end[0]:.1f} {arrives:.1f}"
        f"m-3.5 {-5 * down}l3.5 {5 * down}l3.5 {-5 * down}"
    )
    return svg.path("plot__successor", course)


def successor_sample(x: float, y: float) -> SafeString:
    """Return a small arrow for the key."""
    return svg.path("plot__successor", f"M{x:.1f} {y - 7:.1f}v13m-3.5 -5l3.5 5l3.5 -5")
