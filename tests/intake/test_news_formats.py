from __future__ import annotations

import gzip
import json

import pytest

from claims.errors import Unreadable
from claims.intake import feeds, files, fragments, ninjs
from tests.intake.test_html import LINKED, linked, page

ITEM = {
    "uri": "https://wire.example/items/7",
    "headline": "Crane falls in the harbour",
    "body_text": "Nine died, the harbour office said.",
    "byline": "Ada Roe",
    "language": "en-GB",
    "versioncreated": "2031-03-05T08:30:00+02:00",
    "infosource": [{"name": "Coast Wire"}],
}
DOCTYPE = '<!DOCTYPE rss [<!ENTITY mill "The Mill">]>\n'
RSS = """<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
     xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Mill Post</title>
<item><title>Crane &amp; quay</title><link>https://mill.example/crane</link>
<pubDate>Wed, 05 Mar 2031 08:30:00 +0200</pubDate><dc:creator>Ada Roe</dc:creator>
<description>Short.</description>
<content:encoded><![CDATA[<p>Nine died.</p><script>no()</script>
<p>“12 dead,” she said.</p>]]></content:encoded>
</item><item><title>Without a text</title><link>https://mill.example/none</link></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Bay Times</title>
<entry><title type="html">More &lt;b&gt;dead&lt;/b&gt;</title>
<link rel="self" href="https://bay.example/self"/><link href="https://bay.example/more"/>
<published>2031-03-05</published>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">
<p>Eleven <b>died</b>.</p><p>So it is.</p></div></content>
</entry></feed>"""
BOMB = """<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">
<!ENTITY x SYSTEM "file:///etc/hostname">]>
<rss><channel><title>x</title><item><title>x</title>
<description>&b;&x; end</description></item></channel></rss>"""


def raw(item: object) -> bytes:
    return json.dumps(item).encode()


def test_a_news_item_says_what_it_is():
    document = ninjs.read(raw(ITEM))

    assert (document.text, document.headline) == (ITEM["body_text"], ITEM["headline"])
    assert (document.outlet, document.byline, document.language) == (
        "Coast Wire",
        "Ada Roe",
        "en",
    )
    assert document.published_at.isoformat() == "2031-03-05T08:30:00+02:00"
    assert (document.url, document.domain) == (ITEM["uri"], "wire.example")


def test_a_later_version_names_the_same_things_otherwise():
    item = {
        "uri": "tag:wire.example,2031:7",
        "pubStatus": "usable",
        "bodies": [
            {"contentType": "text/html", "value": "<p>Nine died.</p><p>So she said.</p>"}
        ],
        "headlines": [{"value": "Crane falls"}],
        "firstCreated": "2031-03-05",
        "infosources": [{"name": "Coast Wire"}],
    }

    document = ninjs.read(raw(item))

    assert document.text == "Nine died.\n\nSo she said."
    assert (document.headline, document.url, document.is_day_only) == (
        "Crane falls",
        "",
        True,
    )


def test_an_item_without_a_headline_has_one_guessed():
    document = ninjs.read(
        raw({"uri": "x", "body_xhtml": "<p>Nine died.</p>", "provider": "Wire"})
    )

    assert (document.headline, document.outlet) == ("Nine died.", "Wire")
    assert document.guessed == {"headline"}


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"{", "no JSON that can be read"),
        (raw({"uri": "x"}), "no ninjs item"),
        (raw({"uri": "x", "body_text": " "}), "The item has no text."),
        (raw(ITEM | {"pubstatus": "canceled"}), "its status is canceled"),
    ],
)
def test_what_is_no_item_for_publication_is_refused(content, words):
    with pytest.raises(Unreadable, match=words):
        ninjs.read(content)


