from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.domain.provenance import Assertion, Graph, close, independence
from tests.domain.brute import brute_independence


def graph(nodes, edges, reports):
    """Read ``"r1=Courier w=Wire"`` and ``"r1>w"`` as assertions and who cites whom."""
    pairs = [node.partition("=") for node in nodes.split()]
    return Graph(
        assertions=tuple(Assertion(name, agent) for name, _, agent in pairs),
        edges=tuple(tuple(edge.split(">")) for edge in edges.split()),
        reports=tuple(reports.split()),
    )


@pytest.mark.parametrize(
    ("nodes", "edges", "reports", "independent"),
    [
        # Three papers carry one agency, and the agency one police spokesman.
        ("a=A b=B c=C w=Wire p=police", "a>w b>w c>w w>p", "a b c", 1),
        # Two agencies with an origin each.
        ("a=A b=B v=V w=W p=police h=clinic", "a>v b>w v>p w>h", "a b", 2),
        # Two agencies, one origin.
        ("a=A b=B v=V w=W p=police", "a>v b>w v>p w>p", "a b", 1),
        # Two witnesses through one agency.
        ("a=A w=Wire x=baker y=driver", "a>w w>x w>y", "a", 1),
        # A reporter of its own on the ground.
        ("a=A b=B p=police", "a>p", "a b", 2),
        # An unnamed source.
        ("a=A x=", "a>x", "a", 0),
        # A named source behind an unnamed relay.
        ("a=A x= p=police", "a>x x>p", "a", 1),
        # Each cites the other.
        ("a=A b=B", "a>b b>a", "a b", 0),
        # Each cites the other, and one the police too.
        ("a=A b=B p=police", "a>b b>a b>p", "a b", 1),
        # One house three times.
        ("a=A b=A c=A", "", "a b c", 1),
        # The agency's other story is no way out for this one.
        ("a=A w=Wire x= v=Wire p=police", "a>w w>x v>p", "a", 0),
    ],
)
def test_independence_is_the_number_of_chains_that_share_no_agent(
    nodes, edges, reports, independent
):
    found = independence(graph(nodes, edges, reports))

    assert found.independent == len(found.chains) == len(found.cut) == independent


@st.composite
def graphs(draw):
    """Return a small graph of an assertion for each agent, some citing some."""
    agents = "abcdefg"[: draw(st.integers(1, 7))]
    pair = st.tuples(st.sampled_from(agents), st.sampled_from(agents))
    edges = {
        (one, other) for one, other in draw(st.sets(pair, max_size=12)) if one != other
    }
    reports = draw(st.sets(st.sampled_from(agents), min_size=1))
    return agents, edges, reports


@given(graphs())
def test_maximum_flow_finds_what_trying_all_chains_finds(drawn):
    agents, edges, reports = drawn
    cites = {agent: {to for start, to in edges if start == agent} for agent in agents}
    origins = {agent for agent in agents if not cites[agent]}
    found = independence(
        Graph(
            tuple(Assertion(agent, agent) for agent in agents),
            tuple(sorted(edges)),
            tuple(sorted(reports)),
        )
    )

    assert found.independent == brute_independence(cites, reports, origins)


@given(graphs())
def test_the_chains_share_no_agent_and_the_cut_meets_each_of_them(drawn):
    agents, edges, reports = drawn
    found = independence(
        Graph(
            tuple(Assertion(agent, agent) for agent in agents),
            tuple(sorted(edges)),
            tuple(sorted(reports)),
        )
    )
    passed = [agent for chain in found.chains for agent in chain]

    assert len(passed) == len(set(passed))
    assert all(step in edges for chain in found.chains for step in pairwise(chain))
    assert all(chain[0] in reports for chain in found.chains)
    assert all(len(set(chain) & set(found.cut)) == 1 for chain in found.chains)


def test_three_numbers_and_what_counts_for_nothing_are_named():
    found = independence(
        graph(
            "a=Courier b=Courier c=Gazette w=Wire p=police x= k=Blog l=Site",
            "a>w b>w c>x w>p k>l l>k",
            "a b c k",
        )
    )

    assert (found.reports, found.outlets, found.independent) == (4, 3, 1)
    assert found.chains == (("Courier", "Wire", "police"),)
    assert (found.origins, found.cut) == (("police",), ("police",))
    assert (found.anonymous, found.circular) == (("x",), ("k", "l"))


def test_the_cut_is_named_nearest_to_the_origins():
    through_one_agency = graph("a=A b=B w=Wire x=baker y=driver", "a>w b>w w>x w>y", "a b")

    assert independence(through_one_agency).cut == ("Wire",)


def test_roles_tie_a_spokesman_a_member_and_their_body_into_one_agent():
    bodies = close([("Maj. Orr", "brigade"), ("brigade", "army"), ("Capt. Voss", "army")])
    found = independence(
        graph("a=A b=B o=Maj.-Orr v=Capt.-Voss", "a>o b>v", "a b"),
        {name.replace(" ", "-"): body for name, body in bodies.items()},
    )

    assert set(bodies.values()) == {"army"}
    assert (found.independent, found.origins) == (1, ("army",))


def test_a_role_in_oneself_changes_nothing():
    assert close([("clinic", "clinic")]) == {"clinic": "clinic"}


def test_bodies_that_are_members_of_each_other_still_have_one_name():
    assert set(close([("b", "a"), ("a", "b")]).values()) == {"a"}


def test_a_graph_names_only_what_it_holds():
    with pytest.raises(ValueError, match="an assertion is missing: w"):
        graph("a=A", "a>w", "a")
    with pytest.raises(ValueError, match="share an id"):
        graph("a=A a=B", "", "a")
