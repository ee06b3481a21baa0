"""What an act sends to a page that says what it has: the parts that changed."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from claims.models import Figure, Quote
from claims.services import annotating, attributing, filing, naming
from claims.services.attributing import chain_of
from claims.services.values import value_in
from tests.admin.test_annotating import address, at, mark_address, page
from tests.factories import QuantityFactory, QuoteFactory

pytestmark = pytest.mark.django_db

CARD = re.compile(r'<article [^>]*id="([a-z]+-\d+)".*?</article>', re.DOTALL)
STATE = re.compile(r'id="([a-z]+(?:-\d+)?)"[^>]*data-state="(\w+)"')
TOKEN = re.compile(r'<input type="hidden" name="csrfmiddlewaretoken"[^>]*>')
SCRIPTED = {"HX-Request": "true"}


@pytest.fixture
def quote(revision, editor) -> Quote:
    row = QuoteFactory(revision=revision, exact="They lost 7-8 people", confidence=0.95)
    attributing.attribute(row, chain_of(["Valley Guard"]), by=editor)
    return row


@pytest.fixture
def figure(revision, editor) -> Figure:
    words = "At least 9-10 raiders were killed"
    return annotating.mark_figure(
        revision,
        annotating.span_of(revision, 0, len(words), words),
        value=value_in(words, measure="killed", population="raiders"),
        chain=chain_of(["Valley Guard"]),
        by=editor,
    )


def states(html: str) -> dict[str, str]:
    return dict(STATE.findall(html))


def cards(html: str) -> dict[str, str]:
    plain = TOKEN.sub("", html)
    return {found[1]: found[0] for found in CARD.finditer(plain)}


def known(html: str) -> str:
    return " ".join(f"{key}:{state}" for key, state in states(html).items())


def posted(client, where: str, form: dict, html: str):
    return client.post(where, form | {"known": known(html)}, headers=SCRIPTED)


def test_a_decision_sends_its_card_and_the_text_alone(client, quote, figure) -> None:
    before = client.get(page(quote.revision)).content.decode()
    answer = posted(client, address("accept", quote), {"version": quote.version}, before)
    html = answer.content.decode()
    assert answer["Desk-Parts"] == "1"
    assert set(cards(html)) == {f"quote-{quote.pk}"}
    assert "text" in states(html)
    assert f'data-order="figure-{figure.pk} quote-{quote.pk}"' in html
    assert "1 suggested" not in html
    assert "Accepted “They lost" in html


def test_a_text_that_is_drawn_as_before_is_not_sent(client, quote, figure) -> None:
    before = client.get(page(quote.revision)).content.decode()
    form = {"version": figure.version, "under": "new", "incident": "Raid", "measure": "x"}
    answer = posted(client, address("file", figure), form, before)
    html = answer.content.decode()
    assert set(cards(html)) == {f"figure-{figure.pk}"}
    assert "text" not in states(html)


def test_what_another_editor_did_meanwhile_is_sent_as_well(client, quote, figure) -> None:
    before = client.get(page(quote.revision)).content.decode()
    annotating.reopen(figure, by=figure.decided_by, reason="Read again.")
    answer = posted(client, address("accept", quote), {"version": quote.version}, before)
    assert set(cards(answer.content.decode())) == set(cards(before))


def test_a_refusal_is_sent_in_parts_too(client, quote) -> None:
    before = client.get(page(quote.revision)).content.decode()
    answer = posted(client, address("accept", quote), {"version": 0}, before)
    assert answer.status_code == 409
    assert "Somebody else changed" in answer.content.decode()


def test_the_last_mark_that_goes_leaves_a_word(client, quote) -> None:
    before = client.get(page(quote.revision)).content.decode()
    answer = posted(client, address("reject", quote), {"version": quote.version}, before)
    html = answer.content.decode()
    assert 'data-order=""' in html
    assert "No marks yet" in html


def test_rejected_marks_stay_in_sight_when_they_were(client, quote) -> None:
    form = {"version": quote.version, "rejected": "1"}
    answer = client.post(address("reject", quote), form)
    assert answer.url.endswith(f"?rejected=1#quote-{quote.pk}")


def accept(quote, _figure, editor) -> None:
    annotating.accept(quote, by=editor)


def attribute(quote, _figure, editor) -> None:
    attributing.attribute(quote, chain_of(["Mill Owners"], via=["A Wire"]), by=editor)


def say_why_unnamed(quote, _figure, editor) -> None:
    source = attributing.Source(descriptor="an official", reason="not allowed to speak")
    attributing.attribute(quote, attributing.Chain((source,)), by=editor)


def amend(_quote, figure, editor) -> None:
    value = value_in("about 40", measure="injured", population="dockers")
    annotating.amend_value(figure, value, version=figure.version, by=editor)


def file(_quote, figure, editor) -> None:
    filing.file(figure, QuantityFactory(), by=editor)


def propose(_quote, figure, editor) -> None:
    quantity = QuantityFactory(population="raiders")
    quantity.incident.title = "Raid at the mill"
    quantity.incident.save()
    assert figure.quantity is None


def rename(quote, _figure, editor) -> None:
    speaker = quote.attribution.links.get().speaker
    naming.amend(speaker, version=speaker.version, by=editor, name="Guard of the Valley")


@pytest.mark.parametrize(
    "act", [accept, attribute, say_why_unnamed, amend, file, propose, rename]
)
def test_a_card_in_the_same_state_is_drawn_the_same(
    act, client, quote, figure, editor
) -> None:
    before = client.get(page(quote.revision)).content.decode()
    act(quote, figure, editor)
    after = client.get(page(quote.revision)).content.decode()
    same = {key for key, state in states(before).items() if states(after)[key] == state}
    assert cards(before) != cards(after)
    assert {key: cards(before)[key] for key in same - {"text"}} == {
        key: cards(after)[key] for key in same - {"text"}
    }


def test_a_mark_that_is_new_to_the_page_is_sent(client, revision, quote) -> None:
    before = client.get(page(revision)).content.decode()
    form = {**at(revision, "Two guards"), "given": "indirect", "voice": "own"}
    answer = posted(client, mark_address(revision, "quote"), form, before)
    made = Quote.objects.get(exact="Two guards")
    assert set(cards(answer.content.decode())) == {f"quote-{made.pk}"}


def test_a_page_that_says_nothing_gets_the_whole(client, quote) -> None:
    where = reverse("admin:annotate_undo", args=[quote.revision_id])
    answer = client.post(where, {"known": "what : is"}, headers=SCRIPTED)
    assert "Desk-Parts" in answer
    whole = client.post(where, headers=SCRIPTED)
    assert whole["HX-Retarget"] == "#workspace"
