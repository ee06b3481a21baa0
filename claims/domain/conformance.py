"""Hold the method against a file of worked examples.

    python -m claims.domain.conformance examples.json

The file has phrases, pairs, sets and chains, each with what is expected of it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from claims.domain.figures import Figure, Kind
from claims.domain.intervals import Interval
from claims.domain.moments import Moment
from claims.domain.numbers import NumberPhrase, read
from claims.domain.pairs import conflict_count
from claims.domain.provenance import Assertion, Graph, independence
from claims.domain.relations import classify
from claims.domain.scopes import ANY, Scope
from claims.domain.sets import envelope, live
from claims.domain.timelines import breaks

# A case is JSON that somebody wrote: its values can be anything.
Case = Mapping[str, Any]
Outcome = tuple[str, object, object]  # what is compared, expected, got


def main(arguments: Sequence[str]) -> int:
    """Print each failure and the count of both; return the exit code."""
    if len(arguments) != 1:
        sys.stderr.write("Give one file: python -m claims.domain.conformance FILE\n")
        return 2
    try:
        examples = _read_file(Path(arguments[0]))
    except ValueError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    passed = failed = 0
    for name, case, look in _cases(examples):
        failures = _failures(case, look)
        passed, failed = passed + (not failures), failed + bool(failures)
        for failure in failures:
            sys.stdout.write(f"{name}: {failure}\n")
    sys.stdout.write(f"{passed} passed, {failed} failed\n")
    return 1 if failed else 0


def _read_file(path: Path) -> Case:
    try:
        examples = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ValueError(f"The file {path} cannot be read: {error.strerror}.") from error
    except ValueError as error:
        raise ValueError(f"The file {path} is not JSON: {error}.") from error
    except RecursionError as error:
        raise ValueError(f"The file {path} is nested too deep to be read.") from error
    if isinstance(examples, dict) and examples.keys() & _LOOKS.keys():
        return examples
    raise ValueError(f"The file {path} holds no phrases, pairs, sets or chains.")


def _cases(examples: Case) -> Iterator[tuple[str, Any, Callable[[Case], list[Outcome]]]]:
    for section, look in _LOOKS.items():
        cases = examples.get(section, [])
        for number, case in enumerate(cases if isinstance(cases, list) else [cases]):
            known = isinstance(case, dict) and "id" in case
            yield str(case["id"]) if known else f"{section} {number + 1}", case, look


def _failures(case: Case, look: Callable[[Case], list[Outcome]]) -> list[str]:
    try:
        outcomes = look(case)
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        return [f"the case cannot be read: {error!r}"]
    return [
        f"{what}: expected {expected}, got {got}"
        for what, expected, got in outcomes
        if expected != got
    ]


def _phrase(case: Case) -> list[Outcome]:
    wanted = [_plain(each) for each in case["expect"]]
    got = [_told(phrase) for phrase in read(case["text"])]
    if len(wanted) != len(got):
        return [(f"phrases in “{case['text']}”", len(wanted), len(got))]
    return [
        (f"{key} of “{expected['text']}”", value, found[key])
        for expected, found in zip(wanted, got, strict=True)
        for key, value in expected.items()
    ]


def _plain(expected: Case) -> dict[str, object]:
    extra = expected.get("extra", {})
    return {
        **{key: value for key, value in expected.items() if key != "extra"},
        "strict": extra.get("strict", False),
        "additive": extra.get("additive", False),
        "low_range": extra.get("low_range"),
    }


def _told(phrase: NumberPhrase) -> dict[str, object]:
    hard, core = _ends(phrase.hard), _ends(phrase.core)
    return {
        "text": phrase.text,
        "low": hard[0] if hard else None,
        "high": hard[1] if hard else None,
        "core": core,
        "kind": phrase.kind,
        "open_low": phrase.open_low,
        "open_high": phrase.open_high,
        "strict": phrase.strict,
        "additive": phrase.additive,
        "low_range": list(phrase.low_range) if phrase.low_range else None,
    }


def _ends(interval: Interval | None) -> list[object] | None:
    return None if interval is None else [interval.low, interval.high]


def _pair(case: Case) -> list[Outcome]:
    found = classify(_figure(case["a"], "a"), _figure(case["b"], "b"))
    return [
        ("relation", case["relation"], found.kind.value),
        ("flags", sorted(case["flags"]), sorted(flag.value for flag in found.flags)),
    ]


def _set(case: Case) -> list[Outcome]:
    rows = enumerate(case["figures"])
    figures = [_figure(row, f"figure {number}") for number, row in rows]
    standing = live(figures)
    spanned = envelope(standing)
    if spanned is None:
        raise ValueError("no figure has a value")
    quorum = [spanned.quorum.weight, [_ends(each) for each in spanned.quorum.intervals]]
    told = {
        "n": len(standing),
        "positions": spanned.positions,
        "conflicts": conflict_count(standing),
        "outer": _ends(spanned.outer),
        "inner": _ends(spanned.inner),
        "named_high": spanned.named_high,
        "quorum": quorum,
        "monotone_bad": len(breaks(figures)),
    }
    return [(key, value, told[key]) for key, value in case["expect"].items()]


def _chain(case: Case) -> list[Outcome]:
    graph = Graph(
        assertions=tuple(Assertion(*node) for node in case["nodes"].items()),
        edges=tuple((report, source) for report, source in case["edges"]),
        reports=tuple(case["reports"]),
    )
    return [("independent", case["independent"], independence(graph).independent)]


def _figure(row: Case, name: str) -> Figure:
    phrase = read(row["phrase"])[0]
    named = row.get("speakers") or ([row["speaker"]] if row.get("speaker") else [])
    window, as_of = row.get("window"), row.get("as_of")
    return Figure(
        id=row.get("id", name),
        scope=Scope(
            measure=row["measure"],
            side=row.get("side", ANY),
            status=row.get("status", ANY),
            event=tuple(row["event"].split(".")),
            window=Moment(*window) if window else None,
            unit=row.get("unit", "person"),
        ),
        hard=phrase.hard,
        core=phrase.core,
        kind=Kind(phrase.kind),
        hedge=phrase.hedge,
        printed=phrase.printed,
        additive=row.get("additive", False),
        as_of=None if as_of is None else Moment(as_of, as_of),
        speakers=frozenset(named),
        derived_from=row.get("derived_from"),
        corrects=row.get("corrects", False),
        origin=", ".join(sorted(named)),
    )


_LOOKS = {"phrases": _phrase, "pairs": _pair, "sets": _set, "chains": _chain}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
