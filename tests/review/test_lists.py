from __future__ import annotations

import pytest
from django.urls import reverse

from claims.models import Article, Copy
from claims.services import copying, naming, recording, settling, taking_in
from claims.services.naming import RoleHeld
from claims.services.taking_in import Snapshot
from tests.factories import ArticleFactory, IncidentFactory, SpeakerFactory
from tests.review.drafting import draft
from tests.review.marks import text_of, words_of

pytestmark = pytest.mark.django_db


def test_the_text_of_an_article_stands_as_it_is_with_its_marks(as_, quantity) -> None:
    revision = quantity.figures.first().revision
    page = as_("reviewer").get(revision.article.get_absolute_url()).content.decode()
    assert words_of(page, ".article-text") == [" ".join(revision.text.split())]
    assert "They lost 7-8 people" in words_of(page, "mark.is-figure")


def test_an_article_says_what_rests_on_its_words(as_, desk, quantity) -> None:
    settling.propose(quantity, draft(), by=desk["reviewer"])
    article = quantity.figures.first().revision.article
    page = text_of(as_("reviewer").get(article.get_absolute_url()).content.decode())
    assert "Raiders killed" in page
    assert "Between seven and ten raiders were killed, the Valley Guard said." in page


def test_an_article_shows_what_its_revisions_changed(as_, desk, quantity) -> None:
    revision = quantity.figures.first().revision
    text = revision.text.replace("Nobody saw more.", "A miller saw it.")
    taking_in.revise(revision.article, Snapshot(text), by=desk["editor"])
    page = as_("reviewer").get(revision.article.get_absolute_url()).content.decode()
    assert words_of(page, ".diff ins")[:2] == ["A miller", "it"]
    first = reverse("review:revision", args=[revision.article_id, 1])
    assert "Nobody saw more." in as_("reviewer").get(first).content.decode()
    missing = reverse("review:revision", args=[revision.article_id, 9])
    assert as_("reviewer").get(missing).status_code == 404


def test_the_page_of_an_incident_names_who_was_never_quoted(as_, desk, quantity) -> None:
    for name in ("Valley Guard", "Mill Owners"):
        speaker = naming.found_or_added(name, kind="organisation", by=desk["editor"])
        recording.add_party(quantity.incident, speaker, side=name[:1], by=desk["editor"])
    page = as_("reviewer").get(quantity.incident.get_absolute_url())
    silent = [present.party.speaker.name for present in page.context["page"].silent]
    assert silent == ["Mill Owners"]
    assert "Not asked, or not answered: Mill Owners" in text_of(page.content.decode())


def test_the_page_of_an_incident_tells_who_carries_whom(
    as_, desk, quantity, told, outlet_of
) -> None:
    told(quantity, "30 raiders died", "Mill Owners", outlet="The Weir")
    told(quantity, "30 raiders died", "Mill Owners", outlet="The Lock", day=5)
    first = Article.objects.get(outlet__name="The Weir")
    later = Article.objects.get(outlet__name="The Lock")
    later.agency = outlet_of("River Wire")
    later.save(update_fields=["agency"])
    figure = quantity.figures.get(revision__article=later)
    courier = naming.found_or_added("Courier", kind="organisation", by=desk["editor"])
    figure.attribution.links.update(position=1)
    figure.attribution.links.create(role="relay", position=0, speaker=courier)
    copy, _ = Copy.objects.get_or_create(
        article=later, original=first, defaults={"likeness": 0.9}
    )
    client, address = as_("reviewer"), quantity.incident.get_absolute_url()
    page = text_of(client.get(address).content.decode())
    assert "carries River Wire , Courier" in page
    assert "repeats The Weir" in page
    copying.refuse(copy, by=desk["reviewer"])
    assert "repeats The Weir" not in text_of(client.get(address).content.decode())


def test_a_body_is_quoted_through_those_who_speak_for_it(as_, desk, quantity) -> None:
    council = naming.add("Valley Council", kind="organisation", by=desk["editor"])
    guard = naming.named("Valley Guard")
    naming.add_role(guard, RoleHeld(council, "militia"), by=desk["editor"])
    recording.add_party(quantity.incident, council, side="A", by=desk["editor"])
    page = as_("reviewer").get(quantity.incident.get_absolute_url()).context["page"]
    assert [present.spokespersons for present in page.parties] == [("Valley Guard",)]
    assert not page.silent


