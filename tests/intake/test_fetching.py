from __future__ import annotations

import gzip
from typing import Any

import pytest

from claims.errors import Unreachable, Unreadable
from claims.intake import fetching
from claims.intake.fetching import documents, fetch
from claims.outward.sending import Limits
from tests.intake.test_html import BODY, LINKED, linked, page
from tests.intake.test_news_formats import RSS
from tests.site import HOME, Page, Site


def only(site: Site, url: str) -> Any:
    ((_, document),) = documents(fetch(url, rules=site.rules()))
    return document


def test_a_page_is_fetched_and_read(site: Site) -> None:
    url = site.put("/crane?id=7", page(), "text/html; charset=utf-8")

    document = only(site, f"  {url}#end ")

    assert document.text.startswith("Nine dock workers")
    assert (document.url, document.raw_type) == (url, "text/html")
    assert (document.raw, document.retrieved_at is not None) == (page(), True)
    assert (document.outlet, document.domain) == ("press.example", "press.example")
    assert "outlet" in document.guessed


def test_the_desk_says_who_asks_and_brings_nothing_else_along(site: Site, settings) -> None:
    settings.TRACKER_USER_AGENT = "Desk of the Mill Post (+https://mill.example)"
    fetch(site.put("/crane", page()), rules=site.rules())
    headers = site.asked[0][2]
    assert headers.pop("Host") == f"press.example:{site.port}"
    assert headers == {
        "User-Agent": "Desk of the Mill Post (+https://mill.example)",
        "Accept": "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.5",
        "Accept-Encoding": "gzip",
        "Connection": "close",
    }


def test_where_a_page_says_it_stands_is_believed_within_its_own_house(site: Site) -> None:
    head = f'<link rel="canonical" href="http://www.press.example:{site.port}/crane">'
    url = site.put("/amp/crane", page(head))
    document = only(site, url.replace("press.example", "amp.press.example"))
    assert document.url == f"http://www.press.example:{site.port}/crane"


def test_a_page_cannot_pass_for_another_outlets(site: Site) -> None:
    url = site.put("/crane", page(linked(LINKED)))
    assert only(site, url).url == url


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed_to_what_is_there_now(site: Site, status: int) -> None:
    url = site.put("/new/crane", page())
    assert only(site, site.redirect("/old", "new/crane", status)).url == url


def test_five_redirects_are_followed_and_a_sixth_is_refused(site: Site) -> None:
    site.put("/0", page())
    for number in range(1, 7):
        site.redirect(f"/{number}", f"/{number - 1}")
    assert fetch(site.url("/5"), rules=site.rules()).url == site.url("/0")
    with pytest.raises(Unreachable) as refusal:
        fetch(site.url("/6"), rules=site.rules())
    assert str(refusal.value) == (
        f"{site.url('/6')} could not be fetched: it redirects more than 5 times."
    )


def test_a_redirect_within_the_network_is_refused(site: Site) -> None:
    where = {"press.example": HOME, "inside.example": "10.0.0.1"}
    rules = site.rules(look_up=lambda host, _: [where[host]])
    url = site.redirect("/old", site.url("/admin", host="inside.example"))
    with pytest.raises(Unreachable, match=r"inside\.example .* not public"):
        fetch(url, rules=rules)


@pytest.mark.parametrize(
    ("to", "why"),
    [
        ("file:///etc/hostname", "only http and https are allowed"),
        ("http://press.example:22/", "port 22 is not allowed"),
        ("http://desk:secret@press.example/", "it has a user name in it"),
        ("", "it redirects more than 5 times"),
    ],
)
def test_a_redirect_is_checked_as_an_address_is(site: Site, to: str, why: str) -> None:
    with pytest.raises(Unreachable, match=why):
        fetch(site.redirect("/old", to), rules=site.rules())


def test_a_name_that_leads_elsewhere_the_second_time_is_refused(site: Site) -> None:
    answers = iter([[HOME], ["169.254.169.254"]])
    url = site.redirect("/old", "/new")
    with pytest.raises(Unreachable, match="not public"):
        fetch(url, rules=site.rules(look_up=lambda *_: next(answers)))
    assert len(site.asked) == 1


