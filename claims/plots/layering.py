"""A layered layout for small directed graphs: columns from left to right, few crossings.

Nodes stand in columns by the longest way to them; long edges bend through empty places
of the columns between; the order within a column follows the neighbours' (barycentre);
at last each node moves towards the middle of its neighbours as far as there is room.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

Edge = tuple[str, str]
Point = tuple[float, float]
Size = tuple[float, float]

_ORDERING_ROUNDS = 12
_MOVING_ROUNDS = 30
_BEND_HEIGHT = 8.0


@dataclass(frozen=True, slots=True)
class Layout:
    """The middle of each node, the bends of each edge, and the room that they take."""

    places: Mapping[str, Point]
    bends: Mapping[Edge, tuple[Point, ...]]
    back: frozenset[Edge]
    width: float
    height: float


def arrange(
    sizes: Mapping[str, Size],
    edges: Sequence[Edge],
    *,
    gaps: Size,
    last: frozenset[str] = frozenset(),
) -> Layout:
    """Return the layout; ``last`` nodes stand in the last column if nothing follows.

    ``gaps`` are the room between columns and between nodes. Edges that close a loop
    do not count for the columns and are returned as ``back``.
    """
    back = _closing(sizes, edges)
    forward = [edge for edge in dict.fromkeys(edges) if edge not in back]
    columns_of = _columns_of(sizes, forward, last)
    graph = _bent(sizes, forward, columns_of)
    columns = _ordered(graph)
    heights = _moved(graph, columns, gaps[1])
    return _placed(graph, columns, heights, gaps=gaps, back=back)


def in_loops(edges: Iterable[Edge]) -> frozenset[Edge]:
    """Return the edges from whose end one comes back to their start."""
    following = _following(edges)
    return frozenset(
        (source, target)
        for source, targets in following.items()
        for target in targets
        if source in _reached(target, following)
    )


def _following(edges: Iterable[Edge]) -> dict[str, list[str]]:
    following: dict[str, list[str]] = defaultdict(list)
    for source, target in edges:
        following[source].append(target)
    return dict(following)


def _reached(start: str, following: Mapping[str, Sequence[str]]) -> set[str]:
    reached, waiting = {start}, [start]
    while waiting:
        for node in following.get(waiting.pop(), ()):
            if node not in reached:
                reached.add(node)
                waiting.append(node)
    return reached


def _closing(nodes: Iterable[str], edges: Sequence[Edge]) -> frozenset[Edge]:
    """Return the edges that lead back to a node on the way to them."""
    following = _following(edges)
    closing: set[Edge] = set()
    done: set[str] = set()
    for node in nodes:
        way: list[str] = [node]
        ahead = [iter(following.get(node, ()))]
        while ahead:
            target = next(ahead[-1], None)
            if target is None:
                done.add(way.pop())
                ahead.pop()
            elif target in way:
                closing.add((way[-1], target))
            elif target not in done:
                way.append(target)
                ahead.append(iter(following.get(target, ())))
    return frozenset(closing)


def _columns_of(
    nodes: Iterable[str], edges: Sequence[Edge], last: frozenset[str]
) -> dict[str, int]:
    columns = dict.fromkeys(nodes, 0)
    for _ in columns:
        for source, target in edges:
            columns[target] = max(columns[target], columns[source] + 1)
    end = max(columns.values(), default=0)
    sources = {source for source, _ in edges}
    for node in last - sources:
        columns[node] = end
    return columns


@dataclass(frozen=True, slots=True)
class _Graph:
    """The nodes and the bends of long edges, each with its column and neighbours."""

    sizes: dict[str, Size]
    columns: dict[str, int]
    ways: dict[Edge, tuple[str, ...]]
    before: dict[str, list[str]]
    after: dict[str, list[str]]

    def is_bend(self, node: str) -> bool:
        return self.sizes[node][0] == 0


def _bent(
    sizes: Mapping[str, Size], edges: Sequence[Edge], columns: Mapping[str, int]
) -> _Graph:
    graph = _Graph(dict(sizes), dict(columns), {}, defaultdict(list), defaultdict(list))
    for number, (source, target) in enumerate(edges):
        bends = []
        for column in range(columns[source] + 1, columns[target]):
            bend = f"bend {number} {column}"
            graph.sizes[bend] = (0.0, _BEND_HEIGHT)
            graph.columns[bend] = column
            bends.append(bend)
        graph.ways[source, target] = tuple(bends)
        for left, right in pairwise((source, *bends, target)):
            graph.after[left].append(right)
            graph.before[right].append(left)
    return graph


def _ordered(graph: _Graph) -> list[list[str]]:
    count = max(graph.columns.values(), default=0) + 1
    columns: list[list[str]] = [[] for _ in range(count)]
    for node, number in graph.columns.items():
        columns[number].append(node)
    for turn in range(_ORDERING_ROUNDS):
        neighbours = graph.after if turn % 2 else graph.before
        for column in columns[::-1] if turn % 2 else columns:
            ranks = {node: rank for each in columns for rank, node in enumerate(each)}
            wanted = {
                node: _mean([ranks[each] for each in neighbours[node]], ranks[node])
                for node in column
            }
            column.sort(key=wanted.__getitem__)
    return columns


def _mean(values: Sequence[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise


def _moved(graph: _Graph, columns: list[list[str]], gap: float) -> dict[str, float]:
    heights: dict[str, float] = {}
    for column in columns:
        y = 0.0
        for node in column:
            heights[node] = y + graph.sizes[node][1] / 2
            y += graph.sizes[node][1] + gap
    for turn in range(_MOVING_ROUNDS):
        for column in columns[::-1] if turn % 2 else columns:
            _pull(graph, column, heights)
            _push_apart(graph, column, heights, gap)
    top = min(
        (heights[node] - size[1] / 2 for node, size in graph.sizes.items()), default=0
    )
    return {node: y - top for node, y in heights.items()}


def _pull(graph: _Graph, column: list[str], heights: dict[str, float]) -> None:
    for node in column:
        near = [heights[each] for each in (*graph.before[node], *graph.after[node])]
        heights[node] = (heights[node] + _mean(near, heights[node])) / 2


def _push_apart(
    graph: _Graph, column: list[str], heights: dict[str, float], gap: float
) -> None:
    for upper, lower in pairwise(column):
        room = (graph.sizes[upper][1] + graph.sizes[lower][1]) / 2 + gap
        short = room - (heights[lower] - heights[upper])
        if short > 0:
            heights[upper] -= short / 2
            heights[lower] += short / 2
    for upper, lower in pairwise(column):
        room = (graph.sizes[upper][1] + graph.sizes[lower][1]) / 2 + gap
        heights[lower] = max(heights[lower], heights[upper] + room)


def _placed(
    graph: _Graph,
    columns: list[list[str]],
    heights: dict[str, float],
    *,
    gaps: Size,
    back: frozenset[Edge],
) -> Layout:
    places: dict[str, Point] = {}
    x = 0.0
    for column in columns:
        widest = max((graph.sizes[node][0] for node in column), default=0.0)
        for node in column:
            places[node] = (x + widest / 2, heights[node])
        x += widest + gaps[0]
    bottoms = [heights[node] + size[1] / 2 for node, size in graph.sizes.items()]
    return Layout(
        places={node: place for node, place in places.items() if not graph.is_bend(node)},
        bends={
            edge: tuple(places[bend] for bend in way) for edge, way in graph.ways.items()
        },
        back=back,
        width=x - gaps[0],
        height=max(bottoms, default=0.0),
    )
