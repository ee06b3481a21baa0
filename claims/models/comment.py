"""What colleagues say to each other about a quantity or a claim."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from claims.models.claim import Claim
from claims.models.quantity import Quantity


class Comment(models.Model):
    """A remark on a quantity or on a claim."""

    quantity = models.ForeignKey(
        Quantity, models.CASCADE, null=True, blank=True, related_name="comments"
    )
    claim = models.ForeignKey(
        Claim, models.CASCADE, null=True, blank=True, related_name="comments"
    )
    answers = models.ForeignKey(
        "self", models.CASCADE, null=True, blank=True, related_name="answered_by"
    )
    text = models.TextField()
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False
    )
    written_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("written_at", "pk")
        constraints: ClassVar = [
            models.CheckConstraint(
                name="comment_is_on_a_quantity_or_a_claim",
                condition=Q(quantity__isnull=False, claim__isnull=True)
                | Q(quantity__isnull=True, claim__isnull=False),
            ),
            models.CheckConstraint(
                name="comment_is_not_empty",
                condition=~Q(text=""),
                violation_error_message="Write something first.",
            ),
        ]

    def __str__(self) -> str:
        return self.text[:80]
