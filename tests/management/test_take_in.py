from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from claims.management.commands.take_in import Command
from claims.models import Article, Change
from tests.factories import OutletFactory
from tests.intake.test_html import LINKED, linked, page
from tests.intake.test_news_formats import RSS

pytestmark = pytest.mark.django_db

TEXT = "Nine died, the harbour office said.\n\n“We count 12 dead,” said Ilse Marten."


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "crane.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def run(*args: Any, **options: Any) -> str:
    stdout = io.StringIO()
    call_command("take_in", *args, stdout=stdout, **options)
    return stdout.getvalue()


def test_a_text_is_taken_in_with_what_the_command_line_says_of_it(text):
    said = run(
        text,
        outlet="The Mill Post",
        published="2031-03-04",
        url="https://mill.example/crane",
        headline="A crane falls",
    )

    article = Article.objects.get()
    assert (article.headline, article.outlet.name) == ("A crane falls", "The Mill Post")
    assert (str(article.published_at), article.published_precision) == (
        "2031-03-04 00:00:00+00:00",
        "day",
    )
    assert article.url == "https://mill.example/crane"
    assert f"{text}: article {article.pk} with " in said
    assert "Guessed" not in said


def test_one_quote_and_one_figure_are_told_in_the_singular(text):
    text.write_text("Nobody was hurt, the mayor said.", encoding="utf-8")
    said = run(text, outlet="The Mill Post", published="2031-03-04")
    assert "with 1 quote and 1 figure suggested." in said


def test_the_bytes_are_kept_as_they_came(text):
    run(text, outlet="The Mill Post")

    revision = Article.objects.get().revisions.get()
    assert (bytes(revision.raw), revision.raw_type) == (text.read_bytes(), "text/plain")


def test_what_was_guessed_is_said_and_kept_in_the_log(text):
    assert "Guessed: headline." in run(text, outlet="The Mill Post")

    line = Change.objects.get(act="article.taken_in")
    assert line.after["guessed"] == ["headline"]


def test_the_same_file_twice_is_one_article(text):
    run(text, outlet="The Mill Post")

    assert "already here as article" in run(text, outlet="The Mill Post")
    assert Article.objects.count() == 1


def test_another_text_at_the_same_address_is_the_next_revision(text):
    options = {"outlet": "The Mill Post", "url": "https://mill.example/crane"}
    run(text, **options)
    text.write_text(f"{TEXT}\n\nTwo more were found.", encoding="utf-8")

    assert "revision 2 of article" in run(text, **options)


def test_a_page_says_itself_where_it_stood(tmp_path):
    path = tmp_path / "crane.html"
    path.write_bytes(page(linked(LINKED)))

    run(path)

    article = Article.objects.get()
    assert (article.outlet.name, article.byline) == ("The Mill Post", "Ada Roe, Bo Lund")


def test_a_known_domain_says_which_outlet_it_is(tmp_path):
    OutletFactory(name="Mill Post Online", domain="mill.example")
    path = tmp_path / "crane.html"
    path.write_bytes(page(linked(LINKED)))

    run(path)

    assert Article.objects.get().outlet.name == "Mill Post Online"


def test_a_dry_run_reads_and_stores_nothing(text):
    said = run(text, outlet="The Mill Post", dry_run=True)

    assert "The Mill Post, no date, 74 characters. Guessed: headline." in said
    assert not Article.objects.exists()


def test_every_file_that_cannot_be_read_is_named_and_nothing_is_taken_in(text, tmp_path):
    empty = tmp_path / "empty.txt"
    empty.write_text("", encoding="utf-8")
    other = tmp_path / "other.html"
    other.write_text("<html><body></body></html>", encoding="utf-8")

    with pytest.raises(CommandError) as refusal:
        run(text, empty, other, outlet="The Mill Post")

    assert str(refusal.value).splitlines() == [
        f"{empty}: The file is empty.",
        f"{other}: The page holds no article that can be read.",
        "Nothing was taken in.",
    ]
    assert not Article.objects.exists()


