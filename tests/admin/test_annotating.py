"""The annotator without script: every act is a form that answers with a page."""

from __future__ import annotations

import pytest
from django.urls import reverse

from claims.models import Change, Figure, Incident, Quantity, Quote
from claims.services import annotating, attributing, filing
from claims.services.attributing import chain_of
from claims.services.filing import ScopeKey
from claims.services.values import value_in
from tests.factories import (
    FigureFactory,
    IncidentFactory,
    QuantityFactory,
    QuoteFactory,
    SpeakerFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

WORDS = "They lost 7-8 people"


def at(revision, words: str) -> dict[str, object]:
    start = revision.text.index(words)
    return {"start": start, "end": start + len(words), "exact": words}


def page(revision) -> str:
    return reverse("admin:claims_revision_annotate", args=[revision.pk])


def address(act: str, row: Quote | Figure) -> str:
    what = row._meta.model_name
    return reverse(f"admin:annotate_{act}", args=[row.revision_id, what, row.pk])


def mark_address(revision, what: str) -> str:
    return reverse("admin:annotate_mark", args=[revision.pk, what])


@pytest.fixture
def quote(revision, editor) -> Quote:
    """A suggestion of the direct quote, with its speaker."""
    row = QuoteFactory(revision=revision, exact=WORDS, confidence=0.95, rule="a rule")
    attributing.attribute(row, chain_of(["Valley Guard"]), by=editor)
    return row


@pytest.fixture
def figure(revision, editor) -> Figure:
    words = "At least 9-10 raiders were killed"
    span = annotating.span_of(revision, 0, len(words), words)
    return annotating.mark_figure(
        revision,
        span,
        value=value_in(words, measure="killed", population="raiders"),
        chain=chain_of(["Valley Guard"]),
        by=editor,
    )


def test_the_page_shows_the_text_and_a_card_for_each_mark(client, revision, quote) -> None:
    html = client.get(page(revision)).content.decode()
    assert "Raid at the mill" in html
    assert f'id="quote-{quote.pk}"' in html
    assert "Valley Guard" in html
    assert "Engine" not in html
    assert "Editor, 0.95, a rule" in html


def test_a_suggestion_is_accepted_and_the_page_returns_to_its_card(client, quote) -> None:
    response = client.post(address("accept", quote), {"version": quote.version})
    assert response.url.endswith(f"#quote-{quote.pk}")
    quote.refresh_from_db()
    assert quote.status == Quote.Status.ACCEPTED


def test_script_gets_the_workspace_alone(client, quote) -> None:
    response = client.post(
        address("reject", quote), {"version": quote.version}, headers={"HX-Request": "true"}
    )
    html = response.content.decode()
    assert response["HX-Retarget"] == "#workspace"
    assert "<html" not in html
    assert "will not be proposed again" in html


def test_a_decision_on_what_was_amended_meanwhile_is_refused(client, quote) -> None:
    response = client.post(
        address("accept", quote),
        {"version": quote.version - 1},
        headers={"HX-Request": "true"},
    )
    assert response.status_code == 409
    assert "Somebody else changed" in response.content.decode()
    quote.refresh_from_db()
    assert quote.is_suggested


def test_what_nobody_is_named_for_cannot_be_accepted(client, revision) -> None:
    row = QuoteFactory(revision=revision, exact="raiders")
    response = client.post(address("accept", row), follow=True)
    assert "Say who said" in response.content.decode()


def test_who_said_it_is_changed_and_accepted_at_once(client, quote) -> None:
    form = {"version": quote.version, "voice": "named", "then": "accept"}
    form |= {"said_by": ["Mill Owners", "Valley Guard", ""], "via": ["River Agency"]}
    client.post(address("speaker", quote), form)
    quote.refresh_from_db()
    assert quote.status == Quote.Status.ACCEPTED
    assert quote.attribution.names == "Mill Owners; Valley Guard"
    assert quote.attribution.via == "River Agency"


def test_an_unnamed_source_needs_its_description(client, quote) -> None:
    form = {"version": quote.version, "voice": "unnamed", "said_by": ["Valley Guard"]}
    response = client.post(address("speaker", quote), form)
    assert response.status_code == 422
    assert "Describe the source as it is printed." in response.content.decode()


def test_a_name_that_stood_there_keeps_its_mention(client, quote, revision, editor) -> None:
    mention = at(revision, "the Valley Guard said")
    client.post(
        mark_address(revision, "mention"),
        {**at(revision, "Valley Guard said"[:12]), "of": f"quote-{quote.pk}"}
        | {"role": "origin", "name": "Valley Guard"},
    )
    quote.refresh_from_db()
    link = quote.attribution.links.get()
    assert link.mention == "Valley Guard"
    form = {"version": quote.version, "voice": "named", "said_by": ["Valley Guard"]}
    client.post(address("speaker", quote), {**form, "via": ["River Agency"]})
    quote.refresh_from_db()
    assert quote.attribution.origins[0].mention_start == link.mention_start
    assert mention["start"] > 0


def test_an_amended_value_says_why_it_was_amended(client, figure) -> None:
    form = {"version": figure.version, "measure": "killed", "population": "raiders"}
    form |= {"kind": "range", "low": "9", "high": "10", "unit": "person"}
    form |= {"epistemic": "stated", "basis": "claim"}
    refused = client.post(address("value", figure), form)
    assert refused.status_code == 422
    client.post(address("value", figure), {**form, "why": "Printed as a range."})
    figure.refresh_from_db()
    assert (figure.kind, figure.low, figure.high) == ("range", 9, 10)
    assert (figure.core_low, figure.core_high) == (9, 10)
    assert Change.objects.about(figure).first().reason == "Printed as a range."


def test_the_side_of_a_figure_is_shown_and_amended(client, figure) -> None:
    form = {"version": figure.version, "measure": "killed", "population": "raiders"}
    form |= {"kind": "range", "low": "9", "high": "10", "unit": "person"}
    form |= {"epistemic": "stated", "basis": "claim", "why": "The lead says who attacked."}
    client.post(address("value", figure), form | {"whose": "Corvan"})
    figure.refresh_from_db()
    assert figure.side == "Corvan"
    assert 'value="Corvan"' in client.get(address("value", figure)).content.decode()


def test_a_value_turned_round_is_refused_and_what_was_typed_is_kept(client, figure) -> None:
    form = {"version": figure.version, "measure": "killed", "population": "raiders"}
    form |= {"kind": "range", "low": "12", "high": "10", "unit": "person", "why": "x"}
    form |= {"epistemic": "stated", "basis": "claim"}
    response = client.post(address("value", figure), form)
    assert response.status_code == 409
    html = response.content.decode()
    assert "The low value 12 is above the high value 10." in html
    assert 'value="12"' in html


def test_a_form_opened_before_anothers_save_shows_both_versions(client, figure) -> None:
    opened_on = figure.version
    other = UserFactory(role="editor")
    value = value_in("about 40 raiders", measure="killed", population="raiders")
    annotating.amend_value(figure, value, version=figure.version, by=other)
    form = {"version": opened_on, "measure": "killed", "population": "raiders"}
    form |= {"kind": "exact", "low": "11", "high": "11", "unit": "person"}
    form |= {"epistemic": "stated", "basis": "claim", "why": "Counted again."}
    response = client.post(address("value", figure), form)
    html = response.content.decode()
    assert response.status_code == 409
    assert "What you typed, and what is stored now." in html
    assert 'value="11"' in html
    assert f'name="version" value="{figure.version}"' in html
    client.post(address("value", figure), {**form, "version": figure.version})
    figure.refresh_from_db()
    assert figure.low == 11


def test_selected_words_become_a_quote(client, revision, editor) -> None:
    selected = at(revision, WORDS)
    form = client.get(mark_address(revision, "quote"), selected).content.decode()
    assert '<option value="direct" selected>' in form
    client.post(
        mark_address(revision, "quote"),
        {**selected, "given": "direct", "voice": "named", "said_by": ["Valley Guard"]},
    )
    row = Quote.objects.get()
    assert (row.exact, row.status, row.decided_by) == (WORDS, "accepted", editor)


def test_words_that_do_not_stand_there_are_refused(client, revision) -> None:
    selected = at(revision, WORDS) | {"exact": "They lost 70 people!"}
    response = client.post(
        mark_address(revision, "quote"),
        {**selected, "given": "direct", "voice": "own"},
        headers={"HX-Request": "true"},
    )
    assert response.status_code == 409
    assert "The words at characters" in response.content.decode()
    assert not Quote.objects.exists()


def test_selected_words_become_a_figure_filed_where_it_belongs(client, revision) -> None:
    incident = IncidentFactory(title="Raid at the river mill", happened_on="2031-03-03")
    quantity = QuantityFactory(incident=incident, measure="lost", population="people")
    selected = at(revision, WORDS)
    form = client.get(mark_address(revision, "figure"), selected).context["form"]
    typed = {name: form[name].value() for name in form.fields}
    sent = {name: value for name, value in typed.items() if value not in (None, False)}
    assert sent["under"] == str(quantity.pk)
    client.post(mark_address(revision, "figure"), sent)
    figure = Figure.objects.get()
    assert (figure.low, figure.high, figure.measure) == (7, 8, "lost")
    assert figure.quantity == quantity


def test_a_figure_inside_a_quote_speaks_with_its_voice(client, revision, quote) -> None:
    form = client.get(mark_address(revision, "figure"), at(revision, WORDS)).context["form"]
    typed = {name: form[name].value() for name in form.fields}
    sent = {name: value for name, value in typed.items() if value not in (None, False)}
    client.post(mark_address(revision, "figure"), {**sent, "under": "later"})
    assert Figure.objects.get().attribution_id == quote.attribution_id


def test_words_without_a_number_are_no_figure(client, revision) -> None:
    response = client.get(
        mark_address(revision, "figure"),
        at(revision, "the Valley Guard"),
        headers={"HX-Request": "true"},
    )
    assert response.status_code == 409
    assert "There is no number in" in response.content.decode()


def test_a_figure_is_filed_under_a_quantity_of_a_new_incident(client, figure) -> None:
    form = {"version": figure.version, "under": "new", "incident": "Raid at the mill"}
    form |= {"measure": "killed", "population": "raiders", "side": "B"}
    client.post(address("file", figure), form)
    figure.refresh_from_db()
    assert str(figure.quantity) == "raiders: killed"
    assert figure.quantity.side == "B"
    assert Incident.objects.get().title == "Raid at the mill"


def test_the_quantity_that_the_card_proposes_is_one_click_away(client, figure) -> None:
    incident = IncidentFactory(title="Raid at the river mill", happened_on="2031-03-03")
    quantity = QuantityFactory(incident=incident, population="raiders")
    html = client.get(page(figure.revision)).content.decode()
    assert "File under raiders: killed (Raid at the river mill)" in html
    client.post(
        reverse("admin:annotate_file_as_proposed", args=[figure.revision_id, figure.pk]),
        {"version": figure.version, "under": quantity.pk},
    )
    figure.refresh_from_db()
    assert figure.quantity == quantity


def test_a_filed_figure_moves_only_for_a_reason(client, figure, editor) -> None:
    first = filing.quantity(IncidentFactory(), ScopeKey("killed", "raiders"), by=editor)
    filing.file(figure, first, by=editor)
    other = QuantityFactory(incident=first.incident, population="raiders and guards")
    form = {"version": figure.version, "under": other.pk}
    assert client.post(address("file", figure), form).status_code == 422
    client.post(address("file", figure), {**form, "why": "It counts both sides."})
    figure.refresh_from_db()
    assert figure.quantity == other


def test_edges_are_moved_by_writing_the_words(client, quote) -> None:
    form = {"version": quote.version, "words": "lost 7-8 people"}
    client.post(address("edges", quote), form)
    quote.refresh_from_db()
    assert quote.exact == "lost 7-8 people"
    assert quote.revision.text[quote.start : quote.end] == quote.exact


def test_edges_cannot_leave_the_text(client, quote) -> None:
    form = {"version": quote.version, "words": "lost 9 people"}
    response = client.post(address("edges", quote), form)
    assert "The text does not have “lost 9 people”." in response.content.decode()


def test_a_decision_is_reopened_for_a_reason(client, figure) -> None:
    assert client.post(address("reopen", figure), {"version": 1}).status_code == 422
    client.post(
        address("reopen", figure), {"version": figure.version, "why_it": "Read again."}
    )
    figure.refresh_from_db()
    assert figure.is_suggested


def test_the_last_acts_are_undone_one_by_one(client, quote, revision) -> None:
    client.post(address("accept", quote))
    client.post(
        address("speaker", quote),
        {"version": Quote.objects.get().version, "voice": "own", "why": "A slip."},
    )
    undo = reverse("admin:annotate_undo", args=[revision.pk])
    client.post(undo)
    assert Quote.objects.get().attribution.names == "Valley Guard"
    assert Quote.objects.get().is_accepted
    client.post(undo)
    assert Quote.objects.get().is_suggested
    response = client.post(undo, follow=True)
    assert "There is nothing to undo." in response.content.decode()


def test_everything_sure_is_accepted_at_once(client, revision, quote) -> None:
    doubtful = QuoteFactory(revision=revision, exact="Two guards", confidence=0.4)
    client.post(reverse("admin:annotate_accept_sure", args=[revision.pk]))
    quote.refresh_from_db()
    doubtful.refresh_from_db()
    assert quote.is_accepted
    assert doubtful.is_suggested


def test_rejected_marks_are_shown_on_demand(client, revision, quote, editor) -> None:
    annotating.reject(quote, by=editor)
    assert "quote-card--rejected" not in client.get(page(revision)).content.decode()
    shown = client.get(page(revision), {"rejected": 1}).content.decode()
    assert "quote-card--rejected" in shown


@pytest.mark.parametrize(
    ("role", "page_status", "act_status"),
    [
        ("viewer", 200, 403),
        ("editor", 200, 302),
        ("reviewer", 200, 403),
        ("lead", 200, 302),
    ],
)
def test_who_may_read_and_who_may_decide(
    client, quote, role, page_status, act_status
) -> None:
    client.force_login(UserFactory(role=role))
    assert client.get(page(quote.revision)).status_code == page_status
    assert client.post(address("accept", quote)).status_code == act_status
    assert client.get(address("speaker", quote)).status_code in (200, act_status)


def test_one_without_a_role_sees_nothing(client, revision) -> None:
    client.force_login(UserFactory())
    assert client.get(page(revision)).status_code == 403


def test_a_mark_of_another_text_is_not_found(client, revision, quote) -> None:
    foreign = FigureFactory()
    where = reverse("admin:annotate_accept", args=[revision.pk, "figure", foreign.pk])
    assert client.post(where).status_code == 404
    assert client.get(address("value", quote)).status_code == 404


def test_the_page_costs_the_same_for_few_marks_and_for_many(
    client, revision, editor, queries_of
) -> None:
    def fill(words: str) -> None:
        span = annotating.span_of(revision, **at(revision, words))
        value = value_in("9 raiders", measure=words[:8], population="raiders")
        chain = chain_of([f"Guard of {words}"], via=[f"Agency of {words}"])
        annotating.mark_figure(revision, span, value=value, chain=chain, by=editor)
        annotating.mark_quote(revision, span, kind="direct", chain=chain, by=editor)

    incident = IncidentFactory(title="Raid at the mill", happened_on="2031-03-03")
    fill("raiders")
    Quantity.objects.create(incident=incident, measure="raiders", population="raiders")
    client.get(page(revision))
    few = queries_of(lambda: client.get(page(revision)))
    for words in ("Monday", "mill", "Valley", "Guard", "killed", "guards"):
        fill(words)
    many = queries_of(lambda: client.get(page(revision)))
    assert len(few) == len(many), "\n".join(many)


def found(client, revision, words: str, what: str = "quote"):
    where = reverse("admin:annotate_find", args=[revision.pk])
    return client.get(where, {"words": words, "what": what}, follow=True)


def test_typed_words_are_found_and_their_form_opened(client, revision) -> None:
    form = found(client, revision, WORDS).context["form"]
    assert form["start"].value() == str(revision.text.index(WORDS))


def test_words_that_stand_twice_are_to_be_chosen(client, revision) -> None:
    html = found(client, revision, "Valley Guard").content.decode()
    assert "2 places" in html
    assert "according to the <strong>Valley Guard</strong>" in html


def test_words_that_are_not_in_the_text_are_said_to_be_missing(client, revision) -> None:
    html = found(client, revision, "Nobody at all").content.decode()
    assert "The text does not have “Nobody at all”." in html


@pytest.mark.parametrize(
    ("low", "high", "core"),
    [
        ("11", "", (11, 20)),  # what is left of 9 to 20
        ("25", "", (25, None)),  # nothing is left: as the words allow
        ("7", "8", (7, 8)),
    ],
)
def test_the_core_follows_an_amended_value(client, figure, low, high, core) -> None:
    form = client.get(address("value", figure)).context["form"]
    typed = {name: form[name].value() for name in form.fields}
    sent = {name: value for name, value in typed.items() if value not in (None, False)}
    shown = {f"initial-{name}": sent[name] for name in ("core_low", "core_high")}
    changed = {"low": low, "high": high, "why": "Read again."}
    client.post(address("value", figure), sent | shown | changed)
    figure.refresh_from_db()
    assert (figure.core_low, figure.core_high) == core


@pytest.mark.parametrize("value", ["-1", "1" + "0" * 16, "many"])
def test_a_value_that_no_figure_can_have_is_refused(client, figure, value) -> None:
    form = {"version": figure.version, "measure": "killed", "low": value, "why": "x"}
    assert client.post(address("value", figure), form).status_code == 422


def test_a_quote_is_split_at_a_bar_and_joined_again(client, quote) -> None:
    form = {"version": quote.version, "words": "They lost | 7-8 people"}
    refused = client.post(address("split", quote), form | {"words": "They lost"})
    assert "Put one | where the second part begins." in refused.content.decode()
    changed = client.post(address("split", quote), form | {"words": "We lost |7-8 people"})
    assert "Only the bar may be added" in changed.content.decode()
    client.post(address("split", quote), form | {"words": "They lost |7-8 people"})
    quote.refresh_from_db()
    second = Quote.objects.exclude(pk=quote.pk).get()
    assert (quote.exact, second.exact) == ("They lost", "7-8 people")
    client.post(address("join", quote), {"version": quote.version, "with_": second.pk})
    quote.refresh_from_db()
    assert quote.exact == WORDS


def test_figures_are_neither_split_nor_joined(client, figure) -> None:
    assert client.get(address("split", figure)).status_code == 404
    assert client.get(address("join", figure)).status_code == 404


def test_selected_words_are_named_as_what_attributes_a_quote(
    client, revision, quote
) -> None:
    form = {**at(revision, "said"), "of": f"quote-{quote.pk}", "role": "cue"}
    client.post(mark_address(revision, "mention"), form)
    quote.refresh_from_db()
    assert quote.cue == "said"
    assert revision.text[quote.cue_start : quote.cue_end] == "said"
    assert "is-cue" in client.get(page(revision)).content.decode()
    client.post(reverse("admin:annotate_undo", args=[revision.pk]))
    quote.refresh_from_db()
    assert (quote.cue, quote.cue_start) == ("", None)


def test_a_figure_has_no_words_that_attribute_it(client, revision, figure) -> None:
    form = {**at(revision, "said"), "of": f"figure-{figure.pk}", "role": "cue"}
    response = client.post(mark_address(revision, "mention"), form)
    assert "Only quotes have words" in response.content.decode()


def test_a_speaker_without_a_name_is_asked_for_it(client, revision, quote) -> None:
    form = {**at(revision, "said"), "of": f"quote-{quote.pk}", "role": "origin", "name": ""}
    response = client.post(mark_address(revision, "mention"), form)
    assert "Give the name of the speaker." in response.content.decode()


def test_a_quote_is_said_to_be_given_otherwise(client, quote) -> None:
    client.post(address("kind", quote), {"version": quote.version, "given": "mixed"})
    quote.refresh_from_db()
    assert quote.kind == Quote.Kind.MIXED


def test_an_unnamed_source_keeps_its_words_its_reason_and_its_way(client, quote) -> None:
    form = {"version": quote.version, "voice": "unnamed", "descriptor": "an official"}
    form |= {"reason": "the inquiry is not closed", "via": ["River Agency"]}
    client.post(address("speaker", quote), form)
    quote.refresh_from_db()
    assert quote.attribution.names == "an official"
    html = client.get(page(quote.revision)).content.decode()
    assert "the inquiry is not closed" in html
    assert "through River Agency" in html
    shown = client.get(address("speaker", quote)).context["form"]
    assert shown["descriptor"].value() == "an official"


def test_the_outlets_own_voice_may_be_first_hand(client, quote) -> None:
    form = {"version": quote.version, "voice": "own", "is_first_hand": "on"}
    client.post(address("speaker", quote), form)
    quote.refresh_from_db()
    assert quote.attribution.is_first_hand


def test_a_namesake_is_told_apart_by_its_number(client, quote) -> None:
    SpeakerFactory(name="Fara Dashti")
    twin = SpeakerFactory(name="Fara Dashti")
    form = {"version": quote.version, "voice": "named"}
    client.post(
        address("speaker", quote), {**form, "said_by": [f"Fara Dashti (#{twin.pk})"]}
    )
    quote.refresh_from_db()
    assert quote.attribution.origins[0].speaker == twin


def test_selected_words_are_named_as_who_passed_it_on(client, revision, quote) -> None:
    form = {**at(revision, "Valley Guard"), "of": f"quote-{quote.pk}", "role": "relay"}
    client.post(mark_address(revision, "mention"), form | {"name": "River Agency"})
    quote.refresh_from_db()
    assert quote.attribution.names == "Valley Guard"
    assert quote.attribution.via == "River Agency"


def test_a_new_quantity_needs_a_measure_and_an_incident(client, figure) -> None:
    form = {"version": figure.version, "under": "new", "population": "raiders"}
    nameless = client.post(address("file", figure), {**form, "measure": "killed"})
    assert "Name the incident of the new quantity." in nameless.content.decode()
    uncounted = client.post(address("file", figure), {**form, "incident": "A raid"})
    assert "Say what the new quantity counts." in uncounted.content.decode()
    assert not Incident.objects.exists()


def test_a_new_quantity_of_an_incident_that_is_here_is_filed_there(client, figure) -> None:
    incident = IncidentFactory(title="Fire at the rope walk")
    form = {"version": figure.version, "under": "new", "measure": "killed"}
    client.post(
        address("file", figure), {**form, "incident": f"{incident} (#{incident.pk})"}
    )
    figure.refresh_from_db()
    assert figure.quantity.incident == incident


def test_words_are_selected_before_they_are_marked(client, revision) -> None:
    response = client.get(mark_address(revision, "quote"), follow=True)
    assert "Select the words first." in response.content.decode()


def test_a_new_quantity_is_in_sight_when_it_is_what_would_be_filed_under(
    client, figure
) -> None:
    opened = client.get(address("file", figure)).context["groups"]
    assert [group.is_open for group in opened if group.heading == "A new quantity"] == [
        True
    ]
    incident = IncidentFactory(title="Raid at the river mill", happened_on="2031-03-03")
    QuantityFactory(incident=incident, population="raiders")
    opened = client.get(address("file", figure)).context["groups"]
    assert [group.heading for group in opened] == ["Where it belongs", "A new quantity"]
    assert [group.is_open for group in opened] == [True, False]
