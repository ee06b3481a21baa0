"""The admin's pages as an automatic check of accessibility sees them."""

from __future__ import annotations

import pytest
from django.urls import reverse

from claims.services import annotating, attributing, naming, taking_in
from claims.services.attributing import chain_of
from claims.services.taking_in import Publication, Snapshot
from claims.services.values import value_in
from tests.admin.rows import MAKE
from tests.admin.test_models import TABLE, url
from tests.e2e.browsing import signed_in
from tests.e2e.soundness import faults_of
from tests.factories import IncidentFactory, QuoteFactory, TrayItemFactory, UserFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TEXT = (
    "At least 9-10 raiders were killed at the mill, according to the Valley Guard.\n\n"
    "“They lost 7-8 people,” the Valley Guard said."
)


@pytest.fixture
def lead():
    return UserFactory(username="lead", role="lead")


@pytest.fixture
def addresses(lead) -> dict[str, str]:
    """An article with marks of every kind, and the pages that show it."""
    outlet = naming.outlet("The Mill Post", by=lead)
    about = Publication(outlet, "Raid at the mill")
    revision = taking_in.keep(Snapshot(TEXT), about, by=lead).revision
    quote = QuoteFactory(revision=revision, exact="They lost 7-8 people", confidence=0.9)
    attributing.attribute(quote, chain_of(["Valley Guard"], via=["River Agency"]), by=lead)
    words = "At least 9-10 raiders were killed"
    figure = annotating.mark_figure(
        revision,
        annotating.span_of(revision, 0, len(words), words),
        value=value_in(words, measure="killed", population="raiders"),
        chain=chain_of(["Valley Guard"]),
        by=lead,
    )
    taking_in.revise(revision.article, Snapshot(TEXT.replace("7-8", "nine")), by=lead)
    newest = revision.article.revisions.latest()
    incident = IncidentFactory()
    TrayItemFactory(owner=lead, alike=[[newest.article_id, 0.9]], guessed=["outlet"])
    TrayItemFactory(owner=lead, status="refused", refusal="It is empty.", text="")
    TrayItemFactory(owner=lead, status="article", revision=newest)
    twin = naming.add("Valey Guard", by=lead)
    guard = naming.named("Valley Guard")
    figure.refresh_from_db()
    key = [newest.pk, "figure", figure.pk]
    return {
        "front page": reverse("admin:index"),
        "annotator": reverse("admin:claims_revision_annotate", args=[newest.pk]),
        "speaker form": reverse("admin:annotate_speaker", args=key),
        "value form": reverse("admin:annotate_value", args=key),
        "file form": reverse("admin:annotate_file", args=key),
        "revisions": reverse("admin:claims_article_revisions", args=[revision.article_id]),
        "newer text": reverse("admin:claims_article_revise", args=[revision.article_id]),
        "articles": reverse("admin:claims_article_changelist"),
        "article": reverse("admin:claims_article_change", args=[revision.article_id]),
        "taking in": reverse("admin:claims_article_add"),
        "tray": reverse("admin:claims_article_tray"),
        "figures": reverse("admin:claims_figure_changelist"),
        "speakers": reverse("admin:claims_speaker_changelist"),
        "speaker": reverse("admin:claims_speaker_change", args=[guard.pk]),
        "merges": reverse("admin:claims_speaker_merges"),
        "merge": reverse("admin:claims_speaker_merge", args=[twin.pk, guard.pk]),
        "incident": reverse("admin:claims_incident_change", args=[incident.pk]),
        "history": reverse("admin:claims_figure_history", args=[figure.pk]),
    }


def test_nothing_serious_is_found_on_any_page(page, live_server, lead, addresses) -> None:
    signed_in(page, live_server, lead)
    found = []
    for name, where in addresses.items():
        page.goto(f"{live_server}{where}")
        found += [(name, *each) for each in faults_of(page)]
    assert found == []


def test_nothing_serious_is_found_on_any_page_of_a_model(page, live_server) -> None:
    signed_in(page, live_server, UserFactory(is_superuser=True))
    rows = {name: make() for name, make in MAKE.items()}
    addresses = [url(name, "changelist") for name in rows]
    addresses += [url(name, "change", row.pk) for name, row in rows.items()]
    addresses += [url(name, "add") for name in rows if "a" in TABLE[name][-1]]
    found = []
    for where in addresses:
        page.goto(f"{live_server}{where}")
        found += [(where, *each) for each in faults_of(page)]
    assert found == []


def test_an_open_dialog_is_sound_too(page, live_server, lead, addresses) -> None:
    signed_in(page, live_server, lead)
    page.goto(f"{live_server}{addresses['annotator']}")
    page.locator("annotator-desk:defined").wait_for()
    page.keyboard.press("j")
    page.keyboard.press("s")
    page.locator("#act_said_by").wait_for()
    assert faults_of(page) == []
