"""Keys with which other systems call the API in somebody's name."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length


class TokenQuerySet(models.QuerySet["Token"]):
    def valid(self, *, at: dt.datetime) -> TokenQuerySet:
        """Leave out those that have run out or were revoked."""
        return self.filter(expires_at__gt=at, revoked_at__isnull=True)

    def with_state(self, *, at: dt.datetime) -> TokenQuerySet:
        """Add whether each is ``valid``, ``over`` or ``revoked``."""
        revoked = models.When(revoked_at__isnull=False, then=models.Value("revoked"))
        over = models.When(expires_at__lte=at, then=models.Value("over"))
        return self.annotate(
            state=models.Case(revoked, over, default=models.Value("valid"))
        )


class Token(models.Model):
    """A key that reads in its owner's name, and does what its scopes add to that.

    Only the hash is kept: whoever reads the database cannot call the API with it.
    """

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="tokens"
    )
    name = models.CharField(max_length=100, help_text="What it is for.")
    beginning = models.CharField(
        max_length=12, editable=False, help_text="Tells it from others; no secret."
    )
    digest = models.CharField(max_length=64, unique=True, editable=False)
    may_annotate = models.BooleanField(default=False)
    may_review = models.BooleanField(default=False)
    may_export = models.BooleanField(default=False)
    may_subscribe = models.BooleanField(default=False)
    issued_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    last_used_on = models.DateField(null=True, blank=True)

    objects = TokenQuerySet.as_manager()

    class Meta:
        ordering = ("-issued_at", "-pk")
        constraints: ClassVar = [
            models.CheckConstraint(
                name="token_runs_out_after_it_is_issued",
                condition=Q(issued_at__lt=F("expires_at")),
                violation_error_message="A token must run out after it is issued.",
            ),
            models.CheckConstraint(
                name="token_is_kept_as_a_whole_sha256",
                condition=models.lookups.Exact(Length("digest"), 64),
            ),
            models.CheckConstraint(
                name="token_has_a_name",
                condition=~Q(name=""),
                violation_error_message="Say what the token is for.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.beginning}…)"

    @property
    def scopes(self) -> list[str]:
        """What it may be used for, reading always among it."""
        more = {
            "annotate": self.may_annotate,
            "review": self.may_review,
            "export": self.may_export,
            "subscribe": self.may_subscribe,
        }
        return ["read", *(scope for scope, allowed in more.items() if allowed)]
