from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from django.core.management import get_commands
from django.urls import URLResolver, get_resolver

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
READS = re.compile(r'env\.(?:text|flag|words|number|database)\(\s*"([A-Z_]+)"')


@cache
def prose() -> str:
    return "\n".join(page.read_text(encoding="utf-8") for page in PAGES)


def settings() -> set[str]:
    """Return the names that the settings read from the environment."""
    files = sorted((ROOT / "tracker").glob("*.py"))
    return {found for path in files for found in READS.findall(path.read_text("utf-8"))}


def commands() -> set[str]:
    return {command for command, app in get_commands().items() if app == "claims"}


def names_of_the_api() -> set[str]:
    """Return what an address of the API is made of: resources, acts and files."""
    found = {part for route in _routes(get_resolver(), "/") for part in route}
    return {part for part in found if re.fullmatch(r"[\w.-]+", part)}


def _routes(resolver: URLResolver, prefix: str) -> Iterator[list[str]]:
    for entry in resolver.url_patterns:
        route = prefix + str(entry.pattern).replace("\\.", ".").strip("^$")
        if isinstance(entry, URLResolver):
            yield from _routes(entry, route)
        elif route.startswith("/api/"):
            yield re.sub(r"\(\?P<.*?\)|<.*?>", "", route).split("/")[2:]


def test_settings_are_found_where_they_are_read() -> None:
    assert {"DATABASE_URL", "TRACKER_DEBUG", "TRACKER_HOSTS"} <= settings()


@pytest.mark.parametrize("name", sorted(settings()))
def test_every_setting_is_explained(name: str) -> None:
    assert f"`{name}`" in prose()


@pytest.mark.parametrize("name", sorted(commands()))
def test_every_command_is_explained(name: str) -> None:
    assert re.search(rf"manage\.py {name}\b", prose())


@pytest.mark.parametrize("name", sorted(names_of_the_api()))
def test_everything_the_api_offers_is_explained(name: str) -> None:
    guide = (ROOT / "docs" / "api.md").read_text("utf-8")
    assert re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", guide)


def test_the_addresses_of_the_api_are_found() -> None:
    assert {"quotes", "accept", "schema", "figures.csv"} <= names_of_the_api()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_page_of_the_docs_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_every_page_of_the_docs_is_in_the_index() -> None:
    index = (ROOT / "docs" / "README.md").read_text("utf-8")
    pages = [page.name for page in (ROOT / "docs").glob("*.md") if page.name != "README.md"]
    assert [page for page in pages if f"({page})" not in index] == []


def test_every_decision_is_in_the_index() -> None:
    index = (ROOT / "docs" / "decisions" / "README.md").read_text("utf-8")
    pages = [page.name for page in (ROOT / "docs" / "decisions").glob("0*.md")]
    assert [page for page in pages if f"({page})" not in index] == []
