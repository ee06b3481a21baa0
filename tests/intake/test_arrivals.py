from __future__ import annotations

import io

from claims.intake import arrivals
from claims.services.bringing import MOST_ITEMS
from tests.intake.test_html import page
from tests.intake.test_news_formats import RSS
from tests.site import Page, Site


def test_addresses_come_in_the_order_given_each_with_its_refusal(site: Site) -> None:
    slow = site.put("/slow", page())
    site.pages["/slow"].pause = 0.2
    urls = [slow, site.url("/none"), site.put("/fast", page()), "ftp://press.example/"]
    found = arrivals.from_addresses(urls, rules=site.rules())
    assert [each.place for each in found] == urls
    assert [bool(each.document) for each in found] == [True, False, True, False]
    assert found[1].refusal.endswith("could not be fetched: the server answered 404.")
    assert found[3].refusal.endswith("only http and https are allowed.")
    assert (found[1].url, found[0].url) == (urls[1], "")


def test_a_feed_gives_its_texts_and_names_the_rest(site: Site) -> None:
    url = site.put("/feed", RSS, "application/rss+xml")
    told, named = arrivals.from_addresses([url], rules=site.rules())
    assert told.document is not None
    assert (named.url, named.document) == ("https://mill.example/none", None)
    assert "its page can be fetched" in named.refusal


def test_an_empty_feed_is_told(site: Site) -> None:
    empty = "<rss><channel><title>Post</title></channel></rss>"
    url = site.put("/feed", empty, "text/xml")
    [found] = arrivals.from_addresses([url], rules=site.rules())
    assert found.refusal == f"There is no article in {url}."


def test_all_addresses_together_end_in_time(site: Site, monkeypatch) -> None:
    monkeypatch.setattr(arrivals, "SECONDS_TOGETHER", 0.3)
    site.pages["/slow"] = Page(page(), {"Content-Type": "text/html"}, pause=1)
    urls = [site.url(f"/slow?{number}") for number in range(20)]
    site.pages |= {f"/slow?{number}": site.pages["/slow"] for number in range(20)}
    found = arrivals.from_addresses(urls, rules=site.rules())
    assert [each.place for each in found] == urls
    assert all("did not answer in time" in each.refusal for each in found)


def test_what_was_read_of_a_file_before_it_broke_is_kept() -> None:
    [found] = arrivals.from_file(io.BytesIO(RSS.encode()), name="feed.xml")
    assert (found.place, found.document is not None) == ("feed.xml, entry 1", True)
    [refused] = arrivals.from_file(io.BytesIO(b" "), name="empty.txt")
    assert (refused.place, refused.refusal) == ("empty.txt", "The file is empty.")
    [nothing] = arrivals.from_file(
        io.BytesIO(b"<rss><channel><title>x</title></channel></rss>"), name="none.xml"
    )
    assert nothing.refusal == "There is no article in it."


def test_a_feed_that_no_tray_could_hold_is_not_cut_short_in_silence() -> None:
    item = "<item><title>A</title><description>Nine died.</description></item>"
    feed = f"<rss><channel>{item * 400}</channel></rss>"
    found = arrivals.from_file(io.BytesIO(feed.encode()), name="feed.xml")
    assert len(found) == MOST_ITEMS + 1


def test_a_pasted_text_is_read_without_its_bytes_being_a_file() -> None:
    found = arrivals.from_text("Ferry lost\n\nNine died.", name="Pasted text")
    assert found.document is not None
    assert (found.document.headline, found.document.raw) == ("Ferry lost", b"")
    assert arrivals.from_text(" ", name="Pasted text").refusal == "The file is empty."
