"""Who speaks: persons, organisations, groups, outlets, documents, unnamed sources."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce, Lower
from django.urls import reverse
from django.utils.translation import gettext_noop as _

from claims.models.folded import FoldedName
from claims.models.words import known_words

_NO_DAY = models.Value(dt.date.min, output_field=models.DateField())


class SpeakerQuerySet(models.QuerySet["Speaker"]):
    def standing(self) -> SpeakerQuerySet:
        """Leave out those that were merged into another."""
        return self.filter(merged_into__isnull=True)

    def for_list(self) -> SpeakerQuerySet:
        return self.standing().prefetch_related("aliases", "roles__organisation")


class Speaker(models.Model):
    """Somebody or something that words are attributed to."""

    class Kind(models.TextChoices):
        PERSON = "person", _("Person")
        ORGANISATION = "organisation", _("Organisation")
        GROUP = "group", _("Group")
        OUTLET = "outlet", _("Outlet")
        DOCUMENT = "document", _("Document")
        UNNAMED = "unnamed", _("Unnamed source")

    name = models.CharField(max_length=300)
    folded = FoldedName()
    kind = models.CharField(max_length=20, choices=Kind, default=Kind.PERSON)
    wikidata = models.CharField(
        "Wikidata id", max_length=20, blank=True, help_text="As in Q42."
    )
    note = models.TextField(blank=True, help_text="What tells it from a namesake.")
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged", editable=False
    )
    version = models.PositiveIntegerField(default=1, editable=False)

    aliases: models.QuerySet[Alias]
    roles: models.QuerySet[Role]

    objects = SpeakerQuerySet.as_manager()

    class Meta:
        ordering = ("name", "pk")
        permissions: ClassVar = [("merge_speakers", "May merge and un-merge speakers")]
        constraints: ClassVar = [
            known_words(
                "speaker",
                "kind",
                ["person", "organisation", "group", "outlet", "document", "unnamed"],
            ),
            models.CheckConstraint(
                name="speaker_has_a_name",
                condition=~Q(name=""),
                violation_error_message="A speaker needs a name.",
            ),
            models.CheckConstraint(
                name="speaker_is_not_merged_into_itself",
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("id")),
                violation_error_message="A speaker cannot be merged into itself.",
            ),
            models.CheckConstraint(
                name="speaker_wikidata_id_is_q_and_digits",
                condition=Q(wikidata="") | Q(wikidata__regex=r"^Q[1-9][0-9]*$"),
                violation_error_message="A Wikidata id is a Q and a number, as in Q42.",
            ),
            models.UniqueConstraint(
                name="speaker_wikidata_id_belongs_to_one_speaker",
                fields=["wikidata"],
                condition=~Q(wikidata="") & Q(merged_into__isnull=True),
                violation_error_message="Another speaker already has this Wikidata id.",
            ),
        ]
        indexes: ClassVar = [
            # A name printed in a text is looked up without regard to case.
            models.Index(fields=["folded"], name="speaker_by_caseless_name"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("review:speaker", args=[self.pk])


class Alias(models.Model):
    """Another name or spelling of a speaker."""

    speaker = models.ForeignKey(Speaker, models.CASCADE, related_name="aliases")
    name = models.CharField(max_length=300)
    folded = FoldedName()

    class Meta:
        ordering = ("name",)
        verbose_name_plural = "aliases"
        constraints: ClassVar = [
            models.UniqueConstraint(
                "speaker",
                Lower("name"),
                name="alias_stands_once_for_one_speaker",
                violation_error_message="The speaker already has this alias.",
            ),
            models.CheckConstraint(
                name="alias_is_not_empty",
                condition=~Q(name=""),
                violation_error_message="An alias needs a name.",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["folded"], name="alias_by_caseless_name"),
        ]

    def __str__(self) -> str:
        return self.name


class Role(models.Model):
    """What a speaker was in an organisation, and when."""

    speaker = models.ForeignKey(Speaker, models.CASCADE, related_name="roles")
    organisation = models.ForeignKey(Speaker, models.PROTECT, related_name="holders")
    title = models.CharField(max_length=200)
    from_on = models.DateField("from", null=True, blank=True)
    until_on = models.DateField("until", null=True, blank=True)

    class Meta:
        ordering = ("speaker", "from_on", "pk")
        constraints: ClassVar = [
            models.CheckConstraint(
                name="role_is_in_another_than_its_holder",
                condition=~Q(speaker=F("organisation")),
                violation_error_message="A speaker cannot hold a role in itself.",
            ),
            models.CheckConstraint(
                name="role_does_not_end_before_it_begins",
                condition=Q(from_on__isnull=True)
                | Q(until_on__isnull=True)
                | Q(from_on__lte=F("until_on")),
                violation_error_message="A role cannot end before it begins.",
            ),
            models.UniqueConstraint(
                "speaker",
                "organisation",
                Lower("title"),
                Coalesce("from_on", _NO_DAY),
                name="role_is_recorded_once",
                violation_error_message="This role is already recorded.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title}, {self.organisation}"
