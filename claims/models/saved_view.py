"""A filtered queue that somebody keeps under a name."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q


class SavedView(models.Model):
    """The queue as one person wants to see it again."""

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="saved_views"
    )
    name = models.CharField(max_length=60)
    query = models.CharField(max_length=500, blank=True, help_text="As in an address.")

    class Meta:
        ordering = ("name", "pk")
        constraints: ClassVar = [
            models.CheckConstraint(
                name="savedview_has_a_name",
                condition=~Q(name=""),
                violation_error_message="Give the view a name.",
            ),
            models.UniqueConstraint(
                name="savedview_is_named_once_by_its_owner",
                fields=["owner", "name"],
                violation_error_message="You already keep a view of this name.",
            ),
        ]

    def __str__(self) -> str:
        return self.name
