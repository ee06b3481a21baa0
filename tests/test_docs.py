from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from django.core.management import get_commands
from django.urls import URLPattern, URLResolver, get_resolver

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


def routes() -> set[str]:
    """Return the API's addresses as its guide writes them: ``/api/quotes/{id}/``."""
    found = _patterns(get_resolver(), "/")
    return {route for route in found if route.startswith("/api/")}


def _patterns(resolver: URLResolver, prefix: str) -> Iterator[str]:
    for entry in resolver.url_patterns:
        route = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from _patterns(entry, route)
        elif isinstance(entry, URLPattern) and "format" not in route:
            yield _as_written(route)


def _as_written(route: str) -> str:
    """Write a route or the expression of one as people do."""
    plain = re.sub(r"\(\?P<(\w+)>[^)]*\)|<(?:\w+:)?(\w+)>", r"{\1\2}", route)
    return re.sub(r"[\^$\\]|\?$", "", plain).replace("{pk}", "{id}")


def test_settings_are_found_where_they_are_read() -> None:
    assert {"DATABASE_URL", "TRACKER_DEBUG", "TRACKER_HOSTS"} <= settings()


@pytest.mark.parametrize("name", sorted(settings()))
def test_every_setting_is_explained(name: str) -> None:
    assert f"`{name}`" in prose()


@pytest.mark.parametrize("name", sorted(commands()))
def test_every_command_is_explained(name: str) -> None:
    assert re.search(rf"manage\.py {name}\b", prose())


def test_every_route_of_the_api_is_explained() -> None:
    assert {route for route in routes() if route not in prose()} == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_page_of_the_docs_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_every_page_of_the_docs_is_in_the_index() -> None:
    index = (ROOT / "docs" / "README.md").read_text("utf-8")
    pages = [page.name for page in (ROOT / "docs").glob("*.md") if page.name != "README.md"]
    assert [page for page in pages if f"({page})" not in index] == []
