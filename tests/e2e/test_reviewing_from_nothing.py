"""From an empty desk to a public claim: the whole job in a real browser."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect

from claims.models import Claim, Figure, Quantity, Quote
from tests.e2e.browsing import address, signed_in
from tests.factories import UserFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TEXT = (
    "At least 9-10 raiders were killed at the mill on Monday night, according to the "
    "Valley Guard.\n\n"
    "“They lost 7-8 raiders,” the Valley Guard said. Two guards were also wounded.\n\n"
    "The mill stood still on Tuesday. Farmers brought their grain to the next valley."
)


def paste(page: Page, live_server) -> None:
    page.goto(address(live_server, "admin:claims_article_add"))
    page.fill("[name=outlet_name]", "The Mill Post")
    page.fill("[name=headline]", "Raid at the mill")
    page.fill("[name=text]", TEXT)
    page.fill("[name=published_at_0]", "2031-03-04")
    page.fill("[name=published_at_1]", "06:00")
    page.click("[name=_save]")
    page.wait_for_url("**/annotate/")


def accept(page: Page, row: Quote | Figure) -> None:
    card = page.locator(f"#{row._meta.model_name}-{row.pk}")
    card.focus()
    page.keyboard.press("a")
    expect(card).to_have_attribute("data-status", "accepted")


def file_under(page: Page, figure: Figure, **fields: str) -> None:
    page.locator(f"#figure-{figure.pk}").focus()
    page.keyboard.press("f")
    page.locator("#act [name=under]").wait_for()
    page.evaluate(
        "document.querySelectorAll('#act details').forEach(part => (part.open = true))"
    )
    for name, value in fields.items():
        field = page.locator(f"#act [name={name}]")
        if name == "under":
            field.select_option(value)
        else:
            field.fill(value)
    page.locator("#act button[type=submit]").first.click()
    expect(page.locator(f"#figure-{figure.pk} dt")).to_contain_text(["filed"])
    page.wait_for_load_state("networkidle")


def test_from_a_pasted_text_to_a_public_claim(page, live_server) -> None:
    people = {
        name: UserFactory(username=name, role=role)
        for name, role in {
            "editor": "editor",
            "reviewer": "reviewer",
            "second": "reviewer",
        }.items()
    }
    signed_in(page, live_server, people["editor"])
    paste(page, live_server)

    for row in [*Quote.objects.all(), *Figure.objects.filter(measure="killed")]:
        accept(page, row)
    higher, lower = Figure.objects.filter(measure="killed").order_by("start")
    file_under(page, higher, incident="Raid at the river mill", population="raiders")
    quantity = Quantity.objects.get()
    file_under(page, lower, under=str(quantity.pk))

    signed_in(page, live_server, people["reviewer"])
    page.goto(f"{live_server}/")
    expect(page.locator("tbody tr")).to_have_count(1)
    page.click("text=Raiders killed")
    expect(page.locator("main")).to_contain_text(
        "9 or more against 7 to 8, same speaker, same article."
    )
    page.click("a[data-key='s']")
    page.fill("[name=rationale]", "The Guard gave both numbers in one report.")
    page.check("[name=publishes]")
    page.click("main button:has-text('Propose')")
    page.wait_for_url("**/settlements/*/")

    signed_in(page, live_server, people["second"])
    page.reload()
    page.click("button:has-text('Approve')")
    expect(page.locator("main")).to_contain_text("Approved. The settlement is sealed.")

    page.context.clear_cookies()
    page.goto(f"{live_server}{Claim.objects.get().get_absolute_url()}")
    expect(page.locator("h1")).to_contain_text("At least nine to ten raiders were killed.")
    data = page.locator("script[type='application/ld+json']").inner_text()
    review = json.loads(data)
    assert review["@type"] == "ClaimReview"
    assert review["itemReviewed"]["author"]["name"] == "Valley Guard"
