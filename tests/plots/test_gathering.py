from __future__ import annotations

from claims.plots.chains import Agent, AttributionGraph, Citation, Part
from claims.plots.gathering import gather


def _report(key, outlet=""):
    return Agent(key=key, name=f"Report {key}", part=Part.REPORT, outlet=outlet)


def _graph(*agents, citations):
    police = Agent(key="police", name="Police", part=Part.ORIGIN)
    return AttributionGraph(title="Killed", agents=(*agents, police), citations=citations)


def _cites(key, printed, **more):
    return Citation(source=key, target="police", printed=printed, **more)


def test_a_graph_that_can_be_read_stays_as_it_is():
    graph = _graph(_report("a"), citations=(_cites("a", "12"),))

    assert gather(graph, most=2) is graph


def test_reports_of_one_outlet_become_one_with_all_its_numbers():
    graph = _graph(
        _report("a", "Northern Post"),
        _report("b", "Northern Post"),
        _report("c", "Valley Radio"),
        citations=(_cites("a", "12"), _cites("b", "15"), _cites("c", "12")),
    )

    gathered = gather(graph, most=3)

    assert [agent.name for agent in gathered.agents] == [
        "Northern Post (2 reports)",
        "Report c",
        "Police",
    ]
    assert [each.printed for each in gathered.citations] == ["12, 15", "12"]


def test_those_that_cite_the_same_become_one_if_that_is_not_enough():
    keys = "abcde"
    graph = _graph(
        *(_report(key) for key in keys),
        citations=tuple(_cites(key, str(ord(key))) for key in keys),
    )

    gathered = gather(graph, most=3)

    assert [agent.name for agent in gathered.agents] == ["Report a and 4 more", "Police"]
    assert gathered.citations[0].printed == "97, 98, 99 and 2 more"


def test_a_gathered_citation_is_inferred_only_if_all_were():
    graph = _graph(
        _report("a"),
        _report("b"),
        citations=(_cites("a", "12", reason="same wording"), _cites("b", "12")),
    )

    assert not gather(graph, most=2).citations[0].is_inferred


def test_a_misquote_is_not_lost_in_the_gathering():
    graph = _graph(
        _report("a"),
        _report("b"),
        citations=(_cites("a", "12"), _cites("b", "21", is_misquote=True)),
    )

    assert gather(graph, most=2).citations[0].is_misquote


def test_a_report_that_others_cite_stays_on_its_own():
    graph = _graph(
        _report("a"),
        _report("b"),
        citations=(Citation(source="a", target="b"), _cites("b", "12"), _cites("a", "12")),
    )

    assert len(gather(graph, most=1).agents) == 3
