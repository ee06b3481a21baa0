"""Everything exported for an incident rebuilds it at an empty desk, byte for byte."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction

from claims.errors import Incomplete, Unreadable
from claims.exchange import dossier_reading, dossier_writing
from claims.models import (
    Article,
    Change,
    Claim,
    Comment,
    Copy,
    Dismissal,
    Figure,
    Incident,
    OutsideEstimate,
    OutsideVerdict,
    Quantity,
    Quote,
    Rating,
    Relation,
    Settlement,
    Speaker,
    User,
    Verdict,
)
from claims.queries import ledger
from claims.services import (
    annotating,
    assembling,
    attributing,
    borrowing,
    commenting,
    comparing,
    concluding,
    copying,
    filing,
    naming,
    recording,
    settling,
    taking_in,
)
from claims.services.attributing import Chain, Source
from claims.services.borrowing import GivenEstimate, GivenVerdict
from claims.services.concluding import Finding, Publication, Statement
from claims.services.filing import ScopeKey
from claims.services.recording import Happening
from claims.services.settling import Draft, SetAside
from claims.services.taking_in import Snapshot
from claims.services.values import Value
from tests.exchange.dossiers import small
from tests.exchange.test_dossier_writing import take_in
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

SEEDS = sorted((Path(__file__).parent.parent.parent / "seeds").glob("*.json"))


def text_of(incident: Incident) -> str:
    return json.dumps(dossier_writing.of(incident), ensure_ascii=False, indent=1)


def file_of(build: Callable[[], Incident]) -> str:
    """Return the export of a desk that is then as if it had never been."""
    with transaction.atomic():
        text = text_of(build())
        transaction.set_rollback(True)
    assert not Incident.objects.exists()
    return text


def rebuilt(text: str, by: User) -> Incident:
    dossier = dossier_reading.read(text.encode(), name="export.json")
    incident = assembling.assemble(dossier, by=by).incident
    return Incident.objects.get(pk=incident.pk)


def decided(content: Any) -> Incident:
    """Return an incident that people have worked on in every way that a file keeps."""
    editor = UserFactory(username="eva", role="editor")
    reviewer = UserFactory(username="rosa", role="reviewer")
    second = UserFactory(username="sam", role="reviewer")
    incident = take_in(content, editor)
    quantity = incident.quantities.order_by("-figure_count", "pk")[0]
    figures = list(quantity.figures.order_by("pk"))
    aside = {figures[-1].pk: SetAside("other", "Given by nobody who was there.")}
    low = min(figure.low for figure in figures)
    draft = Draft(
        "The desk prints this.",
        "Two sources, one of them heard directly.",
        low=low,
        high=low + 1000,
        set_aside=aside,
        publication=Publication("So many died.", Rating.objects.get(name="Disputed")),
    )
    returned = settling.propose(quantity, draft, by=reviewer)
    settling.return_(returned, by=second, comment="Name the sources.")
    settlement = settling.propose(quantity, draft, by=reviewer)
    settling.approve(settlement, by=second, comment="Agreed.")
    quote = Quote.objects.filter(revision__figures__quantity=quantity).distinct()[0]
    statement = Statement("They were many.", incident=incident)
    claim = concluding.add(statement, by=editor)
    concluding.appear(claim, quote, stance="denies", by=editor)
    finding = Finding(Rating.objects.order_by("value")[0], "Nobody says so.", "The log.")
    concluding.withdraw(concluding.propose(claim, finding, by=reviewer), by=reviewer)
    concluding.approve(concluding.propose(claim, finding, by=reviewer), by=second)
    conflict = Relation.objects.filter(
        quantity=quantity, a__quantity=quantity, b__quantity=quantity
    ).first()
    if conflict is not None:
        comparing.dismiss(conflict, reason="Two counts of one night.", by=reviewer)
    first = commenting.comment(quantity, "Ask the hospital.", by=reviewer)
    commenting.comment(quantity, "Asked on Monday.", by=editor, answers=first)
    commenting.comment(claim, "Seen elsewhere.", by=second)
    heard_of_others(quantity, claim, editor)
    return Incident.objects.get(pk=incident.pk)


def heard_of_others(quantity: Quantity, claim: Claim, editor: User) -> None:
    estimate = GivenEstimate(
        "The Record", "7", low=Decimal(9), best=Decimal("8.5"), sources="Two dailies"
    )
    borrowing.estimates(quantity, [estimate], by=editor)
    outside = GivenVerdict(
        claim.text, "The Bay Check", "Half of it", "https://bay.example/1", value=0.5
    )
    borrowing.verdict_on(claim, outside, by=editor)


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_a_seed_with_decisions_is_rebuilt_from_its_file(path):
    content = json.loads(path.read_text(encoding="utf-8"))
    text = file_of(lambda: decided(content))

    incident = rebuilt(text, UserFactory(role="editor"))

    assert text_of(incident) == text
    settlement = Settlement.objects.get(status="approved")
    assert settlement.rests_on.filter(treatment="set_aside").count() == 1
    assert Verdict.objects.filter(status="approved").count() == 2
    assert Settlement.objects.filter(status="returned").count() == 1
    assert Comment.objects.count() == 3
    assert OutsideEstimate.objects.get().is_out_of_order
    assert OutsideVerdict.objects.get().rating == "Half of it"


def test_the_same_export_twice_changes_nothing():
    text = file_of(lambda: decided(small()))
    editor = UserFactory(role="editor")
    rebuilt(text, editor)
    lines = Change.objects.count()

    again = json.loads(text)
    again["title"] += ", again"
    rebuilt(text, editor)
    rebuilt(json.dumps(again), editor)

    assert Change.objects.count() == lines + 1
    assert Settlement.objects.count() == 2
    assert Dismissal.objects.count() == 1


def test_whoever_decided_elsewhere_is_named_and_cannot_sign_in():
    text = file_of(lambda: decided(small()))
    here = UserFactory(username="rosa", role="reviewer")

    rebuilt(text, UserFactory(role="editor"))

    settlement = Settlement.objects.get(status="approved")
    assert settlement.proposed_by.username == "rosa@elsewhere"
    assert settlement.decided_by.username == "sam@elsewhere"
    assert settlement.proposed_by != here
    for person in (settlement.proposed_by, settlement.decided_by):
        assert (person.is_active, person.has_usable_password()) == (False, False)
        assert not person.groups.exists()
        assert not person.has_perm("claims.view_article")


def test_somebody_here_who_bears_the_name_of_a_stand_in_is_not_taken_for_it():
    text = file_of(lambda: decided(small()))
    UserFactory(username="rosa@elsewhere", role="reviewer")

    rebuilt(text, UserFactory(role="editor"))

    settlement = Settlement.objects.get(status="approved")
    assert settlement.proposed_by.username == "rosa@elsewhere@elsewhere"


def test_the_log_says_what_was_put_back_and_from_whom():
    text = file_of(lambda: decided(small()))

    incident = rebuilt(text, UserFactory(username="eva", role="editor"))

    said = [line.text for line in ledger.of_incident(incident, limit=200)]
    assert "put back the settlement “The desk prints this.”, approved by sam" in said


def test_decisions_do_not_replace_those_of_this_desk():
    text = file_of(lambda: decided(small()))
    editor = UserFactory(role="editor")
    take_in(small(), editor)
    quantity = Quantity.objects.order_by("-figure_count", "pk")[0]
    own = settling.propose(
        quantity,
        Draft("Ours.", "We counted.", low=9),
        by=UserFactory(role="reviewer"),
    )

    rebuilt(text, editor)

    assert list(Settlement.objects.filter(quantity=quantity)) == [own]


def test_what_the_base_of_the_format_cannot_say_is_rebuilt_too():
    text = file_of(worked_over)

    incident = rebuilt(text, UserFactory(role="editor"))

    assert text_of(incident) == text
    article = Article.objects.get(headline="Crane falls")
    assert (article.byline, article.published_precision) == ("Ada Byrne", "minute")
    assert [each.number for each in article.revisions.order_by("number")] == [1, 2]
    assert incident.parent.title == "A week of storms"
    speaker = Speaker.objects.get(name="Ilse Marten")
    assert (speaker.wikidata, speaker.note) == ("Q4242", "Not the painter.")
    assert speaker.roles.get().from_on == dt.date(2029, 1, 1)
    assert Quote.objects.filter(status="rejected").count() == 1
    assert Figure.objects.filter(kind="no_report", status="accepted").count() == 1
    assert Figure.objects.get(exact="12 dead").quantity is None
    assert Quantity.objects.filter(merged_into__isnull=False).count() == 1
    assert Copy.objects.get().status == "refused"


def worked_over() -> Incident:
    """Return an incident with everything that only the desk's part of a file says."""
    editor = UserFactory(username="eva", role="editor")
    reviewer = UserFactory(username="rosa", role="reviewer")
    incident = take_in(small(), editor)
    parent = recording.add(Happening("A week of storms", place="The coast"), by=editor)
    recording.amend(
        incident,
        version=incident.version,
        by=editor,
        parent=parent,
        happened_precision="month",
    )
    speaker = Speaker.objects.get(name="Ilse Marten")
    naming.amend(speaker, version=1, by=editor, wikidata="Q4242", note="Not the painter.")
    speaker.roles.update(from_on=dt.date(2029, 1, 1))
    article = Article.objects.get(headline="Crane falls")
    Article.objects.filter(pk=article.pk).update(
        byline="Ada Byrne",
        published_precision="minute",
        published_at=dt.datetime(2031, 3, 5, 7, 30, tzinfo=dt.UTC),
    )
    newer = article.revisions.get().text + "\n\nThe crane was 40 years old."
    taking_in.keep_revision(article, Snapshot(newer), by=editor)
    quote = Quote.objects.get(kind="indirect")
    annotating.reopen(quote, by=editor)
    annotating.reject(quote, by=editor)
    filing.unfile(Figure.objects.get(exact="12 dead"), by=editor)
    revision = Figure.objects.get(exact="the dead at 11").revision
    start = revision.text.index("on Friday")
    value = Value(
        measure="missing", hard=None, core=None, kind="no_report", population="people"
    )
    figure = annotating.mark_figure(
        revision,
        annotating.Span(start, start + 9),
        value=value,
        chain=Chain(origins=(Source(descriptor="a clerk", reason="afraid"),)),
        by=editor,
    )
    missing = filing.quantity(incident, ScopeKey("missing"), by=editor)
    filing.file(figure, missing, by=editor)
    spare = filing.quantity(incident, ScopeKey("missing", "sailors"), by=editor)
    filing.merge(spare, missing, by=reviewer, reason="One list.")
    Copy.objects.all().delete()
    copy = Copy.objects.create(article=revision.article, original=article, likeness=0.5)
    copying.refuse(copy, by=editor)
    return Incident.objects.get(pk=incident.pk)


