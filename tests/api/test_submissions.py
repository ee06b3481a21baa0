"""Articles that other systems send: taken in once, and carried on."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from claims.api.submissions import fetched
from claims.errors import Unreadable
from claims.models import Article, Outlet, Revision
from claims.outward.sending import Rules
from tests.api.test_api import Desk, post, refusal
from tests.factories import OutletFactory, UserFactory

pytestmark = pytest.mark.django_db

TEXT = "“We lost the bridge,” said Ilse Marten of the union.\n\nAt least 9 were killed."
PAGE = (
    '<!doctype html><html lang="de"><head><title>Brücke verloren</title>'
    '<meta property="og:site_name" content="The Quay Herald">'
    '<meta property="article:published_time" content="2031-03-07">'
    "</head><body><article><h1>Brücke verloren</h1>"
    "<p>„Wir haben die Brücke verloren“, sagte Ilse Marten von der Gewerkschaft am "
    "Freitag in der Hafenstadt, wo die Arbeit seit Tagen ruht.</p>"
    "<p>Mindestens neun Menschen seien getötet worden, sagte sie weiter, und die "
    "Bergung werde noch Tage dauern.</p></article></body></html>"
)
SENT = {"outlet": "The Mill Post", "headline": "Bridge lost", "text": TEXT}
KNOWN = {
    **dict.fromkeys(("outlet", "headline", "byline", "language", "agency"), ""),
    "published_at": None,
    "published_precision": "",
}


@pytest.fixture
def editor():
    return Desk()["editor"]


def test_an_article_that_is_sent_is_taken_in_with_suggestions(editor):
    answer = post(
        editor,
        "articles/",
        **SENT,
        url="https://mill.example/bridge",
        published_at="2031-03-07T09:00:00Z",
        agency="Coast Wire",
    )

    told = answer.json()
    article = Article.objects.get(pk=told["article"]["id"])
    assert (answer.status_code, told["is_new_article"], told["guessed"]) == (201, True, [])
    assert (article.outlet.name, article.agency.kind) == ("The Mill Post", "agency")
    assert article.added_by.groups.get().name == "editor"
    assert article.revisions.get().quotes.filter(status="suggested").exists()
    assert "included" not in told["article"]


@pytest.mark.parametrize(
    ("again", "status", "is_new"),
    [
        (SENT, 200, False),
        (SENT | {"headline": "Another head"}, 200, False),
        (SENT | {"text": f"{TEXT}\n\nMore."}, 201, True),
    ],
    ids=["the same", "under another head", "with another text"],
)
def test_an_article_that_is_here_is_answered_with(editor, again, status, is_new):
    known = {"url": "https://mill.example/bridge"}
    first = post(editor, "articles/", **(SENT | known)).json()

    answer = post(editor, "articles/", **(again | known))

    assert answer.status_code == status
    assert answer.json()["article"]["id"] == first["article"]["id"]
    assert answer.json()["is_new_article"] is False
    assert answer.json()["is_new_revision"] is is_new
    assert Article.objects.count() == 1


def test_a_page_says_itself_what_was_not_sent(editor):
    answer = post(editor, "articles/", html=PAGE, headline="The bridge is lost")

    article = answer.json()["article"]
    assert article["headline"] == "The bridge is lost"
    assert Outlet.objects.get(pk=article["outlet"]).name == "The Quay Herald"
    assert (article["published_precision"], article["language"]) == ("day", "de")
    assert "headline" not in answer.json()["guessed"]
    assert Revision.objects.get().raw is not None


def test_the_domain_tells_the_outlet_that_the_desk_knows(editor):
    known = OutletFactory(domain="quay.example")

    answer = post(editor, "articles/", html=PAGE, url="https://quay.example/bridge")

    assert answer.json()["article"]["outlet"] == known.pk


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({"text": TEXT}, 409),
        ({"outlet": "The Mill Post"}, 400),
        ({"outlet": "The Mill Post", "text": TEXT, "html": PAGE}, 400),
        (SENT | {"url": "javascript:alert(1)"}, 409),
        (SENT | {"published_at": "soon"}, 400),
    ],
    ids=["without an outlet", "without a text", "with both", "of no page", "of no day"],
)
def test_what_is_no_article_is_refused_and_nothing_is_stored(editor, sent, status):
    assert refusal(post(editor, "articles/", **sent))[0] == status
    assert not Article.objects.exists()


def test_a_newer_text_carries_the_marks_along(editor):
    first = post(editor, "articles/", **SENT).json()
    path = f"articles/{first['article']['id']}/revisions/"

    newer = post(editor, path, text=f"Corrected.\n\n{TEXT}")
    same = post(editor, path, text=TEXT)

    assert (newer.status_code, newer.json()["revision"]["number"]) == (201, 2)
    assert Revision.objects.get(number=2).quotes.exists()
    assert (same.status_code, same.json()["revision"]["number"]) == (200, 1)
    assert same.json()["is_new_revision"] is False


def test_an_address_that_is_not_public_is_never_asked(editor):
    answer = post(editor, "articles/fetch/", url="http://127.0.0.1/admin/")

    assert refusal(answer)[:2] == (409, "unreachable")


@pytest.fixture
def served() -> Iterator[tuple[str, Rules]]:
    """Serve the page here; return its address and the rule that lets it be asked."""

    class Page(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            is_feed = self.path == "/feed"
            body = (FEED if is_feed else PAGE).encode()
            self.send_response(200)
            kind = "application/rss+xml" if is_feed else "text/html; charset=utf-8"
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Page)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    port = server.server_port
    rules = Rules(
        ports=frozenset({port}),
        allows=lambda _: True,
        look_up=lambda _host, _port: ["127.0.0.1"],
    )
    yield f"http://quay.example:{port}", rules
    server.shutdown()
    server.server_close()


FEED = (
    '<?xml version="1.0"?><rss version="2.0"><channel><title>Quay</title>'
    "<item><title>One</title><description>One died there on Friday.</description></item>"
    "<item><title>Two</title><description>Two died there on Friday.</description></item>"
    "</channel></rss>"
)


def test_what_stands_at_an_address_is_fetched(served):
    address, rules = served
    by = UserFactory(role="editor")

    snapshot, publication = fetched(
        KNOWN | {"url": f"{address}/bridge", "agency": "Coast Wire"}, by=by, rules=rules
    )

    assert "Wir haben die Brücke verloren" in snapshot.text
    assert publication.outlet.name == "The Quay Herald"
    assert publication.url == f"{address}/bridge"
    assert publication.agency is not None


def test_a_feed_is_no_article(served):
    address, rules = served

    with pytest.raises(Unreadable, match="There are 2 articles at"):
        fetched(
            KNOWN | {"url": f"{address}/feed"}, by=UserFactory(role="editor"), rules=rules
        )
