from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest

from claims.errors import Unreadable
from claims.exchange import claimreview_reading
from claims.services.borrowing import GivenVerdict

REVIEW: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "url": "https://bay-check.example/crane",
    "claimReviewed": "Twelve people died  at the crane.",
    "author": {"@type": "Organization", "name": "The Bay Check"},
    "datePublished": "2031-03-07",
    "itemReviewed": {"@type": "Claim", "author": {"@type": "Person", "name": "I. Marten"}},
    "reviewRating": {
        "@type": "Rating",
        "ratingValue": "2",
        "worstRating": "1",
        "bestRating": 5,
        "alternateName": "Mostly wrong",
    },
}
READ = GivenVerdict(
    claim="Twelve people died at the crane.",
    publisher="The Bay Check",
    rating="Mostly wrong",
    url="https://bay-check.example/crane",
    value=0.25,
    claimant="I. Marten",
    reviewed_on=dt.date(2031, 3, 7),
)
FEED = {
    "@type": "DataFeed",
    "dataFeedElement": [
        {"@type": "DataFeedItem", "item": [REVIEW]},
        {"@type": "DataFeedItem", "item": REVIEW},
        {"@type": "DataFeedItem", "item": None},
    ],
}
PAGE = (
    "<!doctype html><title>x</title><script>var a = '<';</script>"
    '<script type="application/ld+json">{"@type": "WebSite"}</script>'
    f'<script type="application/ld+json; charset=utf-8">{json.dumps([REVIEW])}</script>'
)


def read(content: Any) -> list[Any]:
    text = content if isinstance(content, str) else json.dumps(content)
    return [item for _, item in claimreview_reading.read(text.encode(), name="feed.json")]


@pytest.mark.parametrize(
    ("content", "count"),
    [
        (REVIEW, 1),
        ([REVIEW, REVIEW], 2),
        ({"@graph": [{"@type": "WebPage"}, REVIEW]}, 1),
        (FEED, 2),
        (PAGE, 1),
        ("\n".join([json.dumps(REVIEW)] * 3), 3),
        (f"﻿{json.dumps(REVIEW)}", 1),
    ],
    ids=["one", "a list", "a graph", "a feed", "a page", "a line each", "a mark before"],
)
def test_reviews_are_found_however_a_document_holds_them(content: Any, count: int) -> None:
    assert read(content) == [READ] * count


@pytest.mark.parametrize(
    ("rating", "words", "value"),
    [
        ({"alternateName": "False"}, "False", None),
        ({"ratingValue": 3}, "3", None),
        ({"ratingValue": 3, "bestRating": 5}, "3", None),
        ({"ratingValue": 3, "bestRating": 5, "worstRating": 1}, "3", 0.5),
        ({"ratingValue": 1, "bestRating": 5, "worstRating": 1, "name": "No"}, "No", 0.0),
        ({"ratingValue": -1, "bestRating": -1, "worstRating": -1, "name": "?"}, "?", None),
        ({"ratingValue": 9, "bestRating": 5, "worstRating": 1, "name": "9"}, "9", None),
        ({"ratingValue": "most", "bestRating": 5, "worstRating": 1}, "most", None),
        ([{"alternateName": {"@value": "Falsch", "@language": "de"}}], "Falsch", None),
    ],
)
def test_a_rating_is_kept_in_its_words_and_placed_only_on_a_scale_that_has_ends(
    rating: Any, words: str, value: float | None
) -> None:
    (found,) = read(REVIEW | {"reviewRating": rating})

    assert (found.rating, found.value) == (words, value)


@pytest.mark.parametrize(
    ("spoilt", "sentence"),
    [
        ({"claimReviewed": " "}, "claimReviewed is missing."),
        ({"author": None}, "Neither author nor publisher says who reviewed it."),
        ({"reviewRating": {}}, "reviewRating says nothing."),
        ({"url": ""}, "url is missing."),
        (
            {"url": "javascript:alert(1)"},
            "“javascript:alert(1)” is not the address of a page.",
        ),
        ({"datePublished": "yesterday"}, "datePublished “yesterday” is not a date."),
    ],
)
def test_what_an_item_lacks_is_said_and_the_others_are_read(
    spoilt: dict[str, Any], sentence: str
) -> None:
    wrong, right = read([REVIEW | spoilt, REVIEW])

    assert (type(wrong), str(wrong)) == (Unreadable, sentence)
    assert right == READ


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"\xff", "feed.json: byte 0 is not UTF-8."),
        (b"{\n oops", "feed.json, line 2: not JSON"),
        (b"[]", "feed.json: there is no ClaimReview in it."),
        (b"<p>no", "feed.json: there is no ClaimReview in it."),
        (b"[" * 100_000, "feed.json: JSON that is too large or too deep."),
    ],
)
def test_a_file_without_any_review_is_refused(raw: bytes, words: str) -> None:
    with pytest.raises(Unreadable, match=r"feed\.json") as refusal:
        list(claimreview_reading.read(raw, name="feed.json"))

    assert words in str(refusal.value)