def test_an_entry_of_an_rss_feed_is_read_with_its_fullest_text():
    (document,) = feeds.documents(RSS.encode())

    assert document.text == "Nine died.\n\n“12 dead,” she said."
    assert (document.headline, document.byline) == ("Crane & quay", "Ada Roe")
    assert document.published_at.isoformat() == "2031-03-05T08:30:00+02:00"
    assert (document.url, document.outlet) == (
        "https://mill.example/crane",
        "The Mill Post",
    )
    assert document.guessed == {"outlet"}


def test_an_entry_of_an_atom_feed_is_read():
    (document,) = feeds.documents(ATOM.encode())

    assert document.text == "Eleven died.\n\nSo it is."
    assert (document.headline, document.url) == ("More dead", "https://bay.example/more")
    assert document.is_day_only


def test_entities_of_a_feed_are_not_resolved():
    found = [document.text for document in feeds.documents(BOMB.encode())]

    assert "haha" not in "".join(found)


@pytest.mark.parametrize(
    "content", [b"", b"<html><body>x</body></html>", b"no feed at all"]
)
def test_what_is_no_feed_is_refused(content):
    with pytest.raises(Unreadable):
        list(feeds.documents(content))


def record(url: str, status: str, kind: str, body: bytes) -> bytes:
    """Return one answer of a server as an archive keeps it."""
    answer = f"HTTP/1.0 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + body
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        f"WARC-Target-URI: {url}\r\nWARC-Date: 2031-03-06T12:00:00Z\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


RECORDS = [
    record("https://mill.example/logo.png", "200 OK", "image/png", b"png"),
    record("https://mill.example/gone", "404 Not Found", "text/html", page()),
    record("https://mill.example/empty", "200 OK", "text/html", b"<html></html>"),
    record("https://mill.example/crane", "200 OK", "text/html", page(linked(LINKED))),
    record("https://bay.example/plain", "200 OK", "text/html", page()),
]


@pytest.mark.parametrize("packed", [gzip.compress, bytes], ids=["packed", "plain"])
def test_the_pages_of_an_archive_are_read_and_the_rest_is_passed_over(tmp_path, packed):
    path = tmp_path / "crawl.warc"
    path.write_bytes(b"".join(packed(each) for each in RECORDS))

    first, second = files.documents(path)

    assert (first[0], first[1].outlet) == (f"{path}, record 4", "The Mill Post")
    assert first[1].retrieved_at.isoformat() == "2031-03-06T12:00:00+00:00"
    assert (second[1].url, second[1].outlet) == ("https://bay.example/plain", "bay.example")
    assert "outlet" in second[1].guessed


@pytest.mark.parametrize(
    "content",
    [
        b"WARC/ nonsense here\r\n\r\n",
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 5\r\n\r\nab",
    ],
)
def test_an_archive_that_is_broken_is_told(tmp_path, content):
    path = tmp_path / "broken.warc"
    path.write_bytes(content)

    with pytest.raises(Unreadable, match="The archive is broken"):
        list(files.documents(path))


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (RSS.encode(), "application/xml"),
        (RSS.replace("<rss", DOCTYPE + "<rss", 1).encode(), "application/xml"),
        (raw(ITEM), "application/json"),
        (b'{"no": "item"} but a text', "text/plain"),
        (page(), "text/html"),
    ],
)
def test_a_file_is_recognised_by_what_is_in_it(tmp_path, content, kind):
    path = tmp_path / "file"
    path.write_bytes(content)

    ((_, document),) = files.documents(path)

    assert document.raw_type == kind


def test_words_of_a_fragment_keep_their_order_and_their_paragraphs():
    markup = (
        "One <b>two</b> three<!-- not this --><p>four</p>five"
        "<ul><li>six</li><li>se<i>ven</i></li></ul>"
    )

    assert fragments.text_of(markup) == "One two three\n\nfour\n\nfive\n\nsix\n\nseven"


def test_a_fragment_of_nothing_has_no_words():
    assert fragments.text_of("") == ""


def test_a_deep_fragment_is_no_trouble():
    assert fragments.text_of("<b>" * 5000 + "deep").strip() in {"deep", ""}
