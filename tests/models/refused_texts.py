"""Speakers, articles, chains and marks that the database must refuse."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.db.models import Model
from factory.django import DjangoModelFactory

from claims.models import (
    Alias,
    Copy,
    Role,
)
from tests.factories import (
    ArticleFactory,
    AttributionFactory,
    FigureFactory,
    LinkFactory,
    OutletFactory,
    QuoteFactory,
    RevisionFactory,
    SpeakerFactory,
)
from tests.models.building import ITSELF, Build, decided, second, unsaved

LATER = dt.date(2031, 3, 4)
EARLIER = dt.date(2031, 3, 3)


def speakers() -> Iterator[tuple[str, Build]]:
    yield "speaker_has_a_name", lambda: unsaved(SpeakerFactory, name="")
    yield (
        "speaker_is_not_merged_into_itself",
        lambda: unsaved(SpeakerFactory, pk=ITSELF, merged_into_id=ITSELF),
    )
    yield (
        "speaker_wikidata_id_is_q_and_digits",
        lambda: unsaved(SpeakerFactory, wikidata="42"),
    )
    yield (
        "speaker_wikidata_id_belongs_to_one_speaker",
        lambda: second(SpeakerFactory, wikidata="Q42"),
    )
    yield "alias_is_not_empty", lambda: Alias(speaker=SpeakerFactory(), name="")
    yield "alias_stands_once_for_one_speaker", _same_alias
    yield "role_is_in_another_than_its_holder", _role_in_itself
    yield (
        "role_does_not_end_before_it_begins",
        lambda: Role(
            speaker=SpeakerFactory(),
            organisation=SpeakerFactory(),
            title="harbour master",
            from_on=LATER,
            until_on=EARLIER,
        ),
    )
    yield "role_is_recorded_once", _same_role


def _same_alias() -> Model:
    speaker = SpeakerFactory()
    Alias.objects.create(speaker=speaker, name="The Harbour Office")
    return Alias(speaker=speaker, name="the harbour office")


def _role_in_itself() -> Model:
    speaker = SpeakerFactory()
    return Role(speaker=speaker, organisation=speaker, title="harbour master")


def _same_role() -> Model:
    of = {"speaker": SpeakerFactory(), "organisation": SpeakerFactory()}
    Role.objects.create(**of, title="Harbour master")
    return Role(**of, title="harbour master")


def articles() -> Iterator[tuple[str, Build]]:
    yield (
        "outlet_domain_belongs_to_one_outlet",
        lambda: second(OutletFactory, domain="gazette.example"),
    )
    yield (
        "outlet_is_not_its_own_family",
        lambda: unsaved(OutletFactory, pk=ITSELF, family_id=ITSELF),
    )
    yield "article_has_a_headline", lambda: unsaved(ArticleFactory, headline="")
    yield (
        "article_address_belongs_to_one_article",
        lambda: second(ArticleFactory, url="https://gazette.example/1"),
    )
    yield "revision_has_a_text", lambda: unsaved(RevisionFactory, text="")
    yield (
        "revision_is_named_by_a_whole_sha256",
        lambda: unsaved(RevisionFactory, sha256="a" * 63),
    )
    yield (
        "revision_number_is_given_once",
        lambda: unsaved(
            RevisionFactory, article=RevisionFactory(number=1).article, text="Another."
        ),
    )
    yield (
        "revision_text_is_kept_once",
        lambda: unsaved(RevisionFactory, article=RevisionFactory().article, number=2),
    )
    yield "copy_is_recorded_once_either_way_round", _same_copy
    yield "copy_is_of_another_article", _copy_of_itself
    yield "copy_likeness_is_a_share", lambda: _copy(likeness=1.5)
    yield (
        "copy_decided_exactly_when_not_suggested",
        lambda: _copy(likeness=0.9, status="confirmed"),
    )


def _copy(**columns: Any) -> Model:
    return Copy(article=ArticleFactory(), original=ArticleFactory(), **columns)


def _same_copy() -> Model:
    of = {"article": ArticleFactory(), "original": ArticleFactory()}
    Copy.objects.create(**of, likeness=0.9)
    return Copy(article=of["original"], original=of["article"], likeness=0.8)


def _copy_of_itself() -> Model:
    article = ArticleFactory()
    return Copy(article=article, original=article, likeness=1)


def attributions() -> Iterator[tuple[str, Build]]:
    yield (
        "attribution_first_hand_only_in_own_voice",
        lambda: unsaved(AttributionFactory, voice="named", is_first_hand=True),
    )
    yield "link_is_somebody", lambda: unsaved(LinkFactory, speaker=None)
    yield "link_names_a_speaker_once", _same_link
    yield (
        "link_mention_fills_its_span",
        lambda: unsaved(LinkFactory, mention="office", mention_start=4, mention_end=9),
    )
    yield (
        "link_mention_fills_its_span",
        lambda: unsaved(LinkFactory, mention="office", mention_start=4),
    )
    yield "link_mention_fills_its_span", lambda: unsaved(LinkFactory, mention="office")


def _same_link() -> Model:
    link = LinkFactory()
    return unsaved(
        LinkFactory, attribution=link.attribution, speaker=link.speaker, position=2
    )


def marks() -> Iterator[tuple[str, Build]]:
    """What quotes and figures have in common, once for each."""
    for row, factory in (("quote", QuoteFactory), ("figure", FigureFactory)):
        yield from _marks_of(row, factory)
    yield (
        "quote_cue_fills_its_span",
        lambda: unsaved(QuoteFactory, cue="said", cue_start=19, cue_end=24),
    )
    yield (
        "quote_of_one_kind_stands_once_on_a_span",
        lambda: second(QuoteFactory, revision=RevisionFactory()),
    )
    yield (
        "quote_does_not_continue_itself",
        lambda: unsaved(QuoteFactory, pk=ITSELF, continues_id=ITSELF),
    )


def _marks_of(row: str, factory: type[DjangoModelFactory]) -> Iterator[tuple[str, Build]]:
    yield (
        f"{row}_span_runs_forward",
        lambda: unsaved(factory, exact="", start=5, end=5),
    )
    yield (
        f"{row}_exact_fills_its_span",
        lambda: unsaved(factory, exact="harbour", start=4, end=10),
    )
    yield f"{row}_confidence_is_a_share", lambda: unsaved(factory, confidence=1.5)
    yield f"{row}_confidence_is_a_share", lambda: unsaved(factory, confidence=-0.5)
    yield (
        f"{row}_accepted_with_attribution",
        lambda: unsaved(factory, **decided("accepted")),
    )
    yield (
        f"{row}_decided_exactly_when_not_suggested",
        lambda: unsaved(factory, status="rejected"),
    )
    yield (
        f"{row}_decided_exactly_when_not_suggested",
        lambda: unsaved(factory, **decided("suggested")),
    )


REFUSED = [*speakers(), *articles(), *attributions(), *marks()]
