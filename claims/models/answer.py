"""What a call of the API was answered, kept in case the caller asks again."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Length

from claims.models.token import Token


class AnswerQuerySet(models.QuerySet["Answer"]):
    def run_out(self, *, at: dt.datetime) -> AnswerQuerySet:
        """Those that nobody will be given again."""
        return self.filter(answered_at__lt=at - Answer.LASTS)


class Answer(models.Model):
    """The answer to an act that was sent with an idempotency key.

    The key is the caller's own: two people, or two tokens of one, may use the same.
    """

    LASTS: ClassVar = dt.timedelta(hours=24)

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    token = models.ForeignKey(
        Token, models.CASCADE, null=True, blank=True, related_name="+"
    )
    key = models.CharField(max_length=255)
    fingerprint = models.CharField(
        max_length=64, help_text="The sha256 of method, address and body."
    )
    status = models.PositiveSmallIntegerField()
    headers = models.JSONField(default=dict, blank=True)
    body = models.TextField(blank=True)
    answered_at = models.DateTimeField()

    objects = AnswerQuerySet.as_manager()

    class Meta:
        ordering = ("-answered_at", "-pk")
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="answer_is_kept_once_for_a_person",
                fields=["owner", "key"],
                condition=Q(token__isnull=True),
            ),
            models.UniqueConstraint(
                name="answer_is_kept_once_for_a_token",
                fields=["token", "key"],
                condition=Q(token__isnull=False),
            ),
            models.CheckConstraint(name="answer_has_a_key", condition=~Q(key="")),
            models.CheckConstraint(
                name="answer_is_to_a_request_of_a_whole_sha256",
                condition=models.lookups.Exact(Length("fingerprint"), 64),
            ),
            models.CheckConstraint(
                name="answer_tells_of_what_was_done",
                condition=Q(status__gte=200, status__lt=300),
            ),
        ]
        indexes: ClassVar = [
            # Those that ran out are thrown away whenever one is kept.
            models.Index(fields=["answered_at"], name="answer_by_age"),
        ]

    def __str__(self) -> str:
        return f"{self.status} to {self.key}"
