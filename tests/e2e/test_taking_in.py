"""Articles fetched, looked at and taken in, with and without script."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.contrib import admin
from playwright.sync_api import expect

from claims.models import Article, Copy, TrayItem
from tests.admin.test_articles import PAGE
from tests.e2e.browsing import address, signed_in, tab_to
from tests.e2e.soundness import faults_of
from tests.factories import ArticleFactory, OutletFactory, RevisionFactory, UserFactory
from tests.intake.test_news_formats import RSS

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

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
def editor():
    return UserFactory(username="editor", role="editor")


@pytest.fixture
def wire() -> Article:
    agency = OutletFactory(name="Coast Wire", kind="agency")
    article = ArticleFactory(outlet=agency, headline="Ferry")
    RevisionFactory(article=article, text=WIRE)
    return article


@pytest.fixture(params=["with script", "without script"])
def desk(request, browser, live_server, editor):
    """A page of the editor's, once as most have it and once without any script."""
    has_script = request.param == "with script"
    context = browser.new_context(java_script_enabled=has_script)
    page = context.new_page()
    page.set_default_timeout(8_000)
    yield signed_in(page, live_server, editor)
    context.close()


def test_addresses_and_files_are_looked_at_and_then_taken_in(
    desk, live_server, web, wire, tmp_path: Path
) -> None:
    copied = tmp_path / "ferry.txt"
    copied.write_text(f"{WIRE}\n\nThe lamps were out.", encoding="utf-8")
    desk.goto(address(live_server, "admin:claims_article_tray"))
    desk.get_by_label("Addresses").fill(
        "\n".join(
            [web.put("/raid", PAGE), web.put("/feed", RSS, "text/xml"), web.url("/no")]
        )
    )
    desk.get_by_label("Files").set_input_files(copied)
    desk.get_by_label("Outlet").fill("Bay Times")
    desk.get_by_role("button", name="Look at them").click()

    expect(desk.locator("#tray tbody tr")).to_have_count(5)
    expect(desk.get_by_text("the server answered 404")).to_be_visible()
    choice = desk.get_by_label("What At least 9-10 people died")
    expect(choice.locator("option").first).to_contain_text("A wire copy of “Ferry”")
    assert Article.objects.count() == 1

    desk.get_by_label("Tick Raid at the mill").check()
    desk.get_by_label("Tick At least 9-10").check()
    desk.get_by_role("button", name="Take in the ticked ones").click()
    expect(desk.get_by_text("Taken in: 2.")).to_be_visible()
    desk.get_by_role("link", name="Annotate revision 1").first.click()
    expect(desk.locator("#text")).to_contain_text("nine raiders were killed")
    assert Copy.objects.get().original == wire
    assert TrayItem.objects.waiting().count() == 1


def test_an_address_alone_fills_the_form_in_and_enter_saves(desk, live_server, web) -> None:
    desk.goto(address(live_server, "admin:claims_article_add"))
    desk.get_by_label("Address:").fill(web.put("/raid", PAGE))
    desk.get_by_label("Address:").press("Enter")
    expect(desk.get_by_label("Headline:")).to_have_value("Raid at the mill")
    expect(desk.get_by_text("Guessed: check it.")).to_be_visible()
    assert not Article.objects.exists()

    desk.get_by_label("Headline:").press("Enter")
    expect(desk.locator("#text")).to_contain_text("nine raiders were killed")
    assert Article.objects.get().url == web.url("/raid")


def test_a_newer_text_is_fetched_and_compared_before_it_is_stored(
    desk, live_server, web
) -> None:
    desk.goto(address(live_server, "admin:claims_article_add"))
    desk.get_by_label("Address:").fill(web.put("/raid", PAGE))
    desk.get_by_role("button", name="Fetch the address").click()
    desk.get_by_role("button", name="Save").click()
    article = Article.objects.get()

    web.put("/raid", PAGE.replace("nine", "eleven"))
    desk.goto(address(live_server, "admin:claims_article_revise", article.pk))
    desk.get_by_role("button", name="Fetch the text that stands there now").click()
    expect(desk.locator("#preview del")).to_have_text("nine")
    assert article.revisions.count() == 1
    desk.get_by_role("button", name="Take in").click()
    expect(desk.get_by_text("Took in revision 2")).to_be_visible()


def test_what_is_here_already_is_chosen_by_keyboard(
    page, live_server, editor, wire
) -> None:
    signed_in(page, live_server, editor)
    page.goto(address(live_server, "admin:claims_article_add"))
    page.get_by_label("Outlet:").fill("Bay Times")
    page.get_by_label("Text:").fill(f"{WIRE}\n\nThe lamps were out.")
    tab_to(page, "[name=_save]")
    page.keyboard.press("Enter")
    expect(
        page.get_by_text("Much of this is here already. Say what it is.")
    ).to_be_visible()
    assert faults_of(page) == []

    tab_to(page, "[name=becomes]")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(page.locator("#text")).to_contain_text("The lamps were out.")
    assert Copy.objects.get().original == wire


def test_a_full_tray_is_sound_on_a_phone(page, live_server, editor, web) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    signed_in(page, live_server, editor)
    page.goto(address(live_server, "admin:claims_article_tray"))
    page.get_by_label("Addresses").fill(f"{web.put('/raid', PAGE)} {web.url('/no')}")
    page.get_by_role("button", name="Look at them").click()
    expect(page.locator("#tray tbody tr")).to_have_count(2)
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert faults_of(page) == []
