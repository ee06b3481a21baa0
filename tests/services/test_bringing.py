from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from claims.domain.documents import Document
from claims.errors import AlreadyDecided, Forbidden, Impossible, Incomplete
from claims.models import Article, Change, Copy, TrayItem
from claims.services import bringing, naming, taking_in
from claims.services.bringing import Brought
from claims.services.taking_in import FOUND, Becoming, Kind, Publication, Snapshot
from tests.factories import OutletFactory, TrayItemFactory, UserFactory

pytestmark = pytest.mark.django_db

DAY = dt.datetime(2031, 3, 4, 9, tzinfo=dt.UTC)
WIRE = (
    "At least 9-10 people died when the night ferry met a barge below the old lock, the "
    "river police said, and divers went on looking for the barge pilot until dawn."
)
FRAME = " The mayor of the upper town called for lamps on every barge from now on."


def document(text: str = WIRE, **known: object) -> Document:
    usual: dict[str, object] = {
        "raw": text.encode(),
        "raw_type": "text/plain",
        "extractor": "plain text",
        "outlet": "The Mill Post",
        "headline": "Ferry meets barge",
        "published_at": DAY,
    }
    return Document(text=text, **(usual | known))  # type: ignore[arg-type]  # as asked


@pytest.fixture
def editor():
    return UserFactory(role="editor")


@pytest.fixture
def wire(editor) -> Article:
    agency = naming.outlet("Coast Wire", kind="agency", by=editor)
    about = Publication(agency, "Ferry", url="https://wire.example/ferry", published_at=DAY)
    return taking_in.add(Snapshot(WIRE), about, by=editor).revision.article


def brought(editor, *documents: Document) -> list[TrayItem]:
    things = [Brought(f"{number}.txt", each) for number, each in enumerate(documents)]
    return bringing.bring(things, by=editor)


def test_what_is_brought_lies_in_the_tray_and_is_no_article(editor) -> None:
    [item] = brought(editor, document(f"{WIRE}\r\n", guessed=frozenset({"outlet"})))
    assert (item.owner, item.status, item.text) == (editor, "waiting", WIRE)
    assert (bytes(item.raw), item.guessed) == (f"{WIRE}\r\n".encode(), ["outlet"])
    assert not Article.objects.exists()
    assert not Change.objects.exists()


@pytest.mark.parametrize(
    ("thing", "why"),
    [
        (Brought("a.txt", refusal="The file is empty."), "The file is empty."),
        (Brought("a.txt", document(" \n ")), "There is no text in it."),
    ],
)
def test_what_cannot_be_read_lies_there_with_the_reason(editor, thing, why) -> None:
    [item] = bringing.bring([thing], by=editor)
    assert (item.status, item.refusal, item.text) == ("refused", why, "")


def test_an_outlet_is_known_by_its_domain(editor) -> None:
    OutletFactory(name="The Mill Post", domain="mill.example")
    found = document(
        outlet="mill.example", domain="mill.example", guessed=frozenset({"outlet"})
    )
    [item] = brought(editor, found)
    assert (item.outlet, item.guessed) == ("The Mill Post", [])


def test_articles_of_the_same_words_are_found_when_it_is_brought(editor, wire) -> None:
    [item] = brought(editor, document(WIRE + FRAME))
    assert item.alike == [[wire.pk, 1.0]]


def test_a_tray_is_not_filled_without_end(editor) -> None:
    TrayItemFactory.create_batch(3, owner=editor)
    things = [Brought("a.txt", refusal="It is empty.")] * (bringing.MOST_ITEMS - 2)
    with pytest.raises(Incomplete, match="A tray holds 300; 3 lie there and 298 came"):
        bringing.bring(things, by=editor)
    assert TrayItem.objects.count() == 3


def test_what_has_lain_there_for_two_weeks_goes(editor) -> None:
    old, young = TrayItemFactory(), TrayItemFactory()
    TrayItem.objects.filter(pk=old.pk).update(brought_at=timezone.now() - dt.timedelta(15))
    brought(editor, document())
    assert set(TrayItem.objects.values_list("pk", flat=True)) > {young.pk}
    assert not TrayItem.objects.filter(pk=old.pk).exists()


def test_it_is_taken_in_with_what_is_known_of_it(editor) -> None:
    [item] = brought(
        editor,
        document(byline="Ada Roe", guessed=frozenset({"published"}), is_day_only=True),
    )
    taken = bringing.take_in(item, FOUND, by=editor)
    article = Article.objects.get()
    assert (article.outlet.name, article.byline) == ("The Mill Post", "Ada Roe")
    assert (article.published_at, article.published_precision) == (DAY, "day")
    assert bytes(article.revisions.get().raw) == WIRE.encode()
    assert (item.status, item.revision) == ("article", taken.revision)
    line = Change.objects.get(act="article.taken_in")
    assert line.after["guessed"] == ["published"]


