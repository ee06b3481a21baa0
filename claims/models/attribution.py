"""The chain behind words: from the article outward to who said them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from claims.models.anchored import optional_mark
from claims.models.article import Revision
from claims.models.speaker import Speaker
from claims.models.words import known_words


class Attribution(models.Model):
    """Who is said to have said it, and through whom.

    A quote and the figures inside it share one attribution.
    """

    class Voice(models.TextChoices):
        NAMED = "named", "Named"
        UNNAMED = "unnamed", "Unnamed source"
        OWN = "own", "The outlet's own voice"

    revision = models.ForeignKey(Revision, models.PROTECT, related_name="attributions")
    voice = models.CharField(max_length=10, choices=Voice)
    # An outlet whose reporter was there is an origin itself.
    is_first_hand = models.BooleanField(default=False)

    links: models.QuerySet[Link]

    class Meta:
        constraints: ClassVar = [
            known_words("attribution", "voice", ["named", "unnamed", "own"]),
            models.CheckConstraint(
                name="attribution_first_hand_only_in_own_voice",
                condition=Q(is_first_hand=False) | Q(voice="own"),
                violation_error_message="Only the outlet's own voice can be first hand.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_voice_display()} ({self.pk})"

    @property
    def relays(self) -> list[Link]:
        """Those it came through, from the article outward. Takes prefetched links."""
        return [link for link in self.links.all() if link.role == Link.Role.RELAY]

    @property
    def origins(self) -> list[Link]:
        """Those who said it, several when they spoke jointly. Takes prefetched links."""
        return [link for link in self.links.all() if link.role == Link.Role.ORIGIN]

    @property
    def names(self) -> str:
        """Who said it, as one line. Takes prefetched links."""
        names = "; ".join(link.label for link in self.origins)
        if names or self.voice != self.Voice.OWN:
            return names or "Unnamed source"
        return "The outlet’s own voice"

    @property
    def via(self) -> str:
        """Through whom, as one line. Takes prefetched links."""
        return ", ".join(link.label for link in self.relays)


class Link(models.Model):
    """One station of a chain: a relay that carried the words, or an origin."""

    class Role(models.TextChoices):
        RELAY = "relay", "Relay"
        ORIGIN = "origin", "Origin"

    attribution = models.ForeignKey(Attribution, models.CASCADE, related_name="links")
    position = models.PositiveSmallIntegerField(help_text="From the article outward.")
    role = models.CharField(max_length=10, choices=Role, default=Role.ORIGIN)
    # Until an editor accepts, the engine's name stands alone; accepting ties the speaker.
    speaker = models.ForeignKey(
        Speaker, models.PROTECT, null=True, blank=True, related_name="links"
    )
    name = models.CharField(max_length=300, blank=True, help_text="The name as worked out.")
    descriptor = models.CharField(
        max_length=300, blank=True, help_text="An unnamed source, as printed."
    )
    reason = models.CharField(
        max_length=300, blank=True, help_text="The stated reason for not naming it."
    )
    mention = models.CharField(max_length=300, blank=True, help_text="As in the text.")
    mention_start = models.PositiveIntegerField(null=True, blank=True)
    mention_end = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        ordering = ("attribution", "position", "pk")
        constraints: ClassVar = [
            known_words("link", "role", ["relay", "origin"]),
            models.CheckConstraint(
                name="link_is_somebody",
                condition=Q(speaker__isnull=False) | ~Q(name="") | ~Q(descriptor=""),
                violation_error_message="Name the source, or describe it as printed.",
            ),
            models.UniqueConstraint(
                name="link_names_a_speaker_once",
                fields=["attribution", "role", "speaker"],
                condition=Q(speaker__isnull=False),
                violation_error_message="This speaker is already in the chain.",
            ),
            *optional_mark("link", "mention"),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        """What to call this station. Reads ``speaker`` when it is set."""
        if self.speaker_id is not None and self.speaker is not None:
            return self.speaker.name
        return self.name or self.descriptor
