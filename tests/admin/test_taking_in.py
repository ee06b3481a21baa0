from __future__ import annotations

import re

import pytest
from django.contrib import admin
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from claims.models import Article, Change, Copy, TrayItem
from claims.services import annotating, bringing
from claims.services.attributing import chain_of
from tests.admin.test_articles import ADD, PAGE, pasted
from tests.factories import ArticleFactory, OutletFactory, RevisionFactory, UserFactory
from tests.intake.test_news_formats import RSS

pytestmark = pytest.mark.django_db

WIRE = (
    "At least 9-10 people died when the night ferry met a barge below the old lock, the "
    "river police said, and divers went on looking for the barge pilot until dawn."
)


@pytest.fixture
def web(site, monkeypatch):
    """Let the admin fetch from the test's own site, and from nowhere else."""
    desk = admin.site.get_model_admin(Article)
    monkeypatch.setattr(desk, "rules", site.rules(), raising=False)
    return site


@pytest.fixture
def wire() -> Article:
    agency = OutletFactory(name="Coast Wire", kind="agency")
    article = ArticleFactory(outlet=agency, headline="Ferry", url="https://wire.example/f")
    RevisionFactory(article=article, text=WIRE)
    return article


def alone(url: str, **typed: str) -> dict[str, str]:
    empty = dict.fromkeys(pasted(), "") | {
        "published_precision": "minute",
        "language": "en",
    }
    return empty | {"url": url} | typed


def values(response) -> dict[str, object]:
    form = response.context["adminform"].form
    return {name: form[name].value() for name in form.fields}


def filled(response) -> dict[str, str]:
    """Return what the browser would send of the form as it is shown."""
    shown = values(response)
    moment = shown.pop("published_at")
    return {
        name: str(value.pk if isinstance(value, TrayItem) else value or "")
        for name, value in shown.items()
        if name not in ("file", "version_read")
    } | {
        "published_at_0": f"{moment:%Y-%m-%d}" if moment else "",
        "published_at_1": f"{moment:%H:%M}" if moment else "",
    }


def filled_again(response) -> dict[str, str]:
    """Return what the browser would send of a form that is shown with an error."""
    form = response.context["adminform"].form
    return {name: value for name, value in form.data.items() if name != "file"}


def test_an_address_alone_fills_the_form_in_and_stores_nothing(client, editor, web) -> None:
    url = web.put("/raid", PAGE)
    response = client.post(reverse(ADD), alone(url))
    shown = values(response)
    assert (shown["outlet_name"], shown["headline"]) == (
        "The Mill Post",
        "Raid at the mill",
    )
    assert shown["text"].startswith("At least nine raiders")
    assert shown["published_at"].isoformat() == "2031-03-04T06:30:00+00:00"
    assert shown["url"] == url
    assert "errorlist" not in response.content.decode()
    assert not Article.objects.exists()


def test_what_was_fetched_is_taken_in_with_its_bytes(client, editor, web) -> None:
    shown = client.post(reverse(ADD), alone(web.put("/raid", PAGE)))
    client.post(reverse(ADD), filled(shown), follow=True)
    revision = Article.objects.get().revisions.get()
    assert bytes(revision.raw) == PAGE.encode()
    assert revision.extractor.startswith("trafilatura")
    assert TrayItem.objects.get().revision == revision


def test_a_text_that_was_corrected_says_so_and_keeps_the_bytes(client, editor, web) -> None:
    shown = client.post(reverse(ADD), alone(web.put("/raid", PAGE)))
    client.post(reverse(ADD), filled(shown) | {"text": "Nine raiders were killed."})
    revision = Article.objects.get().revisions.get()
    assert revision.text == "Nine raiders were killed."
    assert revision.extractor.endswith("corrected by hand")
    assert bytes(revision.raw) == PAGE.encode()


def test_what_was_guessed_is_marked_and_kept_unless_it_is_amended(
    client, editor, web
) -> None:
    page = PAGE.replace('<meta property="og:site_name" content="The Mill Post">', "")
    shown = client.post(reverse(ADD), alone(web.put("/raid", page)))
    form = shown.context["adminform"].form
    assert (
        form["outlet_name"].help_text == form["headline"].help_text == "Guessed: check it."
    )
    assert form["published_at"].help_text == ""
    sent = filled(shown) | {"outlet_name": "The Mill Post"}
    client.post(reverse(ADD), sent)
    line = Change.objects.get(act="article.taken_in")
    assert line.after["guessed"] == ["headline"]


def test_what_was_typed_before_fetching_stays(client, editor, web) -> None:
    sent = alone(
        web.put("/raid", PAGE), outlet_name="Bay Times", published_at_0="2031-03-05"
    )
    shown = values(client.post(reverse(ADD), sent))
    assert (shown["outlet_name"], shown["headline"]) == ("Bay Times", "Raid at the mill")
    assert shown["published_at"] == ["2031-03-05", ""]