def test_a_thing_is_taken_in_once(editor) -> None:
    [item] = brought(editor, document())
    bringing.take_in(item, FOUND, by=editor)
    with pytest.raises(AlreadyDecided, match=r"0\.txt was taken in or discarded"):
        bringing.take_in(item, Becoming(Kind.APART), by=editor)
    assert Article.objects.count() == 1


def test_another_persons_tray_is_not_reached_into(editor) -> None:
    item = TrayItemFactory()
    with pytest.raises(AlreadyDecided):
        bringing.take_in(item, FOUND, by=editor)
    assert bringing.discard([item], by=editor) == 0
    assert TrayItem.objects.filter(pk=item.pk).exists()
    assert not Article.objects.exists()


def test_what_nobody_published_is_not_taken_in(editor) -> None:
    [item] = brought(editor, document(outlet=""))
    with pytest.raises(Incomplete, match=r"0\.txt does not say who published it"):
        bringing.take_in(item, FOUND, by=editor)


@pytest.mark.parametrize("role", [None, "viewer", "reviewer"])
def test_only_who_annotates_brings_and_takes_in(role) -> None:
    person = UserFactory(role=role)
    with pytest.raises(Forbidden):
        bringing.bring([], by=person)
    for kind in (Kind.FOUND, Kind.APART):
        with pytest.raises(Forbidden):
            bringing.take_in(TrayItemFactory(owner=person), Becoming(kind), by=person)


def test_a_copy_is_an_article_of_its_own_that_carries_the_other(editor, wire) -> None:
    [item] = brought(editor, document(WIRE + FRAME))
    bringing.take_in(item, Becoming(Kind.COPY, wire), by=editor)
    article = item.revision.article
    copy = Copy.objects.get()
    assert (copy.article, copy.original, copy.decided_by) == (article, wire, editor)
    assert (copy.status, round(copy.likeness, 1)) == ("confirmed", 0.7)
    assert article.agency == wire.outlet
    assert (item.status, article.pk != wire.pk) == ("article", True)
    assert Change.objects.filter(act="copy.confirmed").exists()


def test_what_stands_behind_the_original_stands_behind_its_copy(editor, wire) -> None:
    first, second = brought(
        editor, document(WIRE + FRAME), document(WIRE, outlet="Bay Times")
    )
    bringing.take_in(first, Becoming(Kind.COPY, wire), by=editor)
    bringing.take_in(second, Becoming(Kind.COPY, first.revision.article), by=editor)
    assert second.revision.article.agency == wire.outlet


def test_a_newer_text_becomes_the_articles_next_revision(editor, wire) -> None:
    [item] = brought(editor, document(WIRE + FRAME))
    bringing.take_in(item, Becoming(Kind.REVISION, wire), by=editor)
    assert (item.status, item.revision.article, item.revision.number) == (
        "revision",
        wire,
        2,
    )


def test_the_same_article_stores_nothing(editor, wire) -> None:
    [item] = brought(editor, document(WIRE + FRAME))
    bringing.take_in(item, Becoming(Kind.SAME, wire), by=editor)
    assert (item.status, item.revision) == ("known", wire.revisions.get())


def test_an_article_apart_is_new_though_its_text_is_here(editor, wire) -> None:
    [item] = brought(editor, document(WIRE, outlet="Coast Wire"))
    bringing.take_in(item, Becoming(Kind.APART), by=editor)
    assert (item.status, Article.objects.count()) == ("article", 2)


def test_two_articles_do_not_stand_at_one_address(editor, wire) -> None:
    [item] = brought(editor, document(url=wire.url))
    with pytest.raises(Impossible, match="An article with this address is already here"):
        bringing.take_in(item, Becoming(Kind.APART), by=editor)
    item.refresh_from_db()
    assert item.status == "waiting"


@pytest.mark.parametrize("kind", [Kind.COPY, Kind.REVISION, Kind.SAME])
def test_what_is_about_another_article_names_it(kind) -> None:
    with pytest.raises(ValueError, match=str(kind)):
        Becoming(kind)


def test_what_is_about_no_other_names_none() -> None:
    with pytest.raises(ValueError, match="apart"):
        Becoming(Kind.APART, Article())


def test_ones_own_things_are_discarded(editor) -> None:
    items = TrayItemFactory.create_batch(2, owner=editor)
    assert bringing.discard(items, by=editor) == 2
    assert not TrayItem.objects.exists()
