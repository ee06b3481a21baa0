"""What a person is told of: a mention, a decision on their proposal, a task."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q


class NoticeQuerySet(models.QuerySet["Notice"]):
    def unread(self) -> NoticeQuerySet:
        return self.filter(read_at__isnull=True)


class Notice(models.Model):
    """One sentence for one person, and the page that it is about."""

    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="notices"
    )
    sentence = models.TextField()
    address = models.CharField(max_length=300, help_text="A path on this desk.")
    at = models.DateTimeField(auto_now_add=True)
    read_at = models.DateTimeField(null=True, blank=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        ordering = ("-at", "-pk")
        constraints: ClassVar = [
            models.CheckConstraint(name="notice_says_something", condition=~Q(sentence="")),
            models.CheckConstraint(
                name="notice_leads_to_a_page_of_the_desk",
                condition=Q(address__startswith="/") & ~Q(address__startswith="//"),
            ),
        ]
        indexes: ClassVar = [
            # The number beside a person's name on every page.
            models.Index(
                fields=["recipient"],
                name="notice_unread_by_recipient",
                condition=Q(read_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return self.sentence
