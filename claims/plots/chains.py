"""What the attribution graph is drawn from: who reports whom, with which number."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Part(StrEnum):
    """What an agent does in the chains of one quantity."""

    REPORT = "report"
    RELAY = "relay"
    ORIGIN = "origin"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agent:
    """An outlet's report, an agency or a speaker: one box.

    ``outlet`` is what reports are gathered by when there are too many of them;
    ``side`` is the party of the incident that an origin belongs to; ``is_in_cut``
    marks those through whom everything passes, so that it counts once.
    """

    key: str
    name: str
    part: Part
    outlet: str = ""
    side: str = ""
    is_unnamed: bool = False
    is_in_cut: bool = False
    href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """``source`` got it from ``target`` and printed it as ``printed``.

    ``reason`` is why the machine believes so when the text does not say it.
    """

    source: str
    target: str
    printed: str = ""
    reason: str = ""
    is_misquote: bool = False

    @property
    def is_inferred(self) -> bool:
        return bool(self.reason)


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributionGraph:
    """The chains behind one quantity, from the reports to the origins."""

    title: str
    agents: tuple[Agent, ...]
    citations: tuple[Citation, ...]
    reports: int = 0
    outlets: int = 0
    independent: int = 0

    def __post_init__(self) -> None:
        known = {agent.key for agent in self.agents}
        if len(known) != len(self.agents):
            raise ValueError("two agents of one graph share a key")
        for citation in self.citations:
            if not {citation.source, citation.target} <= known:
                raise ValueError(
                    f"the citation {citation.source} -> {citation.target} "
                    "names an agent that is not in the graph"
                )
