"""Who carries whom: from reports to the independent origins behind them."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Assertion:
    """One utterance in the graph: a report, a relay, or the words of a source.

    ``agent`` is who utters it, empty for an unnamed or missing source. A report in
    the outlet's own voice whose reporter was not there cites such an unnamed one.
    """

    id: str
    agent: str


@dataclass(frozen=True, slots=True)
class Graph:
    """Assertions and who cites whom; an edge runs from the report to its source."""

    assertions: tuple[Assertion, ...]
    edges: tuple[tuple[str, str], ...]
    reports: tuple[str, ...]

    def __post_init__(self) -> None:
        known = {assertion.id for assertion in self.assertions}
        if len(known) != len(self.assertions):
            raise ValueError("two assertions of one graph share an id")
        named = {*self.reports, *(end for edge in self.edges for end in edge)}
        if named - known:
            raise ValueError(f"an assertion is missing: {', '.join(sorted(named - known))}")


@dataclass(frozen=True, slots=True)
class Independence:
    """How many independent origins stand behind the reports, and which.

    ``chains`` are as many disjoint ways from a report to an origin, as agents.
    ``cut`` are the agents, nearest to the origins, through which every chain goes.
    """

    reports: int
    outlets: int
    independent: int
    chains: tuple[tuple[str, ...], ...]
    origins: tuple[str, ...]
    anonymous: tuple[str, ...]
    circular: tuple[str, ...]
    cut: tuple[str, ...]


def independence(graph: Graph, bodies: Mapping[str, str] | None = None) -> Independence:
    """Count the chains from reports to origins that share no agent.

    ``bodies`` gives each agent the one that it counts as, see ``close``. An origin is
    an assertion with a named agent that cites nobody. Unnamed sources and loops with
    no way out count nothing and are listed by assertion.
    """
    network = _network(graph, bodies or {})
    flow = _Flow(network)
    while flow.add_chain():
        pass
    chains = flow.chains()
    return Independence(
        reports=len(set(graph.reports)),
        outlets=len(network.reporting),
        independent=len(chains),
        chains=chains,
        origins=tuple(chain[-1] for chain in chains),
        anonymous=network.anonymous,
        circular=network.circular,
        cut=flow.cut(),
    )


def close(roles: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return for each agent the one that it counts as, given (member, body) pairs.

    Whoever is tied by roles, through any number of steps, is one agent. The name
    that stands for all is the body at the top, the first by name if there are several.
    """
    parents: dict[str, str] = {}
    members: set[str] = set()

    def root(agent: str) -> str:
        while parents.setdefault(agent, agent) != agent:
            parents[agent] = parents[parents[agent]]
            agent = parents[agent]
        return agent

    for member, body in roles:
        if member != body:
            members.add(member)
        parents[root(member)] = root(body)
    groups: dict[str, list[str]] = defaultdict(list)
    for agent in parents:
        groups[root(agent)].append(agent)
    return {
        agent: min(group, key=lambda name: (name in members, name))
        for group in groups.values()
        for agent in group
    }


@dataclass(frozen=True, slots=True)
class _Network:
    """The graph between agents: what the flow runs through."""

    reporting: tuple[str, ...]
    cites: dict[str, list[str]]
    sources: frozenset[str]
    anonymous: tuple[str, ...]
    circular: tuple[str, ...]


