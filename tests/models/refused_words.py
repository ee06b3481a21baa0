"""A word that nobody knows, in each column that holds one of a list."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Model
from django.utils import timezone

from claims.models import Appearance, Copy, Rating, Relation, Reliance, Verdict
from tests.factories import (
    ArticleFactory,
    AttributionFactory,
    ClaimFactory,
    FigureFactory,
    IncidentFactory,
    LinkFactory,
    OutletFactory,
    QuantityFactory,
    QuoteFactory,
    SettlementFactory,
    SpeakerFactory,
    TrayItemFactory,
    UserFactory,
)
from tests.models.building import Build, decided, unsaved

NO_WORD = "nonsense"
COLUMNS = [
    (ArticleFactory, "published_precision"),
    (AttributionFactory, "voice"),
    (FigureFactory, "basis"),
    (FigureFactory, "epistemic"),
    (FigureFactory, "found_by"),
    (FigureFactory, "kind"),
    (FigureFactory, "locus"),
    (IncidentFactory, "happened_precision"),
    (LinkFactory, "role"),
    (OutletFactory, "kind"),
    (QuantityFactory, "population_status"),
    (QuoteFactory, "found_by"),
    (QuoteFactory, "kind"),
    (SettlementFactory, "mode"),
    (SpeakerFactory, "kind"),
    (TrayItemFactory, "published_precision"),
    (TrayItemFactory, "status"),
]


def words() -> Iterator[tuple[str, Build]]:
    for factory, column in COLUMNS:
        row = factory._meta.model._meta.model_name
        yield (
            _name(row, column),
            lambda factory=factory, column=column: unsaved(factory, **{column: NO_WORD}),
        )
    for factory in (FigureFactory, QuoteFactory, SettlementFactory):
        row = factory._meta.model._meta.model_name
        yield (
            _name(row, "status"),
            lambda factory=factory: unsaved(factory, **decided(NO_WORD)),
        )
    yield _name("appearance", "stance"), _appearance
    yield _name("copy", "status"), _copy
    yield _name("relation", "kind"), _relation
    yield _name("reliance", "reason"), _reliance
    yield _name("verdict", "status"), _verdict


def _name(row: str, column: str) -> str:
    return f"{row}_{column}_is_a_known_word"


def _appearance() -> Model:
    return Appearance(claim=ClaimFactory(), quote=QuoteFactory(), stance=NO_WORD)


def _copy() -> Model:
    pair = {"article": ArticleFactory(), "original": ArticleFactory()}
    return Copy(**pair, likeness=0.9, **decided(NO_WORD))


def _relation() -> Model:
    a, b = FigureFactory(), FigureFactory()
    return Relation(a=a, b=b, quantity=QuantityFactory(), kind=NO_WORD, why="It is so.")


def _reliance() -> Model:
    of = {"settlement": SettlementFactory(), "figure": FigureFactory()}
    return Reliance(**of, treatment="set_aside", reason=NO_WORD)


def _verdict() -> Model:
    return Verdict(
        claim=ClaimFactory(),
        rating=Rating.objects.first(),
        number=1,
        rationale="Counted twice.",
        proposed_by=UserFactory(),
        proposed_at=timezone.now(),
        **decided(NO_WORD),
    )
