"""The smallest valid rows."""

from __future__ import annotations

import datetime as dt
import hashlib
import uuid

import factory
from django.contrib.auth.models import Group
from django.utils import timezone
from factory.django import DjangoModelFactory

from claims import models
from claims.services import subscribing

TEXT = "The harbour office said: “At least 9-10 people were killed.” It gave no names."
PASSWORD = "a long enough password"


class UserFactory(DjangoModelFactory):
    class Meta:
        model = models.User
        skip_postgeneration_save = True

    username = factory.Sequence(lambda n: f"person-{n}")
    password = factory.django.Password(PASSWORD)
    is_staff = True

    @factory.post_generation
    def role(self, create, name):
        """Give the role's group: ``UserFactory(role="editor")``."""
        if create and name:
            self.groups.add(Group.objects.get(name=name))


class SpeakerFactory(DjangoModelFactory):
    class Meta:
        model = models.Speaker

    name = factory.Sequence(lambda n: f"Speaker {n}")


class OutletFactory(DjangoModelFactory):
    class Meta:
        model = models.Outlet

    name = factory.Sequence(lambda n: f"The {n} Gazette")
    speaker = factory.SubFactory(
        SpeakerFactory, name=factory.SelfAttribute("..name"), kind="outlet"
    )


class ArticleFactory(DjangoModelFactory):
    class Meta:
        model = models.Article

    outlet = factory.SubFactory(OutletFactory)
    headline = factory.Sequence(lambda n: f"Headline {n}")
    published_at = dt.datetime(2031, 3, 4, 9, 0, tzinfo=dt.UTC)


class RevisionFactory(DjangoModelFactory):
    class Meta:
        model = models.Revision

    article = factory.SubFactory(ArticleFactory)
    number = 1
    text = TEXT
    sha256 = factory.LazyAttribute(
        lambda row: hashlib.sha256(row.text.encode("utf-8")).hexdigest()
    )
    retrieved_at = factory.LazyFunction(timezone.now)


class TrayItemFactory(DjangoModelFactory):
    class Meta:
        model = models.TrayItem

    owner = factory.SubFactory(UserFactory)
    place = factory.Sequence(lambda n: f"report-{n}.html")
    text = TEXT
    sha256 = factory.LazyAttribute(
        lambda row: hashlib.sha256(row.text.encode("utf-8")).hexdigest()
    )
    outlet = "The Mill Post"
    headline = factory.Sequence(lambda n: f"Headline {n}")


class AttributionFactory(DjangoModelFactory):
    class Meta:
        model = models.Attribution

    revision = factory.SubFactory(RevisionFactory)
    voice = "own"


class LinkFactory(DjangoModelFactory):
    class Meta:
        model = models.Link

    attribution = factory.SubFactory(AttributionFactory, voice="named")
    position = 1
    speaker = factory.SubFactory(SpeakerFactory)


class _AnchoredFactory(DjangoModelFactory):
    class Meta:
        abstract = True

    revision = factory.SubFactory(RevisionFactory)
    start = factory.LazyAttribute(lambda row: row.revision.text.index(row.exact))
    end = factory.LazyAttribute(lambda row: row.start + len(row.exact))

    class Params:
        accepted = factory.Trait(
            status="accepted",
            attribution=factory.SubFactory(
                AttributionFactory, revision=factory.SelfAttribute("..revision")
            ),
            decided_by=factory.SubFactory(UserFactory),
            decided_at=factory.LazyFunction(timezone.now),
        )


class QuoteFactory(_AnchoredFactory):
    class Meta:
        model = models.Quote

    kind = "direct"
    exact = "At least 9-10 people were killed."


class IncidentFactory(DjangoModelFactory):
    class Meta:
        model = models.Incident

    slug = factory.Sequence(lambda n: f"incident-{n}")
    title = factory.Sequence(lambda n: f"Incident {n}")
    happened_on = dt.date(2031, 3, 3)


class QuantityFactory(DjangoModelFactory):
    class Meta:
        model = models.Quantity

    incident = factory.SubFactory(IncidentFactory)
    measure = "killed"
    population = factory.Sequence(lambda n: f"dock workers {n}")