@pytest.mark.parametrize(
    ("kind", "why"),
    [
        ("image/png", "it is image/png, and only pages, texts and feeds are read"),
        ("application/pdf", "it is application/pdf, and only"),
        ("", "it does not say what it is, and only"),
    ],
)
def test_what_is_no_page_text_or_feed_is_refused(site: Site, kind: str, why: str) -> None:
    url = site.put("/picture", b"\x89PNG", kind)
    with pytest.raises(Unreachable, match=why):
        fetch(url, rules=site.rules())


@pytest.mark.parametrize("status", [204, 403, 404, 410, 500, 503])
def test_an_answer_that_is_no_page_is_refused(site: Site, status: int) -> None:
    site.pages["/crane"] = Page(b"" if status == 204 else page(), {}, status)
    with pytest.raises(Unreachable, match=f"the server answered {status}"):
        fetch(site.url("/crane"), rules=site.rules())


def packed(body: bytes, packing: str = "gzip") -> Page:
    return Page(body, {"Content-Type": "text/html", "Content-Encoding": packing})


def test_a_packed_page_is_unpacked(site: Site) -> None:
    site.pages["/crane"] = packed(gzip.compress(page()))
    assert fetch(site.url("/crane"), rules=site.rules()).raw == page()


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (packed(gzip.compress(b"\0" * 11_000_000)), "more than 10,485,760 bytes unpacked"),
        (packed(gzip.compress(page())[:-20]), "does not end where it should"),
        (packed(gzip.compress(page()) + b"more"), "does not end where it should"),
        (packed(page()), "it is packed and cannot be unpacked"),
        (packed(page(), "br"), "it is packed as br, which was not asked for"),
    ],
)
def test_a_page_that_cannot_be_unpacked_is_refused(
    site: Site, answer: Page, why: str
) -> None:
    site.pages["/crane"] = answer
    with pytest.raises(Unreachable, match=why):
        fetch(site.url("/crane"), rules=site.rules())


def test_the_limits_are_for_all_redirects_together(site: Site) -> None:
    site.pages["/old"] = Page(b"", {"Location": "/old"}, 302, pause=0.1)
    with pytest.raises(Unreachable, match="did not answer in time"):
        fetch(site.url("/old"), rules=site.rules(), limits=Limits(seconds=0.25))


def test_a_page_that_is_too_large_is_refused(site: Site) -> None:
    url = site.put("/crane", page(body=BODY * 100))
    with pytest.raises(Unreachable, match="more than 2,000 bytes"):
        fetch(url, rules=site.rules(), limits=Limits(most_bytes=2_000))


def test_a_charset_that_only_the_server_names_is_heeded(site: Site) -> None:
    russian = "<p>Девять рабочих погибли, сообщило управление порта в понедельник.</p>"
    raw = page(body=russian * 3, title="Кран упал").decode().encode("koi8-r")
    document = only(site, site.put("/crane", raw, "text/html; charset=KOI8-R"))
    assert document.text.startswith("Девять рабочих")
    assert (document.headline, "encoding" in document.guessed) == ("Кран упал", False)


def test_a_feed_gives_its_entries(site: Site) -> None:
    url = site.put("/feed", RSS, "application/rss+xml")
    ((place, document),) = documents(fetch(url, rules=site.rules()))
    assert place == f"{url}, entry 1"
    assert document.url == "https://mill.example/crane"
    assert document.retrieved_at is not None


def test_a_page_without_an_article_is_refused(site: Site) -> None:
    fetched = fetch(site.put("/", "<html><body></body></html>"), rules=site.rules())
    with pytest.raises(Unreadable, match="no article"):
        list(documents(fetched))


def test_the_desk_itself_goes_to_public_addresses_alone() -> None:
    with pytest.raises(Unreachable, match="not public"):
        fetching.fetch("http://localhost/")
