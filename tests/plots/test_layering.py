from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from claims.plots.layering import arrange, in_loops

NODES = st.integers(1, 12)
EDGES = st.sets(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=30)


def _graph(count, pairs):
    sizes = {f"n{number}": (60.0, 30.0) for number in range(count)}
    edges = [
        (f"n{source}", f"n{target}")
        for source, target in sorted(pairs)
        if source < count and target < count
    ]
    return sizes, edges


@given(NODES, EDGES)
def test_no_two_boxes_stand_on_each_other(count, pairs):
    sizes, edges = _graph(count, pairs)

    layout = arrange(sizes, edges, gaps=(40, 10))

    for one, other in combinations(layout.places.values(), 2):
        apart = abs(one[0] - other[0]) >= 60, abs(one[1] - other[1]) >= 39.99
        assert any(apart)


@given(NODES, EDGES)
def test_every_box_stands_within_the_picture(count, pairs):
    sizes, edges = _graph(count, pairs)

    layout = arrange(sizes, edges, gaps=(40, 10))

    assert layout.places.keys() == sizes.keys()
    for x, y in layout.places.values():
        assert 30 <= x <= layout.width - 29.99
        assert 14.99 <= y <= layout.height - 14.99


@given(NODES, EDGES)
def test_every_way_leads_right_but_those_that_close_a_loop(count, pairs):
    sizes, edges = _graph(count, pairs)

    layout = arrange(sizes, edges, gaps=(40, 10))

    for source, target in set(edges) - layout.back:
        assert layout.places[source][0] < layout.places[target][0]
    assert layout.back <= in_loops(edges)


@given(NODES, EDGES)
def test_a_graph_without_loops_has_no_way_back(count, pairs):
    sizes, edges = _graph(count, {pair for pair in pairs if pair[0] < pair[1]})

    assert arrange(sizes, edges, gaps=(40, 10)).back == frozenset()
    assert in_loops(edges) == frozenset()


def test_last_nodes_stand_in_one_column_at_the_end():
    sizes = dict.fromkeys(("post", "wire", "police", "witness"), (60.0, 30.0))
    edges = [("post", "wire"), ("wire", "police"), ("post", "witness")]

    layout = arrange(sizes, edges, gaps=(40, 10), last=frozenset({"police", "witness"}))

    assert layout.places["police"][0] == layout.places["witness"][0]
    assert len(layout.bends["post", "witness"]) == 1


def test_one_who_cites_himself_is_a_loop():
    assert in_loops([("a", "a"), ("a", "b")]) == {("a", "a")}
