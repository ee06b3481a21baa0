"""The columns that pin a row to the words it stands on."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length
from django.db.models.lookups import Exact
from django.utils.translation import gettext_noop as _

from claims.domain.spans import Span
from claims.models.article import Revision
from claims.models.proposal import Decided
from claims.models.words import known_words


def optional_mark(row: str, part: str) -> list[models.BaseConstraint]:
    """Return the constraints of a mark that ``row`` may have beside its own.

    ``part`` names its columns: the words, ``…_start`` and ``…_end``.
    """
    start, end = f"{part}_start", f"{part}_end"
    absent = Q(**{f"{start}__isnull": True, f"{end}__isnull": True, part: ""})
    # Without the first two a span with one end would be unknown, and unknown holds.
    present = (
        Q(**{f"{start}__isnull": False, f"{end}__isnull": False})
        & Q(**{f"{start}__lt": F(end)})
        & Q(Exact(Length(part), F(end) - F(start)))
    )
    return [
        models.CheckConstraint(
            name=f"{row}_{part}_fills_its_span",
            condition=absent | present,
            violation_error_message=f"The {part} must be as long as its span.",
        )
    ]


class Anchored(Decided):
    """A row that stands on a stretch of a revision: suggested, accepted or rejected."""

    class Status(models.TextChoices):
        SUGGESTED = "suggested", _("Suggested")
        ACCEPTED = "accepted", _("Accepted")
        REJECTED = "rejected", _("Rejected")

    class Finder(models.TextChoices):
        ENGINE = "engine", _("Engine")
        EDITOR = "editor", _("Editor")
        IMPORT = "import", _("Import")

    revision = models.ForeignKey(Revision, models.PROTECT, related_name="%(class)ss")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    exact = models.TextField(help_text="The words at the span, as they stand in the text.")
    before = models.CharField(max_length=64, blank=True)
    after = models.CharField(max_length=64, blank=True)

    status = models.CharField(max_length=20, choices=Status, default=Status.SUGGESTED)
    found_by = models.CharField(max_length=10, choices=Finder, default=Finder.EDITOR)
    confidence = models.FloatField(null=True, blank=True)
    rule = models.CharField(max_length=100, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True
        constraints: ClassVar = [
            known_words("%(class)s", "status", ["suggested", "accepted", "rejected"]),
            known_words("%(class)s", "found_by", ["engine", "editor", "import"]),
            models.CheckConstraint(
                name="%(class)s_span_runs_forward",
                condition=Q(start__lt=F("end")),
                violation_error_message="A span must end after it starts.",
            ),
            models.CheckConstraint(
                name="%(class)s_exact_fills_its_span",
                condition=Exact(Length("exact"), F("end") - F("start")),
                violation_error_message="The words must be as long as the span.",
            ),
            models.CheckConstraint(
                name="%(class)s_confidence_is_a_share",
                condition=Q(confidence__isnull=True)
                | Q(confidence__gte=0, confidence__lte=1),
            ),
            models.CheckConstraint(
                name="%(class)s_accepted_with_attribution",
                condition=~Q(status="accepted") | Q(attribution__isnull=False),
                violation_error_message="Say who said it, or that the outlet did.",
            ),
            models.CheckConstraint(
                name="%(class)s_decided_exactly_when_not_suggested",
                condition=Q(
                    status="suggested", decided_by__isnull=True, decided_at__isnull=True
                )
                | (
                    ~Q(status="suggested")
                    & Q(decided_by__isnull=False, decided_at__isnull=False)
                ),
                violation_error_message="A decision needs who took it and when.",
            ),
        ]

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def is_suggested(self) -> bool:
        return self.status == self.Status.SUGGESTED

    @property
    def is_accepted(self) -> bool:
        return self.status == self.Status.ACCEPTED