def test_a_stale_settlement_stays_stale_for_the_same_reason():
    def build() -> Incident:
        incident = decided(small())
        editor = User.objects.get(username="eva")
        figure = Figure.objects.get(exact="Nine dock workers were killed")
        attributing.attribute(
            figure, Chain(origins=(Source(name="Ilse Marten"),)), by=editor
        )
        return incident

    text = file_of(build)
    incident = rebuilt(text, UserFactory(role="editor"))

    assert text_of(incident) == text
    settlement = Settlement.objects.get(status="approved")
    assert "was changed since the settlement weighed it" in settlement.stale_reason
    assert Dismissal.objects.count() == 1


def test_a_rating_that_this_desk_does_not_have_is_told_and_nothing_is_kept():
    text = file_of(lambda: decided(small()))
    Rating.objects.filter(name="Disputed").update(name="Contested")

    with pytest.raises(Incomplete, match="has no rating “Disputed”; a lead can add it"):
        rebuilt(text, UserFactory(role="editor"))

    assert not Incident.objects.exists()


def _spoil(path: str, value: Any) -> Callable[[Any], None]:
    def spoil(content: Any) -> None:
        *way, last = (int(each) if each.isdigit() else each for each in path.split("."))
        at = content
        for each in way:
            at = at[each]
        at[last] = value

    return spoil