def test_a_speaker_is_shown_against_its_own_words(as_, quantity) -> None:
    guard = naming.named("Valley Guard")
    page = text_of(as_("reviewer").get(guard.get_absolute_url()).content.decode())
    assert "Against their own words" in page
    assert "9 or more against 7 to 8, same speaker, same article." in page
    assert "Raid at the river mill" in page


def test_a_merged_speaker_leads_to_the_one_that_stands(as_, desk) -> None:
    one, other = SpeakerFactory(), SpeakerFactory()
    one.merged_into = other
    one.save(update_fields=["merged_into"])
    assert (
        as_("reviewer").get(one.get_absolute_url())["Location"] == other.get_absolute_url()
    )


def test_first_to_report_and_later_corrected_is_told_as_a_fact(as_, quantity, told) -> None:
    told(quantity, "12 raiders died", "Mill Owners", outlet="The Weir", day=2)
    told(quantity, "15 raiders died", "Mill Owners", outlet="The Lock", day=5)
    owners = naming.named("Mill Owners")
    page = text_of(as_("reviewer").get(owners.get_absolute_url()).content.decode())
    assert "First to give a figure" in page
    first = page.split("First to give a figure")[1].split("Raid at the river mill")[0]
    assert "12 raiders died , 2 Mar 2031" in first
    assert "later 15 raiders died , 5 Mar 2031" in first


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("articles", ArticleFactory),
        ("incidents", IncidentFactory),
        ("speakers", SpeakerFactory),
    ],
)
def test_a_list_costs_the_same_for_one_row_and_for_many(
    as_, queries_of, name, make
) -> None:
    client, address = as_("reviewer"), reverse(f"review:{name}")
    make()
    one = queries_of(lambda: client.get(address))
    make.create_batch(5)
    many = queries_of(lambda: client.get(address))
    assert len(one) == len(many), "\n".join(many)


@pytest.mark.parametrize("name", ["articles", "incidents", "speakers", "claims"])
def test_a_list_that_finds_nothing_says_so(as_, name) -> None:
    page = as_("reviewer").get(reverse(f"review:{name}"), {"q": "no such words"})
    assert 'class="empty"' in page.content.decode()


def test_the_page_of_an_incident_costs_the_same_for_few_figures_and_for_many(
    as_, quantity, told, queries_of
) -> None:
    client, address = as_("reviewer"), quantity.incident.get_absolute_url()
    told(quantity, "30 raiders died", "Mill Owners", outlet="The Weir")
    few = queries_of(lambda: client.get(address))
    for number in range(5):
        told(
            quantity, f"{40 + number} raiders died", f"Crew {number}", outlet=f"W {number}"
        )
    many = queries_of(lambda: client.get(address))
    assert len(few) == len(many), "\n".join(many)


def test_the_page_of_a_speaker_costs_the_same_for_few_figures_and_for_many(
    as_, quantity, told, queries_of
) -> None:
    guard = naming.named("Valley Guard")
    client, address = as_("reviewer"), guard.get_absolute_url()
    few = queries_of(lambda: client.get(address))
    for number in range(5):
        told(quantity, f"{40 + number} raiders died", "Valley Guard", outlet=f"W {number}")
    many = queries_of(lambda: client.get(address))
    assert len(few) == len(many), "\n".join(many)


def test_the_page_of_an_incident_tells_quotes_and_figures_in_their_order(
    as_, quantity, told
) -> None:
    told(quantity, "30 raiders died", "Mill Owners", outlet="The Weir", day=5)
    page = as_("reviewer").get(quantity.incident.get_absolute_url()).context["page"]
    assert [each.row.exact for each in page.told] == [
        "At least 9-10 raiders were killed",
        "They lost 7-8 people",
        "30 raiders died",
    ]
    assert {each.kind for each in page.told} == {"figure"}
