from __future__ import annotations

import gzip
import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from claims.admin import bringing as forms
from claims.admin import tray
from claims.models import Article, Copy, TrayItem
from claims.services import bringing
from tests.admin.test_articles import PAGE
from tests.admin.test_taking_in import WIRE, web, wire
from tests.factories import ArticleFactory, RevisionFactory, TrayItemFactory, UserFactory
from tests.intake.test_news_formats import ITEM, RSS

pytestmark = pytest.mark.django_db
__all__ = ["web", "wire"]  # fixtures

TRAY = "admin:claims_article_tray"
ACT = "admin:claims_article_tray_act"


def bring(client, **given: object):
    return client.post(reverse(TRAY), {"addresses": "", "text": "", **given}, follow=True)


def act(client, what: str, *items: TrayItem, **choices: str):
    sent = {"do": what, "item": [item.pk for item in items], **choices}
    return client.post(reverse(ACT), sent, follow=True)


def upload(name: str, content: str | bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(
        name, content.encode() if isinstance(content, str) else content
    )


def row_of(response, item: TrayItem) -> str:
    html = response.content.decode()
    return html.split(f'id="item-{item.pk}"')[1].split("</tr>")[0]


@pytest.mark.parametrize(
    ("role", "status"),
    [(None, 302), ("viewer", 403), ("reviewer", 403), ("editor", 200), ("lead", 200)],
)
def test_who_may_open_a_tray_and_bring_to_it(client, web, role, status) -> None:
    client.force_login(UserFactory(role=role, is_staff=role is not None))
    item = TrayItemFactory()
    assert client.get(reverse(TRAY)).status_code == status
    given = {"addresses": web.put("/raid", PAGE)}
    assert client.post(reverse(TRAY), given).status_code in (status, 302)
    assert bool(web.asked) is (status == 200)
    acted = client.post(reverse(ACT), {"do": "discard-all"})
    assert acted.status_code in (status, 302)
    assert TrayItem.objects.filter(pk=item.pk).exists()


def test_everything_is_read_and_nothing_is_stored(client, editor, web) -> None:
    archive = gzip.compress(b"no archive at all")
    response = bring(
        client,
        addresses=f"{web.put('/raid', PAGE)}\n{web.put('/feed', RSS, 'text/xml')}\n"
        f"{web.url('/none')}\n",
        uploads=[
            upload("mill.html", PAGE.replace("Raid", "Fire")),
            upload("crane.json", json.dumps(ITEM)),
            upload("news.xml", RSS),
            upload("empty.txt", " "),
            upload("old.warc.gz", archive),
        ],
        text=WIRE,
        outlet="Bay Times",
    )
    items = {item.place: item for item in TrayItem.objects.all()}
    assert {place: item.status for place, item in items.items()} == {
        web.url("/raid"): "waiting",
        f"{web.url('/feed')}, entry 1": "waiting",
        "https://mill.example/none": "refused",
        web.url("/none"): "refused",
        "mill.html": "waiting",
        "crane.json": "waiting",
        "news.xml, entry 1": "waiting",
        "empty.txt": "refused",
        "old.warc.gz": "refused",
        "Pasted text": "waiting",
    }
    assert items["Pasted text"].outlet == "Bay Times"
    assert items["crane.json"].outlet == "Coast Wire"
    html = response.content.decode()
    assert "10 came in. Nothing is stored yet" in html
    assert "6 articles can be taken in. 4 could not be read." in " ".join(html.split())
    assert "the server answered 404" in row_of(response, items[web.url("/none")])
    assert "The file is empty." in row_of(response, items["empty.txt"])
    assert not Article.objects.exists()


def test_what_was_guessed_is_marked_line_by_line(client, editor) -> None:
    response = bring(client, uploads=[upload("ferry.txt", f"Ferry lost\n\n{WIRE}")])
    row = row_of(response, TrayItem.objects.get())
    guessed = [fact.name for fact in response.context["rows"][0].facts if fact.is_guessed]
    assert (guessed, "guessed" in row) == (["Headline"], True)
    assert "Nobody says who published it" in row
    assert "nobody says when" in row


def test_each_line_says_what_it_would_become(client, editor, wire) -> None:
    page = PAGE.replace("https://mill.example.org/raid", wire.url)
    bring(
        client, uploads=[upload("a.html", page)], text=f"{WIRE} More.", outlet="Bay Times"
    )
    newer, copy = TrayItem.objects.all()
    response = client.get(reverse(TRAY))
    assert f'<option value="revision-{wire.pk}">' in row_of(response, newer)
    assert f'<option value="copy-{wire.pk}">' in row_of(response, copy)
    assert "100 % of the words" in row_of(response, copy)


def test_the_ticked_ones_are_taken_in_as_chosen(client, editor, wire) -> None:
    bring(
        client, uploads=[upload("a.html", PAGE)], text=f"{WIRE} More.", outlet="Bay Times"
    )
    fresh, copied = TrayItem.objects.all()
    response = act(client, "take", copied, **{f"as-{copied.pk}": f"copy-{wire.pk}"})
    fresh.refresh_from_db()
    copied.refresh_from_db()
    assert (fresh.status, copied.status) == ("waiting", "article")
    assert Copy.objects.get().article == copied.revision.article
    where = reverse("admin:claims_revision_annotate", args=[copied.revision_id])
    assert where in row_of(response, copied)
    assert "Taken in: 1." in response.content.decode()


def test_all_are_taken_in_and_each_refusal_is_told(client, editor) -> None:
    bring(client, uploads=[upload("a.html", PAGE), upload("b.txt", WIRE)])
    response = act(client, "take-all")
    html = response.content.decode()
    assert "Taken in: 1." in html
    assert "b.txt does not say who published it." in html
    assert [item.status for item in TrayItem.objects.all()] == ["article", "waiting"]


def test_the_same_article_brought_twice_is_one_article(client, editor) -> None:
    bring(client, uploads=[upload("a.html", PAGE), upload("b.html", PAGE)])
    act(client, "take-all")
    assert [item.status for item in TrayItem.objects.all()] == ["article", "known"]
    assert Article.objects.count() == 1


def test_of_many_refusals_the_first_are_told_and_the_rest_counted(client, editor) -> None:
    TrayItemFactory.create_batch(7, owner=editor, outlet="", headline="")
    html = act(client, "take-all").content.decode()
    assert html.count("does not say who published it.") == 5
    assert "Refused as well: 2." in html


def test_what_there_was_no_time_for_waits_in_the_tray(client, editor, monkeypatch) -> None:
    monkeypatch.setattr(tray, "SECONDS_AT_ONCE", -1)
    bring(
        client, uploads=[upload("a.txt", WIRE), upload("b.html", PAGE)], outlet="Bay Times"
    )
    html = act(client, "take-all").content.decode()
    assert "Taken in: 1." in html
    assert "There was no time for 1 more: go on." in html
    assert TrayItem.objects.waiting().count() == 1


def test_copies_among_what_came_in_together_are_suggested(client, editor) -> None:
    files = [upload(f"{name}.txt", f"{WIRE}\n\nSo says {name}.") for name in ("Ann", "Bo")]
    bring(client, uploads=files, outlet="Bay Times")
    act(client, "take-all")
    copy = Copy.objects.get()
    assert (copy.status, copy.likeness) == ("suggested", 1.0)
    assert Article.objects.count() == 2


def test_an_address_without_its_beginning_is_asked_for_safely(client, editor) -> None:
    response = bring(client, addresses="localhost/raid")
    assert "https://localhost could not be reached" in response.content.decode()


def test_what_came_in_meanwhile_is_not_taken_in_unasked(client, editor) -> None:
    [item] = bringing.bring(
        [forms.arrivals.from_text(WIRE, name="a.txt")],
        by=editor,
    )
    TrayItem.objects.update(outlet="Bay Times", url="https://bay.example/ferry")
    RevisionFactory(
        article=ArticleFactory(headline="Ferry", url="https://bay.example/ferry"),
        text="Other words.",
    )
    response = act(client, "take", item)
    assert "Something like it is here; say what it is." in response.content.decode()
    item.refresh_from_db()
    assert item.status == "waiting"


def test_the_page_of_a_feeds_entry_takes_its_place(client, editor, web) -> None:
    entry = RSS.replace("https://mill.example/crane", web.put("/raid", PAGE)).replace(
        "https://mill.example/none", web.url("/none")
    )
    bring(client, addresses=web.put("/feed", entry, "text/xml"))
    response = act(client, "fetch", *TrayItem.objects.all())
    told, silent = TrayItem.objects.order_by("-place")
    assert "the server answered 404" in response.content.decode()
    assert {item.place for item in (told, silent)} == {web.url("/raid"), web.url("/none")}
    assert told.text.startswith("At least nine raiders") is (told.status == "waiting")


def test_what_is_not_wanted_is_discarded(client, editor) -> None:
    mine = TrayItemFactory.create_batch(2, owner=editor)
    act(client, "discard", mine[0])
    assert TrayItem.objects.get() == mine[1]
    act(client, "discard-all")
    assert not TrayItem.objects.exists()


@pytest.mark.parametrize("what", ["take", "discard", "fetch", "nonsense", ""])
def test_without_a_tick_nothing_happens(client, editor, what) -> None:
    TrayItemFactory(owner=editor)
    assert "Nothing was ticked." in act(client, what).content.decode()
    assert TrayItem.objects.get().status == "waiting"


def test_a_tray_is_its_owners_alone(client, editor) -> None:
    others = TrayItemFactory(headline="Somebody else's")
    assert "Somebody else" not in client.get(reverse(TRAY)).content.decode()
    act(client, "take", others)
    act(client, "discard", others)
    others.refresh_from_db()
    assert others.status == "waiting"


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({}, "Give an address, a file or a text."),
        (
            {"addresses": "\n".join(f"https://a.example/{number}" for number in range(21))},
            "21 addresses came; at most 20 are fetched at once.",
        ),
    ],
)
def test_what_cannot_be_looked_at_is_told_in_the_form(
    client, editor, given, sentence
) -> None:
    assert sentence in bring(client, **given).content.decode()
    assert not TrayItem.objects.exists()


