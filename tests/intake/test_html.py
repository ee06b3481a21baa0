from __future__ import annotations

import datetime as dt
import json

import pytest

from claims.errors import Unreadable
from claims.intake import documents, files, html, plain

BODY = (
    "<p>Nine dock workers were killed when a crane fell, the harbour office said.</p>"
    "<p>“We count 12 dead,” Ilse Marten of the union said, and more were hurt in town.</p>"
)
LINKED = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebPage", "name": "Not this"},
        {
            "@type": ["NewsArticle"],
            "headline": "Crane falls in the harbour",
            "datePublished": "2031-03-05T08:30:00+02:00",
            "author": [{"@type": "Person", "name": "Ada Roe"}, "Bo Lund"],
            "publisher": {"name": "The Mill Post"},
            "mainEntityOfPage": {"@id": "https://www.mill.example/crane"},
            "inLanguage": "en-GB",
        },
    ],
}


def page(head: str = "", body: str = BODY, title: str = "A crane falls") -> bytes:
    return (
        f"<!doctype html><html lang='en'><head><title>{title}</title>{head}</head>"
        f"<body><nav>Home News</nav><article><h1>{title}</h1>{body}</article>"
        "<footer>About us</footer></body></html>"
    ).encode()


def linked(content: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(content)}</script>'


def test_the_article_is_read_without_the_page_around_it_and_without_its_headline():
    document = html.read(page(linked(LINKED), title="Crane falls in the harbour"))

    first, second = document.text.split("\n\n")
    assert first.startswith("Nine dock workers")
    assert second.startswith("“We count 12 dead,”")


def test_what_the_page_says_of_itself_is_believed():
    document = html.read(page(linked(LINKED)))

    assert document.headline == "Crane falls in the harbour"
    assert document.published_at == dt.datetime.fromisoformat("2031-03-05T08:30:00+02:00")
    assert (document.byline, document.outlet) == ("Ada Roe, Bo Lund", "The Mill Post")
    assert (document.url, document.domain) == (
        "https://www.mill.example/crane",
        "mill.example",
    )
    assert (document.language, document.guessed) == ("en", frozenset())


def test_the_head_of_the_page_is_next_and_keeps_the_offset_of_its_time():
    head = (
        '<meta property="article:published_time" content="2031-03-05T08:30:00-05:00">'
        '<meta property="og:site_name" content="Bay Times">'
        '<meta property="article:author" content="https://bay.example/people/7">'
        '<link rel="canonical" href="https://bay.example/crane">'
    )

    document = html.read(page(head))

    assert document.published_at == dt.datetime.fromisoformat("2031-03-05T08:30:00-05:00")
    assert (document.outlet, document.url) == ("Bay Times", "https://bay.example/crane")
    assert "people" not in document.byline
    assert document.guessed >= {"headline"}


def test_a_date_without_a_time_is_a_day():
    head = '<meta property="article:published_time" content="2031-03-05">'

    assert html.read(page(head)).is_day_only


def test_json_that_is_broken_or_bottomless_is_passed_over():
    bottomless: list[object] = []
    for _ in range(60):
        bottomless = [bottomless, {"@type": 7}]
    head = linked(bottomless) + '<script type="application/ld+json">{oops</script>'

    assert html.read(page(head + linked(LINKED))).outlet == "The Mill Post"


def test_an_address_that_is_none_is_left_out():
    head = '<link rel="canonical" href="javascript:void(0)">'

    assert html.read(page(head)).url == ""


def test_tables_are_part_of_the_text():
    table = "<table><tr><td>Dead</td><td>twelve people</td></tr></table>"

    assert "twelve people" in html.read(page(body=BODY + table)).text


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "The file is empty."),
        (b"<html><body></body></html>", "no article that can be read"),
        (b"<!-- -->", "no web page"),
        (b"x" * (documents.MOST_BYTES + 1), "at most 10,485,760 are read"),
    ],
)
def test_a_page_that_is_no_article_is_refused(raw, words):
    with pytest.raises(Unreadable, match=words):
        html.read(raw)


def test_a_plain_text_is_kept_as_it_is_with_its_beginning_as_headline():
    document = plain.read("﻿A crane falls\n\nNine died.\n".encode())

    assert (document.text, document.headline) == (
        "A crane falls\n\nNine died.\n",
        "A crane falls",
    )
    assert document.guessed == {"headline"}


def test_another_encoding_is_read_and_said_to_be_guessed():
    document = plain.read("“Nine died”, she said.".encode("cp1252"))

    assert document.text == "“Nine died”, she said."
    assert "encoding" in document.guessed


@pytest.mark.parametrize("raw", [b"OTTO\x03\x04\x00\x00\x00\x00", b" \n\t "])
def test_what_is_no_text_is_refused(raw):
    with pytest.raises(Unreadable, match=r"control characters|empty"):
        plain.read(raw)


@pytest.mark.parametrize(
    ("raw", "what"),
    [(b"%PDF-1.7 text", "a PDF"), (b"PK\x03\x04 text", "an archive"), (b"{\\rtf1", "rich")],
)
def test_a_file_of_another_kind_is_refused_by_its_name(raw, what):
    with pytest.raises(Unreadable, match=what):
        files.read(raw)


def test_a_text_longer_than_any_article_is_refused():
    with pytest.raises(Unreadable, match="at most 2,000,000 are read"):
        plain.read(b"x" * (documents.MOST_CHARACTERS + 1))


def test_a_file_is_recognised_by_its_first_tag():
    assert files.read(b"\xef\xbb\xbf<!-- hello -->\n" + page()).raw_type == "text/html"
    assert files.read(b"<b>No page</b> but a text").raw_type == "text/plain"


@pytest.mark.parametrize("words", [None, "", "soon", "2031-13-01"])
def test_what_is_no_date_is_no_moment(words):
    assert documents.moment(words) is None


def test_a_time_without_an_offset_is_taken_for_utc():
    assert documents.moment("2031-03-05T08:30") == (
        dt.datetime(2031, 3, 5, 8, 30, tzinfo=dt.UTC),
        False,
    )


def test_an_address_without_a_host_has_no_domain():
    assert documents.domain_of("http://[broken") == ""
