"""What a list is asked for and does not have is refused; nothing is passed over."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.api.test_api import desk, refusal, stored  # noqa: F401  fixtures
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("quantities/?incidnet=3", "There is no parameter 'incidnet' here."),
        ("quantities/?severity__lt=3", "There is no parameter 'severity__lt' here."),
        ("figures/?<b>=1", "There is no parameter '<b>' here."),
        ("figures.csv?incidnet=3", "There is no parameter 'incidnet' here."),
        ("figures.jsonl?page_size=3", "There is no parameter 'page_size' here."),
        ("quantities/?ordering=population", "Nothing is ordered by 'population' here."),
        ("quantities/?ordering=-severity,--id", "Nothing is ordered by '--id' here."),
        ("articles/?ordering=published_or_never", "Nothing is ordered by"),
    ],
)
def test_what_a_list_does_not_have_is_refused(desk, path, words):  # noqa: F811
    status, _, detail = refusal(desk["lead"].get(f"/api/{path}"))

    assert status == 400
    assert detail.startswith(words)


@pytest.mark.parametrize(
    "path",
    [
        "quantities/?incident=&ordering=-severity,id&search=crew&page_size=1",
        "quantities/?fields=id&format=json&include=incident",
        "quantities/?ordering=",
        "figures.csv?format=json",
    ],
)
def test_what_a_list_has_is_answered(desk, path):  # noqa: F811
    assert desk["lead"].get(f"/api/{path}").status_code == 200


@pytest.mark.parametrize("sign", ["", "-"])
def test_articles_come_by_the_day_of_publication_and_none_is_left_out(desk, sign):  # noqa: F811
    for day in (3, None, 1, None, 2, 2):
        at = day and dt.datetime(2019, 5, day, tzinfo=dt.UTC)
        ArticleFactory(published_at=at)
    address = f"/api/articles/?ordering={sign}published_at&page_size=2&fields=published_at"
    days = []
    while address:
        page = desk["lead"].get(address).json()
        days += [row["published_at"] or "" for row in page["results"]]
        address = page["next"]

    assert days == sorted(days, reverse=bool(sign))
    assert days.count("") == 2
    assert len(days) >= 6


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("figures.csv", "text/csv"),
        ("figures.jsonl", "application/x-ndjson"),
        ("conflicts.atom", "application/atom+xml"),
    ],
)
@pytest.mark.parametrize("wanted", ["", "application/json", "text/html", "image/png"])
def test_a_file_is_answered_as_it_is_whatever_is_wanted(desk, path, kind, wanted):  # noqa: F811
    headers = {"Accept": wanted or kind}

    answer = desk["lead"].get(f"/api/{path}", headers=headers)

    assert answer.status_code == 200
    assert answer["Content-Type"].startswith(kind)
