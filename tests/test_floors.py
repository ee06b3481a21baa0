from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LONGEST_MODULE = 400
LONGEST_VIEW = 20

MODULES = [
    path
    for path in sorted((ROOT / "claims").rglob("*.py"))
    if "migrations" not in path.parts
]


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def views() -> Iterator[tuple[str, int]]:
    """Yield each function of the review's views with its length in lines."""
    for path in sorted((ROOT / "claims" / "review" / "views").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.end_lineno is not None:
                yield f"{name(path)}:{node.name}", node.end_lineno - node.lineno + 1


def test_a_module_imports_only_from_the_floors_below_it() -> None:
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    linted = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert linted.returncode == 0, linted.stdout


def test_no_module_is_longer_than_can_be_kept_in_mind() -> None:
    lengths = {
        name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES
    }
    assert {path: lines for path, lines in lengths.items() if lines > LONGEST_MODULE} == {}


def test_no_view_does_what_belongs_below() -> None:
    assert {view: lines for view, lines in views() if lines > LONGEST_VIEW} == {}


@pytest.mark.parametrize("vague", ["utils", "helpers", "common", "misc"])
def test_no_module_is_named_after_what_it_is(vague: str) -> None:
    assert [name(path) for path in MODULES if path.stem == vague] == []


def test_every_module_says_in_one_line_what_is_found_there() -> None:
    silent = [
        name(path)
        for path in MODULES
        if path.read_text(encoding="utf-8").strip()
        and ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) is None
    ]
    assert silent == []
