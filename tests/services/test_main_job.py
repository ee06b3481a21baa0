"""From a pasted text to an approved settlement, through the services alone."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from itertools import pairwise

import pytest

from claims.errors import AlreadyDecided, Forbidden, Incomplete, SamePerson
from claims.models import Change, Claim, Rating, Relation, Settlement
from claims.queries import evidence
from claims.services import (
    annotating,
    comparing,
    filing,
    naming,
    recording,
    settling,
    taking_in,
)
from claims.services.attributing import chain_of
from claims.services.concluding import Publication
from claims.services.filing import ScopeKey
from claims.services.settling import Draft, SetAside
from claims.services.taking_in import Snapshot
from claims.services.values import value_in
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

TEXT = (
    "At least 9-10 raiders were killed at the mill, according to the Valley Guard.\n\n"
    "“They lost 7-8 people,” the Valley Guard said."
)


@pytest.fixture
def desk():
    roles = ("editor", "reviewer", "lead")
    return {role: UserFactory(username=role, role=role) for role in roles}


@pytest.fixture
def quantity(desk):
    """Two filed figures of one speaker that cannot both be true."""
    editor = desk["editor"]
    outlet = naming.outlet("The Mill Post", by=editor)
    about = taking_in.Publication(
        outlet, "Raid at the mill", published_at=dt.datetime(2031, 3, 4, tzinfo=dt.UTC)
    )
    revision = taking_in.add(Snapshot(TEXT), about, by=editor).revision
    revision.figures.all().delete()
    incident = recording.add(recording.Happening("Raid at the river mill"), by=editor)
    row = filing.quantity(incident, ScopeKey("killed", "raiders"), by=editor)
    for words in ("At least 9-10 raiders were killed", "They lost 7-8 people"):
        start = TEXT.index(words)
        span = annotating.span_of(revision, start, start + len(words), words)
        figure = annotating.mark_figure(
            revision,
            span,
            value=value_in(words, measure="killed", population="raiders"),
            chain=chain_of(["Valley Guard"]),
            by=editor,
        )
        filing.file(figure, row, by=editor)
    row.refresh_from_db()
    return row


def draft(**changes) -> Draft:
    return Draft(
        wording="Between seven and ten raiders were killed, the Valley Guard said.",
        rationale="The Guard gave both numbers in one report.",
        low=Decimal(7),
        high=Decimal(10),
        **changes,
    )


def test_one_speaker_against_itself_is_found_and_explained(quantity) -> None:
    relation = Relation.objects.get()
    assert relation.kind == Relation.Kind.SELF_CONTRADICTION
    assert relation.why == "9 or more against 7 to 8, same speaker, same article."
    assert relation.severity == 36
    assert (quantity.severity, quantity.positions, quantity.conflicts) == (36, 2, 1)
    assert (quantity.reports, quantity.outlets, quantity.independent) == (1, 1, 1)


def test_comparing_again_finds_nothing_to_change(quantity) -> None:
    assert comparing.refresh(quantity).is_nothing


def test_another_person_approves_and_the_claim_is_public(quantity, desk) -> None:
    rating = Rating.objects.get(name="Disputed")
    claim = Publication("At least nine raiders were killed.", rating)
    settlement = settling.propose(quantity, draft(publication=claim), by=desk["reviewer"])
    with pytest.raises(SamePerson):
        settling.approve(settlement, by=desk["reviewer"])
    settling.approve(settlement, by=desk["lead"])
    assert settlement.status == Settlement.Status.APPROVED
    published = Claim.objects.published().get()
    assert published.verdicts.get().decided_by == desk["lead"]


def test_an_editor_cannot_approve(quantity, desk) -> None:
    settlement = settling.propose(quantity, draft(), by=desk["reviewer"])
    with pytest.raises(Forbidden, match="does not allow you to approve"):
        settling.approve(settlement, by=desk["editor"])


def test_a_settlement_without_rationale_is_refused_and_stores_nothing(
    quantity, desk
) -> None:
    with pytest.raises(Incomplete, match="rationale"):
        settling.propose(
            quantity, Draft(wording="x", rationale=" ", low=Decimal(7)), by=desk["lead"]
        )
    assert not Settlement.objects.exists()


def test_a_second_decision_is_told_that_it_came_too_late(quantity, desk) -> None:
    settlement = settling.propose(quantity, draft(), by=desk["reviewer"])
    slow = Settlement.objects.get(pk=settlement.pk)
    settling.approve(settlement, by=desk["lead"])
    with pytest.raises(AlreadyDecided):
        settling.return_(slow, by=desk["lead"], comment="Too late.")


def test_a_figure_outside_the_range_makes_the_settlement_stale(quantity, desk) -> None:
    settlement = settling.propose(quantity, draft(), by=desk["reviewer"])
    settling.approve(settlement, by=desk["lead"])
    revision = quantity.figures.first().revision
    about = taking_in.Publication(revision.article.outlet, "Later")
    later = taking_in.add(
        Snapshot("Thirty raiders died at the mill."), about, by=desk["editor"]
    ).revision
    words = "Thirty raiders died"
    figure = annotating.mark_figure(
        later,
        annotating.span_of(later, 0, len(words), words),
        value=value_in(words, measure="killed", population="raiders"),
        chain=chain_of(["Mill Owners"]),
        by=desk["editor"],
    )
    filing.file(figure, quantity, by=desk["editor"])
    settlement.refresh_from_db()
    assert settlement.is_stale
    assert settlement.stale_reason == "“Thirty raiders died” lies outside the range."


def test_a_figure_set_aside_needs_a_reason(quantity, desk) -> None:
    figure = quantity.figures.first()
    aside = {figure.pk: SetAside("")}
    with pytest.raises(Incomplete, match="reason"):
        settling.propose(quantity, draft(set_aside=aside), by=desk["reviewer"])


def test_a_dismissal_holds_until_a_figure_changes(quantity, desk) -> None:
    relation = Relation.objects.get()
    comparing.dismiss(relation, reason="The Guard corrected itself.", by=desk["reviewer"])
    comparing.refresh(quantity)
    assert Relation.objects.get().is_dismissed
    figure = evidence.of(quantity).rows[0]
    annotating.amend_value(
        figure,
        value_in("at least 12 raiders", measure="killed", population="raiders"),
        version=figure.version,
        by=desk["editor"],
    )
    assert not Relation.objects.get().is_dismissed


def test_every_act_left_a_line_and_the_lines_are_chained(quantity) -> None:
    lines = list(Change.objects.all())
    assert {line.act for line in lines} >= {"article.taken_in", "figure.filed"}
    for before, line in pairwise(lines):
        assert line.previous_hash == before.hash
        assert line.hash == line.computed_hash()
