from __future__ import annotations

import datetime as dt
import hashlib

import pytest

from claims.models import Article
from claims.queries import likenesses
from claims.queries.likenesses import Text
from tests.factories import ArticleFactory, OutletFactory, RevisionFactory, TrayItemFactory

pytestmark = pytest.mark.django_db

DAY = dt.datetime(2031, 3, 4, 9, tzinfo=dt.UTC)
WIRE = (
    "At least 9-10 people died when the night ferry met a barge below the old lock, the "
    "river police said, and divers went on looking for the barge pilot until dawn."
)
OTHER = (
    "The council of the lower town met on Tuesday to talk about the price of bread, and "
    "the bakers said that flour from the new mill cost them twice as much as before."
)


def stored(text: str = WIRE, **columns: object) -> Article:
    article = ArticleFactory(published_at=DAY, **columns)
    RevisionFactory(article=article, text=text)
    return article


def test_nothing_is_like_a_text_of_other_words() -> None:
    stored(OTHER)
    assert likenesses.of(Text(WIRE, published_at=DAY)) == []


def test_the_same_address_is_found_however_it_is_written() -> None:
    article = stored(OTHER, url="https://www.mill.example/ferry/")
    [found] = likenesses.of(Text(WIRE, url="http://mill.example/ferry"))
    assert (found.article, found.has_address) == (article, True)
    assert (found.has_text, found.is_same) == (False, False)


@pytest.mark.parametrize(
    "url",
    ["https://mill.example/ferry?page=2", "https://mill.example/ferries", "http://[", "x"],
)
def test_another_address_is_another(url: str) -> None:
    stored(OTHER, url="https://mill.example/ferry")
    assert likenesses.of(Text(WIRE, url=url)) == []


@pytest.mark.parametrize(
    ("outlet", "known_url", "url", "same"),
    [
        ("The Mill Post", "", "", True),
        ("the mill post", "", "https://mill.example/a", True),
        ("The Mill Post", "https://mill.example/a", "", True),
        ("The Mill Post", "https://mill.example/a", "https://mill.example/b", False),
        ("Bay Times", "", "", False),
        ("Bay Times", "https://mill.example/a", "https://mill.example/a", True),
    ],
)
def test_the_very_text_is_the_same_article_or_one_beside_it(
    outlet, known_url, url, same
) -> None:
    stored(outlet=OutletFactory(name="The Mill Post"), url=known_url)
    [found] = likenesses.of(Text(f"{WIRE}\r\n", outlet=outlet, url=url))
    assert (found.has_text, found.is_same, found.percent) == (True, same, 100)


def test_a_text_within_a_longer_one_is_found_and_the_nearest_first() -> None:
    framed, whole = stored(f"{OTHER}\n\n{WIRE}"), stored(f"{WIRE} Nobody else was hurt.")
    halved = stored(WIRE[: len(WIRE) // 2] + OTHER)
    found = likenesses.of(Text(WIRE, published_at=DAY))
    assert [each.article for each in found] == [framed, whole]
    assert halved not in [each.article for each in found]


def test_an_old_article_that_came_in_long_ago_is_left_alone(monkeypatch) -> None:
    monkeypatch.setattr(likenesses, "_MOST_BY_ARRIVAL", 0)
    stored()
    near = f"{WIRE} More later."
    assert likenesses.of(Text(near, published_at=DAY + dt.timedelta(days=8))) == []
    assert len(likenesses.of(Text(near, published_at=DAY + dt.timedelta(days=6)))) == 1


def test_only_the_newest_text_of_an_article_counts_for_likeness() -> None:
    article = stored()
    RevisionFactory(article=article, number=2, text=OTHER)
    assert likenesses.near_to([Text(f"{WIRE} More.")]) == [{}]


def test_a_whole_tray_costs_as_much_as_one_thing(queries_of) -> None:
    def lay(number: int) -> None:
        article = stored(f"{WIRE} {number}", url=f"https://mill.example/{number}")
        TrayItemFactory(
            text=f"{number}",
            sha256=hashlib.sha256(str(number).encode()).hexdigest(),
            url=article.url,
            alike=[[article.pk, 0.9]],
        )

    def read() -> dict[int, object]:
        items = article_items()
        return likenesses.of_items(items)

    def article_items() -> list:
        return list(TrayItemFactory._meta.model.objects.for_list())

    lay(0)
    one = queries_of(read)
    for number in range(1, 10):
        lay(number)
    ten = queries_of(read)
    assert [len(found) for found in read().values()] == [1] * 10
    assert len(one) == len(ten), "\n".join(ten)
