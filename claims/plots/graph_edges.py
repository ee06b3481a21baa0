"""The ways of an attribution graph, with the number as printed on each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext

from claims.plots import layering, svg
from claims.plots.chains import AttributionGraph, Citation
from claims.plots.layering import Layout, Point

MARGIN = 16
SMALL_SIZE = 12
_LOOP_DEPTH = 24
_LINE = 16


@dataclass(frozen=True, slots=True)
class Canvas:
    """A graph with the places and sizes of its boxes."""

    graph: AttributionGraph
    layout: Layout
    sizes: Mapping[str, tuple[float, float]]
    loops: frozenset[layering.Edge]

    def middle(self, key: str) -> Point:
        """Return the middle of an agent's box."""
        x, y = self.layout.places[key]
        return x + MARGIN, y + MARGIN


def sentence(
    citation: Citation, names: Mapping[str, str], loops: frozenset[layering.Edge]
) -> str:
    """Return who has it from whom, as which number, and what is to be said of that."""
    ends = {"source": names[citation.source], "target": names[citation.target]}
    said = [gettext("%(source)s has it from %(target)s") % ends]
    if citation.printed:
        said.append(gettext("printed as %s") % citation.printed)
    if citation.is_misquote:
        said.append(gettext("which is not what the source said"))
    if citation.is_inferred:
        said.append(gettext("inferred: %s") % citation.reason)
    if (citation.source, citation.target) in loops:
        said.append(gettext("in a circle"))
    return ", ".join(said)


def draw(citation: Citation, canvas: Canvas) -> SafeString:
    """Return the way from who reports to whom it comes from."""
    edge = citation.source, citation.target
    look = "plot__edge"
    if citation.is_inferred:
        look += " plot__edge--inferred"
    if edge in canvas.loops:
        look += " plot__edge--loop"
    names = {agent.key: agent.name for agent in canvas.graph.agents}
    hint = sentence(citation, names, canvas.loops)
    if edge in canvas.layout.back:
        return svg.group(look, hint, "", [_way_back(edge, canvas)])
    points = _way(edge, canvas)
    return svg.group(look, hint, "", [_curve(points), _head(points[-1])])


def _way(edge: layering.Edge, canvas: Canvas) -> list[Point]:
    start, end = canvas.middle(edge[0]), canvas.middle(edge[1])
    bends = canvas.layout.bends.get(edge, ())
    return [
        (start[0] + canvas.sizes[edge[0]][0] / 2, start[1]),
        *((x + MARGIN, y + MARGIN) for x, y in bends),
        (end[0] - canvas.sizes[edge[1]][0] / 2 - 6, end[1]),
    ]


def _curve(points: list[Point]) -> SafeString:
    (x, y), *others = points
    course = f"M{x:.1f} {y:.1f}"
    for next_x, next_y in others:
        middle = (x + next_x) / 2
        course += (
            f"C{middle:.1f} {y:.1f} {middle:.1f} {next_y:.1f} {next_x:.1f} {next_y:.1f}"
        )
        x, y = next_x, next_y
    return svg.path("plot__way", course)


def _head(point: Point) -> SafeString:
    x, y = point
    return svg.path("plot__way", f"M{x - 5:.1f} {y - 4:.1f}l5.5 4l-5.5 4")


def _way_back(edge: layering.Edge, canvas: Canvas) -> SafeString:
    """Return the way of an edge that closes a loop: from right to left, bent down."""
    (x, y), (to_x, to_y) = _ends_back(edge, canvas)
    middle, low = (x + to_x) / 2, max(y, to_y) + _LOOP_DEPTH
    course = (
        f"M{x:.1f} {y:.1f}C{middle:.1f} {low:.1f} {middle:.1f} {low:.1f} "
        f"{to_x:.1f} {to_y:.1f}m6 -3.5l-6 3.5l3 6"
    )
    return svg.path("plot__way", course)


def _ends_back(edge: layering.Edge, canvas: Canvas) -> tuple[Point, Point]:
    (x, y), (to_x, to_y) = (canvas.middle(key) for key in edge)
    return (
        (x - canvas.sizes[edge[0]][0] / 2, y + 8),
        (to_x + canvas.sizes[edge[1]][0] / 2 + 3, to_y + 8),
    )


def numbers(canvas: Canvas) -> Iterator[SafeString]:
    """Yield the numbers as printed, moved down where two would stand on each other."""
    taken: list[tuple[float, float, float]] = []
    for x, wanted, citation in sorted(_number_places(canvas), key=lambda at: at[:2]):
        half = svg.width_of(citation.printed, SMALL_SIZE) / 2
        y = wanted
        while any(
            abs(x - other) < half + reach and abs(y - line) < _LINE
            for other, line, reach in taken
        ):
            y += 4
        taken.append((x, y, half))
        yield _number(citation, (x, y + 4))


def _number_places(canvas: Canvas) -> Iterator[tuple[float, float, Citation]]:
    for citation in canvas.graph.citations:
        edge = citation.source, citation.target
        if not citation.printed:
            continue
        if edge in canvas.layout.back:
            (x, y), (end_x, end_y) = _ends_back(edge, canvas)
            yield (x + end_x) / 2, max(y, end_y) + _LOOP_DEPTH, citation
        else:
            (x, y), (end_x, end_y) = _way(edge, canvas)[:2]
            yield (x + end_x) / 2, (y + end_y) / 2, citation


def _number(citation: Citation, at: Point) -> SafeString:
    words, look = citation.printed, "plot__number"
    if citation.is_misquote:
        words, look = f"≠ {words}", "plot__number plot__number--misquote"
    width = svg.width_of(words, SMALL_SIZE) + 4
    ground = svg.box("plot__ground", (at[0] - width / 2, at[1] - 11), (width, 15))
    return svg.together((ground, svg.text(look, at, words, anchor="middle")))
