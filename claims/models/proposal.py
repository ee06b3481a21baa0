"""The columns of a decision, and of a proposal that a second person decides."""

from __future__ import annotations

from collections.abc import Sequence

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_noop as _

from claims.models.words import known_words


class Decided(models.Model):
    """A row that a person decides: who, and when."""

    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        editable=False,
    )
    decided_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        abstract = True

    @staticmethod
    def decided_exactly_when(
        name: str, *, undecided: Sequence[str]
    ) -> models.CheckConstraint:
        """Return the constraint that ties who and when to the status."""
        pending = Q(status__in=undecided)
        return models.CheckConstraint(
            name=name,
            condition=(pending & Q(decided_by__isnull=True, decided_at__isnull=True))
            | (~pending & Q(decided_by__isnull=False, decided_at__isnull=False)),
            violation_error_message="A decision needs who took it and when.",
        )


class Proposal(Decided):
    """A version of a decision: one person proposes, another approves or returns it."""

    class Status(models.TextChoices):
        PROPOSED = "proposed", _("Proposed")
        APPROVED = "approved", _("Approved")
        RETURNED = "returned", _("Returned")
        WITHDRAWN = "withdrawn", _("Withdrawn")
        SUPERSEDED = "superseded", _("Superseded")

    number = models.PositiveIntegerField("version", editable=False)
    status = models.CharField(max_length=20, choices=Status, default=Status.PROPOSED)
    rationale = models.TextField(help_text="Why, in at least one sentence.")
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False
    )
    proposed_at = models.DateTimeField(editable=False)
    comment = models.TextField(blank=True, help_text="What the second person said.")

    class Meta:
        abstract = True

    @staticmethod
    def rules(row: str, *, of: str) -> list[models.BaseConstraint]:
        """Return the constraints of a proposal ``row`` made for one ``of``."""
        return [
            known_words(
                row,
                "status",
                ["proposed", "approved", "returned", "withdrawn", "superseded"],
            ),
            Decided.decided_exactly_when(
                f"{row}_decided_exactly_when_not_proposed", undecided=["proposed"]
            ),
            models.CheckConstraint(
                name=f"{row}_is_not_decided_by_its_author",
                condition=Q(decided_by__isnull=True)
                | (~Q(status="withdrawn") & ~Q(decided_by=F("proposed_by")))
                | Q(status="withdrawn", decided_by=F("proposed_by")),
                violation_error_message="A second person must decide it.",
            ),
            models.CheckConstraint(
                name=f"{row}_has_a_rationale",
                condition=~Q(rationale=""),
                violation_error_message="A decision needs a rationale.",
            ),
            models.UniqueConstraint(
                name=f"{row}_approved_once_at_a_time",
                fields=[of],
                condition=Q(status="approved"),
                violation_error_message="There is an approved one already.",
            ),
            models.UniqueConstraint(
                name=f"{row}_proposed_once_at_a_time",
                fields=[of],
                condition=Q(status="proposed"),
                violation_error_message="A proposal already waits for a second person.",
            ),
            models.UniqueConstraint(
                name=f"{row}_version_is_given_once", fields=[of, "number"]
            ),
        ]

    @property
    def is_open(self) -> bool:
        return self.status == self.Status.PROPOSED
