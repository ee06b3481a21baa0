from __future__ import annotations

import ast
import re
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

from django.conf import settings

ROOT = Path(__file__).resolve().parent.parent
OURS = {"claims", "tracker", "tests"}
# Named in requirements, imported by no module of ours.
USED_BY_NAME = {
    "gunicorn": "the server that make demo and the administrators' guide start",
    "lxml-html-clean": "what trafilatura imports",
    "psycopg": "Django's way to PostgreSQL",
}


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def named() -> set[str]:
    lines = (ROOT / "requirements" / "base.in").read_text(encoding="utf-8").splitlines()
    return {normal(match[0]) for line in lines if (match := re.match(r"[\w.-]+", line))}


def pinned(file: str) -> set[str]:
    lines = (ROOT / "requirements" / file).read_text(encoding="utf-8").splitlines()
    return {line for line in lines if re.match(r"[\w.-]+==", line)}


def imported() -> set[str]:
    """Return the distributions that the product imports or installs as apps."""
    paths = [path for top in ("claims", "tracker") for path in (ROOT / top).rglob("*.py")]
    modules = {module for path in paths for module in _imports(path)}
    modules |= {app.partition(".")[0] for app in settings.INSTALLED_APPS}
    known = packages_distributions()
    foreign = modules - OURS - sys.stdlib_module_names
    return {normal(name) for module in foreign for name in known.get(module, [module])}


def _imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.partition(".")[0])
    return found


def test_every_package_that_is_imported_is_named() -> None:
    assert imported() <= named()


def test_every_package_that_is_named_is_used() -> None:
    assert named() - imported() == set(USED_BY_NAME)


def test_what_a_running_desk_has_is_what_was_tested() -> None:
    assert pinned("base.txt") <= pinned("development.txt")


def test_pins_name_no_index_and_no_directory_of_a_machine() -> None:
    text = "".join(path.read_text() for path in (ROOT / "requirements").glob("*.txt"))
    assert re.findall(r"(?m)^\s*--|://|file:/", text) == []


def test_every_pinned_package_has_its_licence_listed() -> None:
    page = (ROOT / "docs" / "licences.md").read_text(encoding="utf-8")
    listed = set(re.findall(r"(?m)^\| ([\w.-]+) \| (?!unknown)", page)) - {"package", "---"}
    assert listed == {line.partition("==")[0] for line in pinned("development.txt")}
