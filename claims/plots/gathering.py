"""An attribution graph with too many agents, drawn together to what can be read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from django.utils.translation import gettext

from claims.plots import wording
from claims.plots.chains import Agent, AttributionGraph, Citation, Part

MOST_AGENTS = 30
_NUMBERS_SHOWN = 3


def gather(graph: AttributionGraph, *, most: int = MOST_AGENTS) -> AttributionGraph:
    """Return the graph with its reports put together if there are more than ``most``.

    First the reports of one outlet, then those that cite the same agents.
    """
    if len(graph.agents) <= most:
        return graph
    graph = _merged(graph, _by_outlet(graph))
    if len(graph.agents) > most:
        graph = _merged(graph, _by_cited(graph))
    return replace(graph, citations=_joined(graph.citations))


def _by_outlet(graph: AttributionGraph) -> list[list[Agent]]:
    groups: dict[str, list[Agent]] = defaultdict(list)
    for agent in graph.agents:
        if agent.part is Part.REPORT:
            groups[agent.outlet or agent.key].append(agent)
    return list(groups.values())


def _by_cited(graph: AttributionGraph) -> list[list[Agent]]:
    cited: dict[str, set[str]] = defaultdict(set)
    citing = {citation.target for citation in graph.citations}
    for citation in graph.citations:
        cited[citation.source].add(citation.target)
    groups: dict[tuple[str, ...], list[Agent]] = defaultdict(list)
    for agent in graph.agents:
        if agent.part is Part.REPORT and agent.key not in citing:
            groups[tuple(sorted(cited[agent.key]))].append(agent)
    return list(groups.values())


def _merged(graph: AttributionGraph, groups: Sequence[Sequence[Agent]]) -> AttributionGraph:
    kept: dict[str, Agent] = {}
    key_of = {agent.key: agent.key for agent in graph.agents}
    for group in groups:
        first = group[0]
        kept[first.key] = replace(first, name=_name(group), href="") if group[1:] else first
        key_of.update({agent.key: first.key for agent in group})
    return replace(
        graph,
        agents=tuple(
            kept.get(agent.key, agent)
            for agent in graph.agents
            if key_of[agent.key] == agent.key
        ),
        citations=tuple(
            replace(each, source=key_of[each.source], target=key_of[each.target])
            for each in graph.citations
        ),
    )


def _name(group: Sequence[Agent]) -> str:
    first = group[0]
    if first.outlet and all(agent.outlet == first.outlet for agent in group):
        return f"{first.outlet} ({wording.reports(len(group))})"
    return _and_more(first.name, len(group) - 1)


def _joined(citations: Sequence[Citation]) -> tuple[Citation, ...]:
    together: dict[tuple[str, str], list[Citation]] = defaultdict(list)
    for citation in citations:
        together[citation.source, citation.target].append(citation)
    return tuple(
        Citation(
            source=source,
            target=target,
            printed=_numbers(same),
            reason=same[0].reason if all(each.is_inferred for each in same) else "",
            is_misquote=any(each.is_misquote for each in same),
        )
        for (source, target), same in together.items()
    )


def _numbers(citations: Sequence[Citation]) -> str:
    numbers = list(dict.fromkeys(each.printed for each in citations if each.printed))
    if len(numbers) <= _NUMBERS_SHOWN:
        return ", ".join(numbers)
    shown = ", ".join(numbers[:_NUMBERS_SHOWN])
    return _and_more(shown, len(numbers) - _NUMBERS_SHOWN)


def _and_more(first: str, others: int) -> str:
    return gettext("%(first)s and %(others)s more") % {"first": first, "others": others}