def test_fetching_another_address_puts_its_page_in_the_place_of_the_first(
    client, editor, web
) -> None:
    shown = client.post(reverse(ADD), alone(web.put("/raid", PAGE)))
    other = web.put("/mill", PAGE.replace("Raid at the mill", "Fire at the mill"))
    sent = filled(shown) | {"url": other, "_fetch": "Fetch the address"}
    assert values(client.post(reverse(ADD), sent))["headline"] == "Fire at the mill"


def test_a_text_that_was_typed_is_saved_and_nothing_fetched(client, editor, web) -> None:
    client.post(reverse(ADD), pasted(url=web.put("/raid", PAGE)))
    assert Article.objects.get().url == web.url("/raid")
    assert web.asked == []


def test_what_cannot_be_fetched_is_told_and_nothing_typed_is_lost(
    client, editor, web
) -> None:
    response = client.post(reverse(ADD), alone(web.url("/none"), headline="Raid"))
    assert "could not be fetched: the server answered 404." in response.content.decode()
    assert values(response)["headline"] == "Raid"
    assert values(response)["url"] == web.url("/none")
    assert not TrayItem.objects.exists()


def test_the_admin_fetches_from_public_addresses_alone(client, editor) -> None:
    response = client.post(reverse(ADD), alone("http://127.0.0.1/admin/"))
    assert "leads to an address that is not public" in response.content.decode()


def test_a_feed_leads_to_the_tray(client, editor, web) -> None:
    response = client.post(
        reverse(ADD), alone(web.put("/feed", RSS, "text/xml")), follow=True
    )
    assert response.redirect_chain == [(reverse("admin:claims_article_tray"), 302)]
    assert TrayItem.objects.count() == 2


def test_a_full_tray_is_told_and_nothing_typed_is_lost(
    client, editor, web, wire, monkeypatch
) -> None:
    monkeypatch.setattr(bringing, "MOST_ITEMS", 0)
    response = client.post(reverse(ADD), alone(web.put("/raid", PAGE), headline="Raid"))
    assert "A tray holds 0" in response.content.decode()
    assert values(response)["headline"] == "Raid"

    file = SimpleUploadedFile("ferry.txt", f"{WIRE} More later.".encode(), "text/plain")
    response = client.post(
        reverse(ADD), alone("", outlet_name="Bay Times") | {"file": file}
    )
    assert "A tray holds 0" in response.content.decode()
    assert offered(response)


def test_a_file_of_several_articles_is_sent_to_the_tray(client, editor) -> None:
    feed = RSS.replace(
        "</channel>", "<item><description>More.</description></item></channel>"
    )
    file = SimpleUploadedFile("feed.xml", feed.encode(), "text/xml")
    response = client.post(reverse(ADD), alone("") | {"file": file})
    assert "It holds several articles: bring it to the tray." in response.content.decode()


@pytest.mark.parametrize("role", ["viewer", "reviewer"])
def test_who_may_not_take_in_fetches_nothing(client, web, role) -> None:
    client.force_login(UserFactory(role=role))
    assert client.post(reverse(ADD), alone(web.put("/raid", PAGE))).status_code == 403
    assert web.asked == []


def test_another_persons_tray_fills_nothing_in(client, editor, web) -> None:
    client.post(reverse(ADD), alone(web.put("/raid", PAGE)))
    item = TrayItem.objects.get()
    client.force_login(UserFactory(role="editor"))
    shown = values(client.get(reverse(ADD), {"item": item.pk}))
    assert shown["text"] is None
    response = client.post(reverse(ADD), pasted(item=str(item.pk)))
    assert not response.context["adminform"].form.is_valid()
    assert not Article.objects.exists()


def offered(response) -> list[str]:
    return re.findall(r'name="becomes" value="([^"]+)"', response.content.decode())


def test_a_text_that_is_near_another_asks_what_it_is(client, editor, wire) -> None:
    longer = pasted(text=f"{WIRE}\n\nThe lamps were out.")
    response = client.post(reverse(ADD), longer)
    assert offered(response) == [
        f"copy-{wire.pk}",
        f"revision-{wire.pk}",
        f"same-{wire.pk}",
        "apart",
    ]
    assert values(response)["text"] == longer["text"]
    compare = reverse("admin:claims_article_revisions", args=[wire.pk])
    assert f'To compare: <a href="{compare}">Ferry</a>' in response.content.decode()
    assert Article.objects.get() == wire


@pytest.mark.parametrize(
    ("choice", "counts", "said"),
    [
        ("copy-{}", (2, 1, 1), "Took in “Raid at the mill”."),
        ("apart", (2, 1, 0), "Took in “Raid at the mill”."),
        (
            "revision-{}",
            (1, 2, 0),
            "“Ferry” was here already; this text is its revision 2.",
        ),
        ("same-{}", (1, 1, 0), "“Ferry” was here already; nothing was stored."),
    ],
)
@pytest.mark.usefixtures("editor")
def test_it_becomes_what_was_chosen(client, wire, choice, counts, said) -> None:
    sent = pasted(text=f"{WIRE}\n\nThe lamps were out.", becomes=choice.format(wire.pk))
    response = client.post(reverse(ADD), sent, follow=True)
    assert said in response.content.decode()
    counted = Article.objects.count(), wire.revisions.count(), Copy.objects.count()
    assert counted == counts


