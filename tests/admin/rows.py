"""One row of each model in the admin, with what its pages show of others."""

from __future__ import annotations

from django.contrib.auth.models import Group
from django.utils import timezone

from claims.models import Change, Comment, Copy, Rating, Relation, Verdict
from claims.services import logging
from claims.services.logging import Line
from tests.factories import (
    ArticleFactory,
    ClaimFactory,
    CorrectionRequestFactory,
    DeliveryFactory,
    FigureFactory,
    IncidentFactory,
    LinkFactory,
    OutletFactory,
    QuantityFactory,
    QuoteFactory,
    RevisionFactory,
    SettlementFactory,
    SpeakerFactory,
    UserFactory,
    WebhookFactory,
)


def relation() -> Relation:
    a, b = FigureFactory(), FigureFactory()
    return Relation.objects.create(
        a=a, b=b, quantity=QuantityFactory(), kind="conflict", why="7 against 9."
    )


def change() -> Change:
    speaker = SpeakerFactory()
    logging.write(Line("speaker.added", speaker), by=UserFactory())
    return Change.objects.latest("pk")


def verdict() -> Verdict:
    return Verdict.objects.create(
        claim=ClaimFactory(claimant=SpeakerFactory(), incident=IncidentFactory()),
        number=1,
        rating=Rating.objects.first(),
        rationale="Two sources say so.",
        proposed_by=UserFactory(),
        proposed_at=timezone.now(),
    )


def quote() -> object:
    return QuoteFactory(attribution=LinkFactory().attribution)


def article() -> object:
    row = RevisionFactory(
        article=ArticleFactory(outlet=OutletFactory(family=OutletFactory()))
    )
    return row.article


def rating() -> Rating:
    step = Rating.objects.count() + 90
    return Rating.objects.create(name=f"Step {step}", value=step, meaning="A step.")


MAKE = {
    "article": article,
    "revision": RevisionFactory,
    "copy": lambda: Copy.objects.create(
        article=ArticleFactory(), original=ArticleFactory(), likeness=0.9
    ),
    "speaker": lambda: SpeakerFactory(merged_into=SpeakerFactory()),
    "outlet": lambda: OutletFactory(family=OutletFactory()),
    "incident": lambda: IncidentFactory(parent=IncidentFactory()),
    "quantity": lambda: QuantityFactory(assignee=UserFactory()),
    "relation": relation,
    "quote": quote,
    "figure": lambda: FigureFactory(accepted=True, quantity=QuantityFactory()),
    "settlement": SettlementFactory,
    "claim": lambda: verdict().claim,
    "verdict": verdict,
    "correctionrequest": CorrectionRequestFactory,
    "comment": lambda: Comment.objects.create(
        claim=ClaimFactory(), text="Seen.", written_by=UserFactory()
    ),
    "rating": rating,
    "change": change,
    "webhook": lambda: WebhookFactory(incident=IncidentFactory()),
    "delivery": DeliveryFactory,
    "user": lambda: UserFactory(role="editor"),
    "group": lambda: Group.objects.get(name="editor"),
}
