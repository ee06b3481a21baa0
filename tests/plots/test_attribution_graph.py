from __future__ import annotations

import pytest

from claims.plots import attribution_graph
from claims.plots.chains import Agent, AttributionGraph, Citation, Part
from tests.plots.drawings import circle, of_look, one_origin, parsed
from tests.plots.golden import expected


def test_the_graph_is_drawn_as_agreed():
    drawing = attribution_graph.draw(one_origin(), prefix="g1")

    assert drawing == expected("graph.svg", drawing)


def test_a_circle_is_drawn_as_agreed():
    drawing = attribution_graph.draw(circle(), prefix="g1")

    assert drawing == expected("graph-circle.svg", drawing)


def test_the_graph_is_told_in_words_as_agreed():
    words = "\n".join(
        [
            *attribution_graph.describe(one_origin()),
            *attribution_graph.describe(circle()),
        ]
    )

    assert words == expected("graph.txt", words)


def test_the_number_as_printed_stands_on_each_way():
    drawing = attribution_graph.draw(one_origin(), prefix="g1")

    numbers = {number.text for number in of_look(drawing, "plot__number")}
    assert numbers == {"12", "≠ 21", "about 12", "dozens"}


def test_reports_of_many_outlets_are_gathered():
    agents = [Agent(key="wire", name="Wire", part=Part.ORIGIN)]
    agents += [
        Agent(key=f"r{number}", name=f"Paper {number}", part=Part.REPORT)
        for number in range(60)
    ]
    citations = tuple(
        Citation(source=agent.key, target="wire", printed="12") for agent in agents[1:]
    )
    graph = AttributionGraph(title="Killed", agents=tuple(agents), citations=citations)

    drawing = attribution_graph.draw(graph, prefix="g1")

    names = [name.text for name in of_look(drawing, "plot__agent")]
    assert names == ["Wire", "Paper 0 and 59 more"]


def test_boxes_lead_where_they_are_told():
    drawing = attribution_graph.draw(one_origin(), prefix="g1")

    assert parsed(drawing).xpath("//@href") == ["#post"]
    assert parsed(drawing).get("role") == "group"
    assert " style=" not in drawing


def test_a_graph_without_links_can_be_scrolled_by_keys():
    assert parsed(attribution_graph.draw(circle(), prefix="g1")).get("tabindex") == "0"
    assert parsed(attribution_graph.draw(one_origin(), prefix="g1")).get("tabindex") is None


def test_a_graph_of_nobody_is_an_empty_picture():
    nobody = AttributionGraph(title="Killed", agents=(), citations=())

    assert of_look(attribution_graph.draw(nobody, prefix="g1"), "plot__node") == []


def test_a_citation_of_an_unknown_agent_is_refused():
    with pytest.raises(ValueError, match="not in the graph"):
        AttributionGraph(
            title="Killed", agents=(), citations=(Citation(source="a", target="b"),)
        )


def test_two_agents_with_one_key_are_refused():
    agent = Agent(key="a", name="A", part=Part.REPORT)

    with pytest.raises(ValueError, match="share a key"):
        AttributionGraph(title="Killed", agents=(agent, agent), citations=())
