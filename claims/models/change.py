"""The log: one line for every act, never changed, chained by hash."""

from __future__ import annotations

import hashlib
import json
from typing import ClassVar

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q

from claims.models.incident import Incident


class ChangeQuerySet(models.QuerySet["Change"]):
    def about(self, row: models.Model) -> ChangeQuerySet:
        """Return the lines about ``row``, newest first."""
        return self.filter(subject=row._meta.model_name or "", subject_pk=row.pk).order_by(
            "-pk"
        )

    def for_page(self) -> ChangeQuerySet:
        return self.select_related("actor").order_by("-pk")


class Change(models.Model):
    """Who did what to which row, from what to what, why and when.

    Each line carries the hash of the one before it, so that a line altered or
    taken out behind the product's back is found by ``manage.py verify``.
    """

    at = models.DateTimeField()
    # Null is the product itself: the engine's suggestions, a settlement gone stale.
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    act = models.CharField(max_length=60, help_text="As in quote.accepted.")
    subject = models.CharField(max_length=40, help_text="The model's name, as in quote.")
    subject_pk = models.BigIntegerField()
    label = models.CharField(max_length=200, help_text="The subject in words, then.")
    incident = models.ForeignKey(
        Incident, models.PROTECT, null=True, blank=True, related_name="changes"
    )
    before = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    after = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    reason = models.TextField(blank=True)
    previous_hash = models.CharField(max_length=64, unique=True)
    hash = models.CharField(max_length=64, unique=True)

    objects = ChangeQuerySet.as_manager()

    class Meta:
        ordering = ("pk",)
        indexes: ClassVar = [
            models.Index(fields=["subject", "subject_pk"], name="change_by_subject"),
            models.Index(
                fields=["incident"],
                name="change_by_incident",
                condition=Q(incident__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.act}: {self.label}"

    def computed_hash(self) -> str:
        """Return the hash of this line and the one before it."""
        body = [
            self.previous_hash,
            self.at.isoformat(),
            self.actor_id,
            self.act,
            self.subject,
            self.subject_pk,
            self.label,
            self.incident_id,
            self.before,
            self.after,
            self.reason,
        ]
        line = json.dumps(body, cls=DjangoJSONEncoder, sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(line.encode()).hexdigest()
