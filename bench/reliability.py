"""How often a quote is right at each confidence, and by each rule, on annotated articles.

    python -m bench.reliability GOLD.jsonl [GOLD.jsonl ...]

A gold row has ``text`` and ``quotes`` with ``start``, ``end`` (and ``spans``), and the
speaker as ``speaker_name`` or ``speaker``. A quote is right if it shares three tenths of
its words, taken together, with an annotated one, and names its speaker: the last word of
the name as printed or resolved. A quote that is part of a longer annotated one counts for
it. Where an annotated quote says ``ignore`` nothing is judged.
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

# Run as a file as well as a module.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from claims.domain import names
from claims.extraction import quotes
from claims.extraction.findings import QuoteFinding
from claims.extraction.languages import language_of

Row = dict[str, Any]
Words = frozenset[int]

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_SHARED, _INSIDE = 0.3, 0.8


def main(paths: list[str]) -> int:
    if not paths:
        print(__doc__)
        return 1
    by_bin: dict[str, list[bool]] = defaultdict(list)
    by_rule: dict[str, list[bool]] = defaultdict(list)
    for path in paths:
        for row in _rows(Path(path)):
            for found, is_right in judged(row):
                tenth = int(found.confidence * 10 + 1e-9) / 10
                by_bin[f"{tenth:.1f}"].append(is_right)
                by_rule[found.rule].append(is_right)
    _print("confidence", by_bin)
    _print("rule", by_rule)
    return 0


def judged(row: Row) -> Iterator[tuple[QuoteFinding, bool]]:
    """Yield each quote found in the row's text, and whether an annotated one matches."""
    text = row["text"]
    places = [match.start() for match in _WORD.finditer(text)]
    gold = [(quote, _words(_spans(quote), places)) for quote in row["quotes"]]
    for found in quotes.find(text, language=language_of(text, row.get("lang"))):
        words = _words([(piece.start, piece.end) for piece in found.pieces], places)
        match = max(gold, key=lambda one: _fit(words, one[1]), default=None)
        if match is None or not _fit(words, match[1]):
            yield found, False
        elif not match[0].get("ignore"):
            yield found, _same_speaker(found, match[0])


def _spans(quote: Row) -> list[tuple[int, int]]:
    return [tuple(span) for span in quote.get("spans") or [(quote["start"], quote["end"])]]


def _words(spans: list[tuple[int, int]], places: list[int]) -> Words:
    return frozenset(
        index
        for index, place in enumerate(places)
        if any(start <= place < end for start, end in spans)
    )


def _fit(found: Words, gold: Words) -> float:
    """Return how well two sets of words fit; 0 if they are not the same quote."""
    both = len(found & gold)
    if not both:
        return 0.0
    shared = both / len(found | gold)
    return shared if shared >= _SHARED or both / len(found) >= _INSIDE else 0.0


def _same_speaker(found: QuoteFinding, gold: Row) -> bool:
    said = {_last(name) for name in (found.speaker_name, found.speaker) if name}
    meant = {
        _last(name) for name in (gold.get("speaker_name"), gold.get("speaker")) if name
    }
    return bool(said & meant) if meant else not said


def _last(name: str) -> str:
    head = re.split(r",|;|\(| (?:who|which|of|for|from|in|at|with) ", f" {name}")[0]
    words = names.parse(head).words or names.parse(name).words
    return names.fold(words[-1]) if words else ""


def _rows(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _print(title: str, judgements: dict[str, list[bool]]) -> None:
    print(f"\n{title:28s} {'found':>7s} {'right':>7s}")
    for key, values in sorted(judgements.items()):
        print(f"{key:28s} {len(values):7d} {sum(values) / len(values):7.2f}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