@pytest.mark.parametrize(
    ("path", "value", "sentence"),
    [
        ("desk", [], "desk is not an object."),
        ("format", 3, "format is not 1 or 2."),
        ("desk.claims", None, "desk.claims is not a list."),
        ("desk.settlements.0.mode", "x", "desk.settlements[0].mode is not one of"),
        ("desk.settlements.0.low", -1, "desk.settlements[0].low is not a number or null."),
        ("desk.settlements.0.quantity", 9, "desk.settlements[0].quantity is 9, and there"),
        (
            "desk.settlements.0.figures.0.figure",
            ["a1", 7],
            "desk.settlements[0].figures[0].figure names no figure of this dossier.",
        ),
        ("desk.articles.a1.quotes", [], "desk.articles.a1.quotes tells of 0, not 2."),
        (
            "desk.articles.a1.figures.0.span",
            [0, 4],
            "desk.articles.a1.figures[0].span is of other words than exact.",
        ),
        (
            "desk.articles.a1.figures.0.value.high",
            1,
            "desk.articles.a1.figures[0].value.low is missing or above its high.",
        ),
        (
            "desk.articles.a1.quotes.0.cue",
            [0, 9000],
            "desk.articles.a1.quotes[0].cue ends after the text",
        ),
        (
            "desk.articles.a1.revisions",
            [],
            "desk.articles.a1.revisions has 0 places for the article’s text.",
        ),
        ("desk.articles", {}, "desk.articles.a1 is missing."),
        (
            "desk.claims.0.claimant",
            "Nobody Known",
            "desk.claims[0].claimant 'Nobody Known' is not in this dossier.",
        ),
        ("desk.remarks.0.claim", 0, "desk.remarks[0] is not on either a quantity or a"),
        ("desk.remarks.0.answers", 0, "desk.remarks[0].answers is no earlier remark."),
        ("desk.quantities.0.merged_into", 0, "desk.quantities[0] is merged into itself."),
        ("desk.remarks.0.at", "noon", "desk.remarks[0].at is not a moment such as"),
    ],
)
def test_what_is_wrong_with_the_desks_part_is_said_with_its_place(path, value, sentence):
    content = json.loads(file_of(lambda: decided(small())))
    _spoil(path, value)(content)

    with pytest.raises(Unreadable) as refusal:
        dossier_reading.read(json.dumps(content).encode(), name="export.json")

    assert f"export.json: {sentence}" in str(refusal.value)