def _network(graph: Graph, bodies: Mapping[str, str]) -> _Network:
    cited: dict[str, list[str]] = defaultdict(list)
    citing: dict[str, list[str]] = defaultdict(list)
    for report, source in graph.edges:
        cited[report].append(source)
        citing[source].append(report)
    in_use = _reached(graph.reports, cited)
    used = [assertion for assertion in graph.assertions if assertion.id in in_use]
    agents = {
        # An unnamed relay stands for itself: what it carries may still have a name.
        assertion.id: bodies.get(assertion.agent, assertion.agent)
        or (f"unnamed {assertion.id}" if cited[assertion.id] else "")
        for assertion in used
    }
    ends = [node for node in agents if not cited[node]]
    grounded = _reached(ends, citing)
    cites: dict[str, set[str]] = defaultdict(set)
    for report, agent in agents.items():
        cites[agent].update(
            agents[source] for source in cited[report] if agents[source] not in ("", agent)
        )
    return _Network(
        reporting=tuple(sorted({agents[node] for node in graph.reports} - {""})),
        cites={agent: sorted(sources) for agent, sources in cites.items()},
        sources=frozenset(agents[node] for node in ends if agents[node]),
        anonymous=tuple(assertion.id for assertion in used if not assertion.agent),
        circular=tuple(node for node in agents if node not in grounded),
    )


def _reached(starts: Iterable[str], steps: Mapping[str, Sequence[str]]) -> set[str]:
    found = set(starts)
    waiting = list(found)
    while waiting:
        for node in steps.get(waiting.pop(), ()):
            if node not in found:
                found.add(node)
                waiting.append(node)
    return found


# A point of the flow: an agent's entrance or exit.
_Point = tuple[str, bool]
_START, _END = ("", False), ("", True)
_AMPLE = 2  # more than an agent ever lets through, so that only agents limit


@dataclass(slots=True)
class _Flow:
    """Chains that share no agent: each agent's entrance and exit join once."""

    network: _Network
    capacity: dict[_Point, dict[_Point, int]] = field(init=False)

    def __post_init__(self) -> None:
        self.capacity = defaultdict(dict)
        network = self.network
        agents = {*network.reporting, *network.sources, *network.cites}
        agents.update(source for sources in network.cites.values() for source in sources)
        for agent in sorted(agents):
            self._join((agent, False), (agent, True), room=1)
        for agent in network.reporting:
            self._join(_START, (agent, False))
        for agent, sources in network.cites.items():
            for source in sources:
                self._join((agent, True), (source, False))
        for agent in sorted(network.sources):
            self._join((agent, True), _END)

    def _join(self, start: _Point, end: _Point, room: int = _AMPLE) -> None:
        self.capacity[start][end] = room
        self.capacity[end].setdefault(start, 0)

    def add_chain(self) -> bool:
        """Find one more chain, if need be by turning others; say whether there was."""
        came_from: dict[_Point, _Point] = {_START: _START}
        waiting = deque([_START])
        while waiting and _END not in came_from:
            point = waiting.popleft()
            for further, room in self.capacity[point].items():
                if room and further not in came_from:
                    came_from[further] = point
                    waiting.append(further)
        if _END not in came_from:
            return False
        point = _END
        while point != _START:
            before = came_from[point]
            self.capacity[before][point] -= 1
            self.capacity[point][before] += 1
            point = before
        return True

    def chains(self) -> tuple[tuple[str, ...], ...]:
        """Return the chains found, each from its report to its origin."""
        return tuple(
            self._chain(agent)
            for agent in self.network.reporting
            if self._is_used(_START, (agent, False))
        )

    def _chain(self, agent: str) -> tuple[str, ...]:
        chain = [agent]
        while not self._is_used((chain[-1], True), _END):
            chain.append(
                next(
                    source
                    for source in self.network.cites[chain[-1]]
                    if self._is_used((chain[-1], True), (source, False))
                )
            )
        return tuple(chain)

    def _is_used(self, start: _Point, end: _Point) -> bool:
        return self.capacity[end].get(start, 0) > 0

    def cut(self) -> tuple[str, ...]:
        """Return the fewest agents whose removal leaves no chain, nearest the origins."""
        reaching = {_END}
        waiting = deque([_END])
        while waiting:
            point = waiting.popleft()
            for before in self.capacity[point]:
                if before not in reaching and self.capacity[before][point]:
                    reaching.add(before)
                    waiting.append(before)
        agents = sorted({name for name, is_exit in self.capacity if name and is_exit})
        return tuple(
            agent
            for agent in agents
            if (agent, True) in reaching and (agent, False) not in reaching
        )
