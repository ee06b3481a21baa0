"""An incident as one report, on a page and as a file that stands alone."""

from __future__ import annotations

import io
import re
from html.parser import HTMLParser

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from claims.services import settling
from tests.factories import ClaimFactory, OutsideEstimateFactory
from tests.review.drafting import draft
from tests.review.marks import text_of

pytestmark = pytest.mark.django_db


class _Ids(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, _: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value for name, value in attrs if name == "id" and value]


def page_of(client, quantity) -> str:
    address = reverse("review:report", args=[quantity.incident.slug])
    return client.get(address).content.decode()


def test_a_report_has_the_figures_their_chains_the_settlement_and_what_was_done(
    as_, desk, quantity
):
    settlement = settling.propose(quantity, draft(), by=desk["reviewer"])
    settling.approve(settlement, by=desk["second"])
    OutsideEstimateFactory(quantity=quantity, low=12, best=9)
    ClaimFactory(incident=quantity.incident, text="They were nine.")

    page = page_of(as_("reviewer"), quantity)

    said = text_of(page)
    assert "At least 9-10 raiders" in said
    assert "Valley Guard" in said
    assert settlement.wording in said
    assert settlement.rationale in said
    assert "The order of these numbers is broken" in said
    assert "They were nine." in said
    assert "approved the settlement" in said
    ids = _Ids()
    ids.feed(page)
    assert sorted(ids.found) == sorted(set(ids.found))


def test_the_file_stands_alone(as_, quantity):
    address = reverse("review:report_file", args=[quantity.incident.slug])

    answer = as_("editor").get(address)

    page = answer.content.decode()
    assert answer["Content-Disposition"] == (
        f'attachment; filename="{quantity.incident.slug}.html"'
    )
    assert "<style>" in page
    assert not re.search(r"<(link|script|img|iframe)\b", page)
    assert "url(" not in page
    assert "At least 9-10 raiders" in text_of(page)


def test_the_shell_writes_the_same_file(quantity, tmp_path):
    stdout, path = io.StringIO(), tmp_path / "report.html"

    call_command("export_report", quantity.incident.slug, stdout=stdout)
    call_command("export_report", quantity.incident.slug, output=str(path))

    assert stdout.getvalue().startswith("<!DOCTYPE html>")
    assert "At least 9-10 raiders" in text_of(path.read_text(encoding="utf-8"))


def test_an_incident_that_is_not_here_is_told():
    with pytest.raises(CommandError, match=r"There is no incident nowhere\."):
        call_command("export_report", "nowhere")


def test_a_report_costs_the_same_with_two_figures_of_a_quantity_and_with_nine(
    as_, quantity, queries_of, told
):
    client = as_("reviewer")
    told(quantity, "Six raiders died", "The mayor", outlet="Bay Times")
    few = queries_of(lambda: page_of(client, quantity))
    for number in range(7):
        told(quantity, f"{number + 20} raiders died", "The mayor", outlet="Bay Times")
    many = queries_of(lambda: page_of(client, quantity))

    assert len(few) == len(many), "\n".join(many)
