"""Where a decided thing changes, whoever changes it says why."""

from __future__ import annotations

import pytest
from django.urls import reverse

from claims.models import Change, Quote
from claims.services import annotating, attributing, filing
from claims.services.attributing import chain_of
from tests.admin.test_annotating import address, at, mark_address
from tests.factories import FigureFactory, QuantityFactory, QuoteFactory

pytestmark = pytest.mark.django_db

WORDS = "They lost 7-8 people"


@pytest.fixture
def quote(revision, editor) -> Quote:
    row = QuoteFactory(revision=revision, exact=WORDS)
    attributing.attribute(row, chain_of(["Valley Guard"]), by=editor)
    annotating.accept(row, by=editor)
    return row


def reasons(act: str) -> list[str]:
    return list(Change.objects.filter(act=act).values_list("reason", flat=True))


def test_moving_a_decided_mark_asks_why(client, revision, quote) -> None:
    form = {"version": quote.version, **at(revision, "They lost"), "words": "They lost"}
    asked = client.post(address("edges", quote), form)
    assert asked.status_code == 422
    assert asked.context["form"].errors == {"why": ["This field is required."]}
    assert asked.context["form"]["start"].value() == str(form["start"])
    quote.refresh_from_db()
    assert quote.exact == WORDS
    client.post(address("edges", quote), form | {"why": "The rest is the desk’s."})
    quote.refresh_from_db()
    assert quote.exact == "They lost"
    assert reasons("quote.moved") == ["The rest is the desk’s."]


def test_giving_a_decided_quote_otherwise_asks_why(client, quote) -> None:
    form = {"version": quote.version, "given": "mixed"}
    assert client.post(address("kind", quote), form).status_code == 422
    client.post(address("kind", quote), form | {"why": "Half of it is retold."})
    assert reasons("quote.amended") == ["Half of it is retold."]


def test_a_mention_that_names_somebody_else_asks_why(client, revision, quote) -> None:
    form = {**at(revision, "Valley Guard"), "of": f"quote-{quote.pk}", "role": "origin"}
    client.post(mark_address(revision, "mention"), form | {"name": "Valley Guard"})
    refused = client.post(mark_address(revision, "mention"), form | {"name": "The Mill"})
    assert "say why it changes" in refused.content.decode()
    why = {"name": "The Mill", "why": "A slip."}
    client.post(mark_address(revision, "mention"), form | why)
    assert reasons("quote.attributed") == ["", "", "A slip."]


def test_filing_says_where_with_a_way_there(client, revision, editor) -> None:
    figure = FigureFactory(revision=revision, exact="7-8 people", accepted=True)
    quantity = QuantityFactory()
    form = {"version": figure.version, "under": quantity.pk}
    where = reverse("admin:annotate_file_as_proposed", args=[revision.pk, figure.pk])
    filing.file(
        FigureFactory(revision=revision, accepted=True, exact="9-10 raiders"),
        quantity,
        by=editor,
    )
    html = client.post(where, form, follow=True).content.decode()
    told = f'under <a href="{quantity.get_absolute_url()}">{quantity}</a>'
    assert told in html
    figure.refresh_from_db()
    other = QuantityFactory(incident=quantity.incident)
    form = {"version": figure.version, "under": other.pk, "why": "Others."}
    html = client.post(address("file", figure), form, follow=True).content.decode()
    assert f'under <a href="{other.get_absolute_url()}">{other}</a>' in html


def test_saving_what_is_filed_already_does_not_say_that_it_was_filed(
    client, revision
) -> None:
    figure = FigureFactory(revision=revision, exact="7-8 people", accepted=True)
    filed = FigureFactory(
        revision=revision, exact="9-10 raiders", accepted=True, quantity=QuantityFactory()
    )
    for row in (figure, filed):
        form = {"version": row.version, "voice": "own", "why": "Read again."}
        answer = client.post(address("speaker", row), form, follow=True)
        assert "Saved." in answer.content.decode()