@pytest.mark.parametrize("choice", ["copy-999", "found", "apart-{}", "copy", "nonsense"])
def test_what_was_not_offered_is_not_chosen(client, editor, wire, choice) -> None:
    sent = pasted(text=f"{WIRE}\n\nThe lamps were out.", becomes=choice.format(wire.pk))
    assert offered(client.post(reverse(ADD), sent))
    assert Article.objects.get() == wire


def test_at_an_address_that_is_taken_there_is_no_article_apart(
    client, editor, wire
) -> None:
    response = client.post(reverse(ADD), pasted(url="http://www.wire.example/f/"))
    assert offered(response) == [f"revision-{wire.pk}", f"same-{wire.pk}"]


def test_an_uploaded_page_is_compared_as_a_pasted_text_is(client, editor, wire) -> None:
    file = SimpleUploadedFile("ferry.txt", f"{WIRE} More later.".encode(), "text/plain")
    response = client.post(
        reverse(ADD), alone("", outlet_name="Bay Times") | {"file": file}
    )
    assert offered(response)[0] == f"copy-{wire.pk}"
    # The browser does not send the file again.
    sent = filled_again(response) | {"becomes": f"copy-{wire.pk}"}
    client.post(reverse(ADD), sent)
    revision = Copy.objects.get().article.revisions.get()
    assert bytes(revision.raw) == f"{WIRE} More later.".encode()
    assert revision.extractor == "plain text"


def fetch(client, article: Article):
    where = reverse("admin:claims_article_fetch", args=[article.pk])
    return client.post(where, follow=True)


@pytest.fixture
def raid(client, editor, web) -> Article:
    """An article that was fetched, and has a mark that a newer text rewords."""
    shown = client.post(reverse(ADD), alone(web.put("/raid", PAGE)))
    client.post(reverse(ADD), filled(shown))
    return Article.objects.get()


def test_a_newer_text_is_fetched_and_shown_word_by_word_before_it_is_stored(
    client, raid, web
) -> None:
    newer = PAGE.replace("nine raiders", "eleven raiders")
    web.put("/raid", newer)
    response = fetch(client, raid)
    html = response.content.decode()
    assert "At least <del>nine</del><ins>eleven</ins> raiders" in html
    assert "Nothing is stored yet." in html
    assert raid.revisions.count() == 1

    form = response.context["form"]
    sent = {"item": form["item"].value(), "text": form["text"].value()}
    where = reverse("admin:claims_article_revise", args=[raid.pk])
    client.post(where, sent)
    newest = raid.revisions.latest()
    assert (newest.number, bytes(newest.raw)) == (2, newer.encode())
    assert TrayItem.objects.last().status == "revision"


def test_the_marks_that_would_have_to_be_resolved_are_told_beforehand(
    client, editor, raid
) -> None:
    old = raid.revisions.get()
    for words in ("nine raiders were killed", "The wheel was damaged"):
        start = old.text.index(words)
        span = annotating.span_of(old, start, start + len(words), words)
        annotating.mark_quote(
            old, span, kind="direct", chain=chain_of(["Guard"]), by=editor
        )
    where = reverse("admin:claims_article_revise", args=[raid.pk])
    text = old.text.replace("nine raiders", "ten raiders")
    response = client.post(where, {"text": text, "compare": "1"})
    [left] = response.context["preview"].left_behind
    assert (left.card.row.exact, left.words_now) == (
        "nine raiders were killed",
        "ten raiders were killed",
    )
    assert "1 mark would have to be resolved" in response.content.decode()


def test_the_same_text_fetched_again_is_said_to_be_known(client, raid) -> None:
    html = fetch(client, raid).content.decode()
    assert "The article has this text already, as revision 1." in html


def test_an_address_that_no_longer_answers_is_told(client, raid, web) -> None:
    del web.pages["/raid"]
    html = fetch(client, raid).content.decode()
    assert "could not be fetched: the server answered 404." in html


def test_an_article_without_an_address_is_not_fetched(client, editor) -> None:
    article = ArticleFactory()
    RevisionFactory(article=article)
    page = client.get(reverse("admin:claims_article_revise", args=[article.pk]))
    assert "Fetch the text" not in page.content.decode()
    assert "only http and https are allowed" in fetch(client, article).content.decode()


def test_a_pasted_text_can_be_compared_before_it_is_stored(client, raid) -> None:
    where = reverse("admin:claims_article_revise", args=[raid.pk])
    text = raid.revisions.get().text.replace("nine", "ten")
    html = client.post(where, {"text": text, "compare": "1"}).content.decode()
    assert "<del>nine</del><ins>ten</ins>" in html
    assert raid.revisions.count() == 1


@pytest.mark.parametrize(
    ("role", "status"), [("viewer", 403), ("reviewer", 403), ("editor", 302), ("lead", 302)]
)
def test_who_may_fetch_a_newer_text(client, raid, web, role, status) -> None:
    client.force_login(UserFactory(role=role))
    web.asked.clear()
    where = reverse("admin:claims_article_fetch", args=[raid.pk])
    assert client.post(where).status_code == status
    assert bool(web.asked) is (status == 302)
