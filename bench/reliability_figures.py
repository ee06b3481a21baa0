"""How often a figure is right at each confidence, and by each rule, on annotated articles.

    python -m bench.reliability_figures GOLD.jsonl [GOLD.jsonl ...]

A gold row has ``text``, ``figures`` with ``low`` and ``high``, and where known ``kind``,
``start`` and ``end``, and maybe ``published_at``. A figure is right if an annotated one at
its place has its printed bounds and does not name another kind.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from claims.extraction.figures import find
from claims.extraction.rows import figure_rows

Row = dict[str, Any]


def main(paths: list[str]) -> int:
    if not paths:
        print(__doc__)
        return 1
    by_bin: dict[str, list[bool]] = defaultdict(list)
    by_rule: dict[str, list[bool]] = defaultdict(list)
    for path in paths:
        for row in _rows(Path(path)):
            for found, is_right in judged(row):
                tenth = int(found["confidence"] * 10 + 1e-9) / 10
                by_bin[f"{tenth:.1f}"].append(is_right)
                by_rule[found["rule"]].append(is_right)
    _print("confidence", by_bin)
    _print("rule", by_rule)
    return 0


def judged(row: Row) -> Iterator[tuple[Row, bool]]:
    """Yield each figure found in the row's text, and whether an annotated one matches."""
    published = row.get("published_at")
    day = dt.date.fromisoformat(published[:10]) if published else None
    left = list(row["figures"])
    for found in figure_rows(find(row["text"], day)):
        match = next((gold for gold in left if _agree(gold, found)), None)
        if match is not None:
            left.remove(match)
        yield found, match is not None


def _agree(gold: Row, found: Row) -> bool:
    if gold.get("start") is not None and not (
        gold["start"] < found["end"] and found["start"] < gold["end"]
    ):
        return False
    if gold.get("kind") and found["kind"] and gold["kind"] != found["kind"]:
        return False
    return all(_same(gold[bound], found[bound]) for bound in ("low", "high"))


def _same(one: float | None, two: float | None) -> bool:
    if one is None or two is None:
        return one is two
    return abs(one - two) < 1e-6 * max(1.0, abs(one))


def _rows(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def _print(name: str, groups: dict[str, list[bool]]) -> None:
    print(f"| {name} | figures | right | share |")
    print("| --- | --- | --- | --- |")
    for key in sorted(groups):
        right, total = sum(groups[key]), len(groups[key])
        print(f"| {key} | {total} | {right} | {right / total:.2f} |")
    print()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
