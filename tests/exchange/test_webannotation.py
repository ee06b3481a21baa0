from __future__ import annotations

import json

import pytest

from claims.errors import Unreadable
from claims.exchange import webannotation
from claims.models import Figure, Quote, Revision, Speaker
from claims.services import annotating
from tests.api.test_api import post, signed_in
from tests.exchange.dossiers import small
from tests.exchange.golden import expected
from tests.exchange.test_dossier_writing import take_in
from tests.factories import RevisionFactory, UserFactory

pytestmark = pytest.mark.django_db

TEXT = "Nine died. They said nine died. 🌉 Nobody else was hurt."


@pytest.fixture
def revision() -> Revision:
    take_in(small(), UserFactory(role="editor"))
    return Revision.objects.get(text__startswith="Nine")


def annotation(*selectors: object) -> dict[str, object]:
    return {"type": "Annotation", "target": {"source": "x", "selector": list(selectors)}}


def quoting(exact: str, **around: str) -> dict[str, object]:
    return {"type": "TextQuoteSelector", "exact": exact, **around}


def at(start: object, end: object) -> dict[str, object]:
    return {"type": "TextPositionSelector", "start": start, "end": end}


def test_a_collection_is_as_it_was_agreed_upon(revision):
    found = webannotation.of(revision, "https://desk.example")
    items = found["first"]["items"]
    for number, item in enumerate(items):
        item["modified"] = item["target"]["state"]["sourceDate"] = "then"
        item["id"] = f"number {number}"
    found["id"] = found["first"]["id"] = "here"

    text = json.dumps(found, ensure_ascii=False, indent=1) + "\n"

    assert text == expected("exchange/webannotation.json", text)


def test_annotations_out_and_in_stand_on_the_same_words(revision):
    collection = webannotation.of(revision, "https://desk.example")
    bare = RevisionFactory(text=revision.text)
    editor = signed_in("editor")

    answer = post(editor, f"revisions/{bare.pk}/annotations/", **collection)
    again = post(editor, f"revisions/{bare.pk}/annotations/", **collection)

    assert answer.json() == {"found": 2, "new": 2}
    assert again.json() == {"found": 2, "new": 0}
    marks = [
        [
            (row.start, row.end, row.exact, row.kind, row.attribution.names)
            for row in each.quotes.all()
        ]
        for each in (revision, bare)
    ]
    assert marks[0] == marks[1]
    assert {row.status for row in bare.quotes.all()} == {"suggested"}


def test_a_name_becomes_a_speaker_only_when_the_quote_is_accepted(revision):
    collection = webannotation.of(revision, "https://desk.example")
    body = collection["first"]["items"][0]["body"][2]
    body["desk:speakers"], body["desk:via"] = ["Bo Lund"], ["Shore Press"]
    bare = RevisionFactory(text=revision.text)
    post(signed_in("editor"), f"revisions/{bare.pk}/annotations/", **collection)
    before = Speaker.objects.filter(name="Bo Lund").exists()
    quote = bare.quotes.first()

    annotating.accept(quote, by=UserFactory(role="editor"))

    assert (before, Speaker.objects.filter(name="Bo Lund").exists()) == (False, True)
    assert Quote.objects.get(pk=quote.pk).attribution.via == "Shore Press"


@pytest.mark.parametrize(
    ("selectors", "words"),
    [
        ([at(0, 9)], "Nine died"),
        ([at(0, 9), quoting("Nine died")], "Nine died"),
        ([at(3, 12), quoting("Nine died")], "Nine died"),
        ([quoting("nine died", prefix="said ", suffix=".")], "nine died"),
        ([quoting("Nobody else was hurt", prefix="another text ")], "Nobody else was hurt"),
    ],
)
def test_an_annotation_stands_where_it_says_or_where_its_words_are(selectors, words):
    (found,) = webannotation.quotes_in(annotation(*selectors), TEXT)

    assert (found.span.of(TEXT), found.kind) == (words, "direct")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (7, "These are no annotations."),
        ([7], "Annotation 0: It is not an object."),
        (annotation(), "Annotation 0: It says neither a place in the text nor the words."),
        (annotation(at("0", "9")), "Annotation 0: It says neither a place"),
        (annotation(at(0, 900)), "Annotation 0: It says neither a place"),
        (
            annotation(quoting("ten died")),
            "Annotation 0: The text does not say “ten died”.",
        ),
        (
            annotation(quoting("died")),
            "Annotation 0: “died” stands in the text more than once.",
        ),
        ({"type": "Annotation"}, "Annotation 0: It says neither a place"),
    ],
)
def test_an_annotation_that_stands_nowhere_is_refused(content, sentence):
    with pytest.raises(Unreadable) as refusal:
        webannotation.quotes_in(content, TEXT)

    assert str(refusal.value).startswith(sentence)


def test_if_one_stands_nowhere_none_is_taken_in(revision):
    before = Quote.objects.count()
    items = [annotation(at(0, 4)), annotation(quoting("nowhere at all"))]

    answer = post(
        signed_in("editor"),
        f"revisions/{revision.pk}/annotations/",
        type="AnnotationPage",
        items=items,
    )

    assert answer.status_code == 409
    assert Quote.objects.count() == before


def test_a_page_of_annotations_is_read_and_figures_are_left_to_editors(revision):
    page = webannotation.of(revision, "https://desk.example")["first"]

    assert len(page["items"]) == 5
    assert len(webannotation.quotes_in(page, revision.text)) == 2
    assert Figure.objects.filter(revision=revision).count() == 3


def test_a_viewer_reads_annotations_and_brings_none(revision):
    viewer = signed_in("viewer")
    path = f"revisions/{revision.pk}/annotations/"

    assert viewer.get(f"/api/{path}").json()["total"] == 5
    assert post(viewer, path, type="AnnotationPage", items=[]).status_code == 403
