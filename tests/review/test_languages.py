from __future__ import annotations

import ast
import re
from gettext import GNUTranslations
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils.translation import override

from claims.models.words import in_line, worded
from tests.review.marks import text_of

ROOT = Path(__file__).resolve().parents[2]
GERMAN = ROOT / "claims" / "locale" / "de" / "LC_MESSAGES"
MARKED = (
    re.compile(r'{% translate "([^"]+)"'),
    re.compile(r"{% translate '([^']+)'"),
)
ENTRY = re.compile(r'^msgid ((?:".*"\s)+)msgstr ((?:".*"\s?)+)', re.MULTILINE)


@pytest.fixture(autouse=True)
def english_again():
    """Take back the language of the last request, which the test's thread keeps."""
    with override("en"):
        yield


def catalogue() -> dict[str, str]:
    with (GERMAN / "django.mo").open("rb") as compiled:
        return GNUTranslations(compiled)._catalog


def marked() -> set[str]:
    """Return every plain text that a template marks for translation."""
    pages = (ROOT / "templates").rglob("*.html")
    texts = [page.read_text(encoding="utf-8") for page in pages]
    return {found for text in texts for each in MARKED for found in each.findall(text)}


def test_there_are_words_to_translate() -> None:
    assert len(marked()) > 300


def test_what_was_compiled_is_what_was_translated() -> None:
    written = (GERMAN / "django.po").read_text(encoding="utf-8")
    entries = {
        ast.literal_eval(f"({msgid})"): ast.literal_eval(f"({msgstr})")
        for msgid, msgstr in ENTRY.findall(written)
        if ast.literal_eval(f"({msgid})")
    }
    known = catalogue()
    assert len(entries) > 300
    assert {msgid: known.get(msgid) for msgid in entries} == entries


def test_most_of_what_the_pages_say_is_there_in_german() -> None:
    missing = sorted(marked() - catalogue().keys())
    assert len(missing) <= len(marked()) // 20, missing


@pytest.mark.django_db
def test_a_page_speaks_the_language_that_the_browser_asks_for(as_, quantity) -> None:
    client = as_("reviewer")
    german = client.get(quantity.get_absolute_url(), headers={"accept-language": "de"})
    page = text_of(german.content.decode())
    assert "Was die Angaben zueinander sind" in page
    assert '<html lang="de"' in german.content.decode()
    english = client.get(quantity.get_absolute_url(), headers={"accept-language": "xx"})
    assert "What the figures are to each other" in text_of(english.content.decode())


@pytest.mark.django_db
def test_a_german_page_has_german_words_for_what_is_chosen_from(as_, quantity) -> None:
    client = as_("reviewer")
    german = {"accept-language": "de"}
    page = text_of(client.get(quantity.get_absolute_url(), headers=german).content.decode())
    assert "Selbstwiderspruch" in page
    assert "self-contradiction" not in page
    address = reverse("review:settle", args=[quantity.pk])
    form = text_of(client.get(address, headers=german).content.decode())
    assert "eine Spanne" in form
    assert "unglaubwürdig" in form


def test_words_within_a_line_are_small_where_nouns_are() -> None:
    with override("en"):
        assert in_line("Self-contradiction") == "self-contradiction"
    with override("de"):
        assert in_line("Self-contradiction") == "Selbstwiderspruch"
    assert worded("") == ""
