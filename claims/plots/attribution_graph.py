"""The attribution graph: reports left, relays between, origins right."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.safestring import SafeString
from django.utils.translation import gettext

from claims.plots import axes, graph_edges, layering, svg, wording
from claims.plots.chains import Agent, AttributionGraph, Part
from claims.plots.gathering import gather
from claims.plots.graph_edges import MARGIN, SMALL_SIZE, Canvas

_TYPE_SIZE = 13
_HEIGHT = 32
_HEIGHT_WITH_NOTE = 46
_MOST_WIDTH = 230
_LEAST_GAP = 64
_MOST_GAP = 180
_ROW_GAP = 14
_RADII = {Part.REPORT: 0, Part.RELAY: 6, Part.ORIGIN: 16}


def draw(graph: AttributionGraph, *, prefix: str) -> SafeString:
    """Return the graph as SVG; beyond thirty agents the reports are put together."""
    canvas = _canvas(gather(graph))
    bottom = MARGIN + canvas.layout.height
    width = max(canvas.layout.width + 2 * MARGIN, svg.NARROW)
    key, height = axes.key(
        _key(canvas), near=MARGIN, far=max(width, 600) - MARGIN, y=bottom + 34
    )
    return svg.Sheet(
        kind="graph",
        prefix=prefix,
        width=max(width, 600),
        height=height,
        title=graph.title,
        description=summary(graph),
        has_links=any(agent.href for agent in canvas.graph.agents),
        may_scroll=True,
    ).holding(
        [
            *(graph_edges.draw(citation, canvas) for citation in canvas.graph.citations),
            *(_agent(agent, canvas) for agent in canvas.graph.agents),
            *graph_edges.numbers(canvas),
            *key,
        ]
    )


def describe(graph: AttributionGraph) -> list[str]:
    """Return who cites whom, with which number, in sentences."""
    names = {agent.key: agent.name for agent in graph.agents}
    loops = _loops(graph)
    sentences = [summary(graph)]
    sentences += [
        f"{graph_edges.sentence(citation, names, loops)}." for citation in graph.citations
    ]
    sentences += [
        gettext("Everything passes through %s, so it counts once.") % agent.name
        for agent in graph.agents
        if agent.is_in_cut
    ]
    sentences += [
        gettext("%s is unnamed and is not counted.")
        % f"{agent.name[:1].upper()}{agent.name[1:]}"
        for agent in graph.agents
        if agent.is_unnamed
    ]
    return sentences


def summary(graph: AttributionGraph) -> str:
    """Return the graph in one sentence."""
    return wording.sentence(
        graph.title,
        (
            wording.reports(graph.reports),
            wording.outlets(graph.outlets),
            wording.independent_origins(graph.independent),
        ),
    )


def _loops(graph: AttributionGraph) -> frozenset[layering.Edge]:
    return layering.in_loops((each.source, each.target) for each in graph.citations)


def _canvas(graph: AttributionGraph) -> Canvas:
    sizes = _sizes(graph)
    widest = max(
        (svg.width_of(each.printed, SMALL_SIZE * 1.1) for each in graph.citations),
        default=0.0,
    )
    gap = min(max(widest + 44, _LEAST_GAP), _MOST_GAP)
    layout = layering.arrange(
        sizes,
        [(each.source, each.target) for each in graph.citations],
        gaps=(gap, _ROW_GAP),
        last=frozenset(each.key for each in graph.agents if each.part is Part.ORIGIN),
    )
    return Canvas(graph, layout, sizes, _loops(graph))


def _sizes(graph: AttributionGraph) -> dict[str, tuple[float, float]]:
    """Return the size of each box; the reports are equally wide, as in a list."""
    needed = {agent.key: _size(agent) for agent in graph.agents}
    reports = {each.key for each in graph.agents if each.part is Part.REPORT}
    width = max((needed[key][0] for key in reports), default=0.0)
    return {
        key: (width if key in reports else size[0], size[1]) for key, size in needed.items()
    }


def _size(agent: Agent) -> tuple[float, float]:
    widths = [svg.width_of(agent.name, _TYPE_SIZE) + 26]
    note = _note(agent)
    if note:
        widths.append(svg.width_of(note, SMALL_SIZE) + 26)
    height = _HEIGHT_WITH_NOTE if note else _HEIGHT
    return min(max(widths), _MOST_WIDTH), height


def _note(agent: Agent) -> str:
    notes = [agent.side, gettext("unnamed") if agent.is_unnamed else ""]
    notes.append(gettext("counts once") if agent.is_in_cut else "")
    return " · ".join(note for note in notes if note)


def _agent(agent: Agent, canvas: Canvas) -> SafeString:
    x, y = canvas.middle(agent.key)
    width, height = canvas.sizes[agent.key]
    corner, radius = (x - width / 2, y - height / 2), _RADII[agent.part]
    note = _note(agent)
    parts = []
    if agent.is_in_cut:
        outer = (corner[0] - 4, corner[1] - 4)
        parts.append(
            svg.box("plot__cut", outer, (width + 8, height + 8), radius=radius + 4)
        )
    parts.append(svg.box("plot__box", corner, (width, height), radius=radius))
    name = svg.shortened(agent.name, _TYPE_SIZE, width - 22)
    base = y - 3 if note else y + 4.5
    parts.append(svg.text("plot__agent", (x, base), name, anchor="middle"))
    if note:
        words = svg.shortened(note, SMALL_SIZE, width - 16)
        parts.append(svg.text("plot__aside", (x, y + 13), words, anchor="middle"))
    look = f"plot__node plot__node--{agent.part}"
    if agent.is_unnamed:
        look += " plot__node--unnamed"
    hint = ", ".join(part for part in (agent.name, _part(agent.part), note) if part)
    return svg.group(look, hint, agent.href, parts)


def _part(part: Part) -> str:
    if part is Part.REPORT:
        return gettext("report")
    return gettext("relay") if part is Part.RELAY else gettext("origin")


def _box_sample(part: Part, words: str, look: str = "") -> axes.KeyEntry:
    def sample(x: float, y: float) -> SafeString:
        box = svg.box("plot__box", (x - 9, y - 6), (18, 12), radius=_RADII[part] // 2)
        look_of_all = f"plot__node plot__node--{part} {look}".rstrip()
        return svg.element("g", {"class": look_of_all}, box)

    return sample, words


def _edge_sample(look: str, words: str) -> axes.KeyEntry:
    def sample(x: float, y: float) -> SafeString:
        way = svg.path("plot__way", f"M{x - 9:.1f} {y:.1f}h18m-5 -4l5.5 4l-5.5 4")
        return svg.element("g", {"class": f"plot__edge {look}".rstrip()}, way)

    return sample, words


def _key(canvas: Canvas) -> Iterator[axes.KeyEntry]:
    agents, citations = canvas.graph.agents, canvas.graph.citations
    for part in Part:
        if any(agent.part is part for agent in agents):
            yield _box_sample(part, _part(part))
    if any(agent.is_unnamed for agent in agents):
        yield _box_sample(Part.ORIGIN, gettext("unnamed"), "plot__node--unnamed")
    if citations:
        yield _edge_sample("", gettext("has it from"))
    if any(citation.is_inferred for citation in citations):
        yield _edge_sample("plot__edge--inferred", gettext("inferred"))
    if canvas.loops:
        yield _edge_sample("plot__edge--loop", gettext("in a circle"))
    if any(citation.is_misquote for citation in citations):
        yield None, gettext("≠ not what the source said")
