from __future__ import annotations

import pytest
from django.core import serializers
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from claims import models
from claims.errors import AlreadyDecided, Forbidden, Incomplete
from claims.models import Quantity, Speaker
from claims.services import merging
from tests.factories import (
    AttributionFactory,
    FigureFactory,
    LinkFactory,
    OutletFactory,
    QuantityFactory,
    RevisionFactory,
    SpeakerFactory,
    UserFactory,
)

KEPT = (
    models.Speaker,
    models.Alias,
    models.Role,
    models.Link,
    models.Attribution,
    models.Figure,
    models.Relation,
    models.Party,
)


def everything() -> str:
    rows = [row for model in KEPT for row in model.objects.order_by("pk")]
    return serializers.serialize("json", rows)


def a_filed_figure(speaker: Speaker, quantity: Quantity, **values: object):
    revision = RevisionFactory()
    attribution = AttributionFactory(revision=revision, voice="named")
    LinkFactory(attribution=attribution, speaker=speaker)
    return FigureFactory(
        revision=revision,
        accepted=True,
        attribution=attribution,
        quantity=quantity,
        **values,
    )


class MergingAndUnmerging(TestCase):
    @given(
        names=st.lists(st.sampled_from("ABCD"), min_size=2, max_size=5),
        pair=st.tuples(st.integers(0, 4), st.integers(0, 4)),
    )
    def test_restores_every_row(self, names: list[str], pair: tuple[int, int]) -> None:
        lead = UserFactory(role="lead")
        quantity = QuantityFactory()
        speakers = [SpeakerFactory(name=name) for name in names]
        for speaker in speakers:
            models.Alias.objects.create(speaker=speaker, name=f"{speaker.name} the Elder")
            a_filed_figure(speaker, quantity)
        one, two = (speakers[at % len(speakers)] for at in pair)
        if one == two:
            return
        merging.merge(one, two, by=lead, reason="To start from compared figures.")
        merging.unmerge(one, by=lead, reason="To start from compared figures.")
        before = everything()
        merging.merge(one, two, by=lead, reason="The same person.")
        assert everything() != before
        merging.unmerge(one, by=lead, reason="Not the same person.")
        assert everything() == before


@pytest.fixture
def lead():
    return UserFactory(role="lead")


@pytest.mark.django_db
def test_two_speakers_in_conflict_become_one_that_contradicts_itself(lead) -> None:
    quantity = QuantityFactory()
    one, two = SpeakerFactory(name="Ines Vale"), SpeakerFactory(name="I. Vale")
    exact = {"kind": "exact", "core_high": 5}
    a_filed_figure(one, quantity, low=5, high=5, core_low=5, **exact)
    exact["core_high"] = 9
    a_filed_figure(two, quantity, low=9, high=9, core_low=9, **exact)
    merging.merge(two, one, by=lead, reason="One person under two spellings.")
    assert models.Relation.objects.get().kind == "self_contradiction"
    merging.unmerge(two, by=lead, reason="Two cousins after all.")
    assert models.Relation.objects.get().kind == "conflict"


@pytest.mark.django_db
def test_a_loop_of_merges_is_refused(lead) -> None:
    one, two = SpeakerFactory(), SpeakerFactory()
    merging.merge(one, two, by=lead, reason="Same.")
    with pytest.raises(Incomplete, match="already"):
        merging.merge(two, one, by=lead, reason="Same.")


@pytest.mark.django_db
@pytest.mark.parametrize("reason", ["", "  "])
def test_a_merge_needs_a_reason(lead, reason: str) -> None:
    with pytest.raises(Incomplete, match="why"):
        merging.merge(SpeakerFactory(), SpeakerFactory(), by=lead, reason=reason)


@pytest.mark.django_db
def test_an_outlet_is_not_merged_away(lead) -> None:
    with pytest.raises(Incomplete, match="outlet"):
        merging.merge(OutletFactory().speaker, SpeakerFactory(), by=lead, reason="Same.")


@pytest.mark.django_db
def test_what_is_not_merged_cannot_be_unmerged(lead) -> None:
    with pytest.raises(AlreadyDecided):
        merging.unmerge(SpeakerFactory(), by=lead, reason="Wrong.")


@pytest.mark.django_db
def test_an_editor_does_not_merge() -> None:
    with pytest.raises(Forbidden):
        merging.merge(
            SpeakerFactory(),
            SpeakerFactory(),
            by=UserFactory(role="editor"),
            reason="Same.",
        )
