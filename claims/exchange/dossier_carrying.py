"""Which figures of a dossier carry others on, or correct them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from claims.services.decisions import MarkAt
from claims.services.dossier import Carried


def told(content: Mapping[str, Any]) -> Iterator[Carried]:
    """Read from the comparisons which figures carry others on, or correct them.

    Of several that carry one another on, all go back to the first that none of the
    comparisons derives from another. A toll that replaces one of the same day
    corrects it.
    """
    sources = _sources(content["comparisons"])
    yield from (Carried(figure, of) for figure, of in sources.items() if figure != of)
    rows = {
        (article["id"], number): figure
        for article in content["articles"]
        for number, figure in enumerate(article["figures"])
    }
    corrected = set(sources)
    for comparison in content["comparisons"]:
        earlier, later = _ends(comparison)
        if comparison["relation"] != "update" or later in corrected:
            continue
        days = {rows[earlier]["as_of"], rows[later]["as_of"]}
        if len(days) == 1 or None in days:
            corrected.add(later)
            yield Carried(later, sources.get(earlier, earlier), is_correction=True)


def traced(desk: Mapping[str, Any]) -> Iterator[Carried]:
    """Read which figures an export says are carried on from others."""
    for key, article in desk["articles"].items():
        for number, row in enumerate(article["figures"]):
            if row["restates"] is not None:
                source, at = row["restates"]
                is_correction = row["value"]["is_correction"]
                yield Carried((key, number), (source, at), is_correction)


def _sources(comparisons: Sequence[Mapping[str, Any]]) -> dict[MarkAt, MarkAt]:
    """Return for each figure in a restatement the one that it goes back to."""
    pairs = [_ends(each) for each in comparisons if each["relation"] == "restatement"]
    source: dict[MarkAt, MarkAt] = {}
    for first, second in pairs:
        one, other = source.setdefault(first, first), source.setdefault(second, second)
        for figure, of in source.items():
            if of == other:
                source[figure] = one
    return source


def _ends(comparison: Mapping[str, Any]) -> tuple[MarkAt, MarkAt]:
    (a, a_number), (b, b_number) = comparison["a"], comparison["b"]
    return (a, a_number), (b, b_number)
