from __future__ import annotations

import json

import pytest

from claims.domain.conformance import main

A, B = (
    {"measure": "killed", "event": "ridge", "phrase": phrase, "speaker": speaker}
    for phrase, speaker in (("at least 6-7 raiders fell", "league"), ("3-4", "league"))
)
GOOD = {
    "phrases": [
        {
            "id": "P1",
            "text": "at least 6-7 raiders fell",
            "expect": [
                {
                    "text": "at least 6-7",
                    "low": 6,
                    "high": None,
                    "core": [6, 14],
                    "kind": "at_least",
                    "open_high": True,
                    "extra": {"low_range": [6, 7]},
                }
            ],
        }
    ],
    "pairs": [{"id": "R1", "a": A, "b": B, "relation": "self_contradiction", "flags": []}],
    "sets": [
        {
            "id": "S1",
            "figures": [A, {**B, "window": None, "as_of": 3}],
            "expect": {"positions": 2, "conflicts": 1, "outer": [3, None], "inner": None},
        }
    ],
    "chains": [
        {
            "id": "C1",
            "nodes": {"r": "Courier", "p": "police"},
            "edges": [["r", "p"]],
            "reports": ["r"],
            "independent": 1,
        }
    ],
}


@pytest.fixture
def run(tmp_path, capsys):
    """Return a function that runs the command on some content: code, output, errors."""

    def run_on(content):
        path = tmp_path / "examples.json"
        path.write_text(content if isinstance(content, str) else json.dumps(content))
        code = main([str(path)])
        told = capsys.readouterr()
        return code, told.out, told.err

    return run_on


def test_examples_that_hold_pass(run):
    assert run(GOOD) == (0, "4 passed, 0 failed\n", "")


def test_each_failure_is_named_and_makes_the_command_fail(run):
    bad = {
        "phrases": [{"id": "P9", "text": "12", "expect": []}],
        "pairs": [{**GOOD["pairs"][0], "id": "R9", "relation": "agree"}],
        "chains": [{**GOOD["chains"][0], "id": "C9", "independent": 2}],
    }

    assert run(bad) == (
        1,
        (
            "P9: phrases in “12”: expected 0, got 1\n"
            "R9: relation: expected agree, got self_contradiction\n"
            "C9: independent: expected 2, got 1\n"
            "0 passed, 3 failed\n"
        ),
        "",
    )


def test_a_case_that_cannot_be_read_fails_alone(run):
    code, out, _ = run({"pairs": [7, *GOOD["pairs"]], "sets": "x", "chains": [{"id": 1}]})

    assert code == 1
    assert out.splitlines()[-1] == "1 passed, 3 failed"
    assert "pairs 1: the case cannot be read" in out


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("{", "is not JSON"),
        ("[]", "holds no phrases, pairs, sets or chains."),
        ("{}", "holds no phrases, pairs, sets or chains."),
        ("[" * 100_000, "is nested too deep to be read."),
    ],
)
def test_an_unreadable_file_is_refused_in_a_sentence(run, content, words):
    code, out, err = run(content)

    assert (code, out) == (1, "")
    assert words in err


def test_a_missing_file_and_missing_arguments_are_refused(tmp_path, capsys):
    assert main([str(tmp_path / "none.json")]) == 1
    assert main([]) == 2
    assert "cannot be read: No such file or directory." in capsys.readouterr().err


def test_a_set_without_a_value_cannot_be_held_against_anything(run):
    silent = {**A, "phrase": "no immediate reports of casualties"}
    code, out, _ = run({"sets": [{"id": "S2", "figures": [silent], "expect": {"n": 0}}]})

    assert code == 1
    assert "no figure has a value" in out