def test_somebody_must_say_who_published_a_plain_text(text):
    with pytest.raises(CommandError, match=r"who published it\? Give --outlet\."):
        run(text)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"published": "soon"}, "--published is not a date"),
        ({"url": "mill.example"}, "--url is not an address"),
    ],
)
def test_options_that_make_no_sense_are_refused(text, options, words):
    with pytest.raises(CommandError, match=words):
        run(text, outlet="The Mill Post", **options)


def test_one_address_is_not_for_two_articles(text):
    with pytest.raises(CommandError, match="for one article, not for 2"):
        run(text, text, outlet="The Mill Post", url="https://mill.example/crane")


def test_a_feed_is_taken_in_entry_by_entry(tmp_path):
    path = tmp_path / "feed.xml"
    path.write_text(RSS, encoding="utf-8")

    said = run(path)

    article = Article.objects.get()
    assert said.startswith(f"{path}, entry 1: article {article.pk} with ")
    assert "Guessed: outlet." in said
    assert (article.outlet.name, article.url) == (
        "The Mill Post",
        "https://mill.example/crane",
    )


def test_a_file_without_an_article_is_told(tmp_path):
    path = tmp_path / "feed.xml"
    path.write_text("<rss><channel><title>x</title></channel></rss>", encoding="utf-8")

    with pytest.raises(CommandError, match="there is no article in it"):
        run(path)


@pytest.fixture
def web(site, monkeypatch):
    """Let the command fetch from the test's own site, and from nowhere else."""
    monkeypatch.setattr(Command, "rules", site.rules())
    return site


def test_an_address_is_fetched_once_and_taken_in(web):
    url = web.put("/crane", page())

    said = run(url, outlet="The Mill Post")

    article = Article.objects.get()
    assert f"{url}: article {article.pk} with " in said
    assert (article.url, len(web.asked)) == (url, 1)
    assert bytes(article.revisions.get().raw) == page()


def test_files_and_addresses_go_together(web, text):
    said = run(text, web.put("/feed", RSS, "text/xml"), outlet="The Mill Post")
    assert said.count(": article ") == 2


def test_an_address_that_cannot_be_fetched_is_named_and_nothing_is_taken_in(web, text):
    with pytest.raises(CommandError) as refusal:
        run(text, web.url("/none"), outlet="The Mill Post")

    assert str(refusal.value).splitlines()[1:] == ["Nothing was taken in."]
    assert "/none could not be fetched: the server answered 404." in str(refusal.value)
    assert not Article.objects.exists()


def test_only_public_addresses_are_fetched():
    with pytest.raises(CommandError, match="leads to an address that is not public"):
        run("http://127.0.0.1/")


def test_what_nothing_dates_is_told(text):
    told = "Nothing dates it: give --published, or amend it."
    assert told in run(text, outlet="The Mill Post", dry_run=True)
    assert told in run(text, outlet="The Mill Post")
    text.write_text(f"{TEXT} More.", encoding="utf-8")
    assert told not in run(text, outlet="The Mill Post", published="2031-03-04")


def test_a_dry_run_says_of_each_line_what_it_would_become(tmp_path):
    about = {"outlet": "The Mill Post", "published": "2031-03-04"}
    report = (
        "Nine dock workers were killed when a crane fell on Monday, the harbour office "
        "said, and the cranes beside it were stopped until all of them had been looked at."
    )
    known = tmp_path / "known.txt"
    known.write_text(report, encoding="utf-8")
    run(known, url="https://mill.example/crane", **about)
    article = f"article {Article.objects.get().pk}, “Nine dock workers were killed"

    near, other = tmp_path / "near.txt", tmp_path / "other.txt"
    near.write_text(f"{report} The union called for more.", encoding="utf-8")
    other.write_text("The council met to talk about the price of bread.", encoding="utf-8")
    first, second, third = run(known, near, other, dry_run=True, **about).splitlines()
    assert f"Is here already: {article}" in first
    assert f"a copy? 100 % of its words stand in {article}" in second
    assert third.endswith("Guessed: headline. Would be a new article.")

    again = run(near, url="http://www.mill.example/crane/", dry_run=True, **about)
    assert f"Would be a newer text of {article}" in again
    assert "revision 2 of" in run(near, url="http://www.mill.example/crane/", **about)