class FigureFactory(_AnchoredFactory):
    class Meta:
        model = models.Figure

    exact = "At least 9-10 people"
    measure = "killed"
    population = "people"
    kind = "at_least"
    hedge = "At least"
    printed_low = 9
    printed_high = 10
    low = 9
    high = None
    core_low = 9
    core_high = 20


class SettlementFactory(DjangoModelFactory):
    class Meta:
        model = models.Settlement

    quantity = factory.SubFactory(QuantityFactory)
    number = 1
    low = 7
    high = 10
    wording = "Between seven and ten people were killed, the harbour office said."
    rationale = "The office gave both figures on one day."
    proposed_by = factory.SubFactory(UserFactory)
    proposed_at = factory.LazyFunction(timezone.now)


class RelianceFactory(DjangoModelFactory):
    class Meta:
        model = models.Reliance

    settlement = factory.SubFactory(SettlementFactory)
    figure = factory.SubFactory(FigureFactory, accepted=True)
    treatment = "relied_on"


class ClaimFactory(DjangoModelFactory):
    class Meta:
        model = models.Claim

    slug = factory.Sequence(lambda n: f"claim-{n}")
    text = "Nine or ten people were killed in the harbour."


class TokenFactory(DjangoModelFactory):
    class Meta:
        model = models.Token

    owner = factory.SubFactory(UserFactory)
    name = "for the tests"
    beginning = "desk_0000"
    digest = factory.Sequence(lambda n: hashlib.sha256(str(n).encode()).hexdigest())
    issued_at = factory.LazyFunction(timezone.now)
    expires_at = factory.LazyAttribute(lambda row: row.issued_at + dt.timedelta(days=1))


class AnswerFactory(DjangoModelFactory):
    class Meta:
        model = models.Answer

    owner = factory.SubFactory(UserFactory)
    key = "nightly-7"
    fingerprint = "0" * 64
    status = 200
    body = "{}"
    answered_at = factory.LazyFunction(timezone.now)


class WebhookFactory(DjangoModelFactory):
    class Meta:
        model = models.Webhook

    name = factory.Sequence(lambda n: f"webhook {n}")
    url = "https://hooks.example/desk"
    on_settlement_approved = True
    seed = factory.Sequence(lambda n: f"seed-{n}")
    digest = factory.LazyAttribute(lambda row: subscribing.digest_of(row.seed))
    owner = factory.SubFactory(UserFactory)


class DeliveryFactory(DjangoModelFactory):
    class Meta:
        model = models.Delivery

    webhook = factory.SubFactory(WebhookFactory)
    message = factory.LazyFunction(uuid.uuid4)
    event = "settlement.approved"
    body = '{"event":"settlement.approved"}'
    next_attempt_at = factory.LazyFunction(timezone.now)

    class Params:
        delivered = factory.Trait(
            status="delivered",
            attempts=1,
            attempted_at=factory.LazyFunction(timezone.now),
            next_attempt_at=None,
            http_status=200,
        )
        failed = factory.Trait(
            status="failed",
            attempts=8,
            attempted_at=factory.LazyFunction(timezone.now),
            next_attempt_at=None,
            error="It answered with 500.",
        )


class OutsideVerdictFactory(DjangoModelFactory):
    class Meta:
        model = models.OutsideVerdict

    claim = factory.SubFactory(ClaimFactory)
    publisher = "The Bay Check"
    rating = "Half of it"
    url = factory.Sequence(lambda n: f"https://bay-check.example/{n}")
    taken_in_by = factory.SubFactory(UserFactory)


class OutsideEstimateFactory(DjangoModelFactory):
    class Meta:
        model = models.OutsideEstimate

    quantity = factory.SubFactory(QuantityFactory)
    recorder = "The Harbour Record"
    event = factory.Sequence(str)
    low = 9
    best = 11
    high = 12
    taken_in_by = factory.SubFactory(UserFactory)


class CorrectionRequestFactory(DjangoModelFactory):
    class Meta:
        model = models.CorrectionRequest

    figure = factory.SubFactory(FigureFactory)
    contacted = "The news desk"
    asked_on = dt.date(2031, 3, 6)
    recorded_by = factory.SubFactory(UserFactory)
