"""Every operation of the contract, with whatever a caller may think of.

A few calls of each; with WHOLE_CONTRACT=1 also every case that the bounds and types of
the contract suggest, which are 15,000 and take minutes.
"""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections, transaction
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from claims.api.throttling import PerCaller
from claims.services import issuing
from claims.services.issuing import Wish
from tests.exchange.dossiers import small
from tests.exchange.test_dossier_writing import take_in
from tests.factories import UserFactory

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]


CONTRACT = Path(__file__).parent.parent / "golden" / "openapi.yaml"

schema = schemathesis.openapi.from_path(CONTRACT)
schema.app = get_wsgi_application()
schema.config.phases.coverage.enabled = "WHOLE_CONTRACT" in os.environ


@pytest.fixture
def connection_kept():
    """Leave the connection open between requests: the test's rows are seen on it only."""
    ends = (request_started, request_finished)
    for end in ends:
        end.disconnect(close_old_connections)
    yield
    for end in ends:
        end.connect(close_old_connections)


@pytest.fixture
def no_network(monkeypatch):
    """Let no name lead anywhere: a made-up address may be somebody's."""

    def nowhere(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "no network in tests")

    monkeypatch.setattr(socket, "getaddrinfo", nowhere)


@pytest.fixture(scope="module")
def secret(django_db_setup, django_db_blocker):
    """Return a token for everything a token may do, at a desk with an incident.

    All operations find the same desk: what each does is undone after it.
    """
    with django_db_blocker.unblock(), transaction.atomic():
        lead = UserFactory(role="lead")
        take_in(small(), lead)
        wish = Wish("whatever", frozenset(issuing.SCOPES))
        yield issuing.issue(lead, wish, by=lead).secret
        transaction.set_rollback(True)


@pytest.fixture
def headers(secret, monkeypatch, db, connection_kept, no_network):
    """Return what says whose token it is, with as many calls as there are."""
    monkeypatch.setattr(PerCaller, "THROTTLE_RATES", {"caller": "1000000/min"})
    return {"Authorization": f"Bearer {secret}"}


@schema.parametrize()
@settings(
    max_examples=6,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
def test_every_answer_is_one_that_the_contract_names(case, headers):
    case.call_and_validate(headers=headers, checks=CHECKS)
