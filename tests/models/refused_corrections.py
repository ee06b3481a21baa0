"""Correction requests that the database must refuse."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import Model

from tests.factories import CorrectionRequestFactory
from tests.models.building import Build, unsaved

DAY = dt.date(2031, 3, 6)
BEFORE = dt.date(2031, 3, 5)


def _request(**columns: Any) -> Model:
    return unsaved(CorrectionRequestFactory, asked_on=DAY, **columns)


REFUSED: list[tuple[str, Build]] = [
    ("correctionrequest_says_who_was_asked", lambda: _request(contacted="")),
    ("correctionrequest_channel_is_a_known_word", lambda: _request(channel="smoke")),
    (
        "correctionrequest_outcome_is_a_known_word",
        lambda: _request(outcome="shrugged", concluded_on=DAY),
    ),
    (
        "correctionrequest_concluded_exactly_when_not_open",
        lambda: _request(outcome="refused"),
    ),
    (
        "correctionrequest_concluded_exactly_when_not_open",
        lambda: _request(outcome="asked", concluded_on=DAY),
    ),
    (
        "correctionrequest_is_concluded_after_it_was_made",
        lambda: _request(outcome="refused", concluded_on=BEFORE),
    ),
]