def test_files_that_are_too_large_together_are_refused(client, editor, monkeypatch) -> None:
    monkeypatch.setattr(forms, "MOST_MEGABYTES", 0)
    response = bring(client, uploads=[upload("a.txt", WIRE)])
    assert "The files are larger than 0 MB together." in response.content.decode()


def test_a_tray_that_is_full_says_so_and_keeps_what_was_typed(client, editor, web) -> None:
    TrayItemFactory.create_batch(bringing.MOST_ITEMS, owner=editor)
    response = bring(client, addresses=web.put("/raid", PAGE))
    html = response.content.decode()
    assert "A tray holds 300; 300 lie there and 1 came." in html
    assert web.url("/raid") in html


def test_a_tray_of_ten_costs_as_much_as_one_of_one(client, editor, queries_of) -> None:
    def lay(number: int) -> None:
        article = ArticleFactory(url=f"https://mill.example/{number}")
        taken = RevisionFactory(article=article, text=f"{WIRE} {number}")
        TrayItemFactory(owner=editor, url=article.url, alike=[[article.pk, 0.9]])
        TrayItemFactory(owner=editor, status="article", revision=taken)
        TrayItemFactory(owner=editor, status="refused", refusal="It is empty.", text="")

    lay(0)
    client.get(reverse(TRAY))
    one = queries_of(lambda: client.get(reverse(TRAY)))
    for number in range(1, 10):
        lay(number)
    ten = queries_of(lambda: client.get(reverse(TRAY)))
    assert len(one) == len(ten), "\n".join(ten)


def test_the_tray_is_found_from_the_list_and_from_pasting(client, editor) -> None:
    for page in ("admin:claims_article_changelist", "admin:claims_article_add"):
        assert reverse(TRAY) in client.get(reverse(page)).content.decode()
