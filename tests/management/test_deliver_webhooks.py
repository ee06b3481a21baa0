from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
from django.core.management import CommandError, call_command

from claims.models import Delivery
from tests.factories import DeliveryFactory
from tests.services.receiving import hooked, rules_of
from tests.site import Site, served

pytestmark = pytest.mark.django_db


@pytest.fixture
def site() -> Iterator[Site]:
    with served() as site:
        site.put("/desk", "")
        yield site


def run(site: Site, **options: object) -> str:
    told = io.StringIO()
    call_command("deliver_webhooks", rules=rules_of(site), stdout=told, **options)
    return told.getvalue()


def test_everything_due_is_sent_at_one_go(site) -> None:
    for webhook in (hooked(site), hooked(site), hooked(site, "/broken")):
        DeliveryFactory.create_batch(3, webhook=webhook)
    assert run(site) == "6 delivered, 3 to be tried again, 0 given up.\n"
    assert len(site.asked) == 9
    assert run(site) == "0 delivered, 0 to be tried again, 0 given up.\n"


def test_it_goes_on_until_it_is_stopped(site, monkeypatch) -> None:
    monkeypatch.setattr(
        "claims.management.commands.deliver_webhooks.close_old_connections", lambda: None
    )
    webhook, rests = hooked(site), []

    def sleep(seconds: float) -> None:
        rests.append(seconds)
        if len(rests) == 4:
            raise KeyboardInterrupt
        if len(rests) % 2:
            DeliveryFactory(webhook=webhook)

    told = io.StringIO()
    with pytest.raises(CommandError, match=r"Interrupted\."):
        call_command(
            "deliver_webhooks",
            watch=True,
            every=0,
            rules=rules_of(site),
            sleep=sleep,
            stdout=told,
        )
    assert rests == [0.1] * 4
    assert told.getvalue() == "1 delivered, 0 to be tried again, 0 given up.\n" * 2
    assert Delivery.objects.waiting().count() == 0
