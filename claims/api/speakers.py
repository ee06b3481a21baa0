"""Speakers: who is said to have said it, with other names and roles."""

from __future__ import annotations

from typing import Any, ClassVar

from rest_framework import serializers

from claims import policy
from claims.api import fields
from claims.api.acting import Act, Given, GoodReason, Making, Reason
from claims.api.resources import DeskSerializer, Resource
from claims.errors import Incomplete
from claims.models import Role, Speaker, User
from claims.services import merging, naming
from claims.services.naming import RoleHeld


class RoleSerializer(DeskSerializer[Role]):
    class Meta:
        model = Role
        fields: ClassVar = ["id", "organisation", "title", "from_on", "until_on"]


class SpeakerSerializer(DeskSerializer[Speaker]):
    aliases: serializers.SlugRelatedField[Speaker] = serializers.SlugRelatedField(
        slug_field="name", many=True, read_only=True
    )
    roles = RoleSerializer(many=True, read_only=True)

    class Meta:
        model = Speaker
        fields: ClassVar = [
            "id",
            "name",
            "kind",
            "wikidata",
            "note",
            "merged_into",
            "aliases",
            "roles",
            "version",
        ]


class NewSpeaker(serializers.Serializer[Any]):
    """A speaker as somebody adds it."""

    name = serializers.CharField(max_length=300)
    kind = fields.choice(Speaker.Kind.choices, Speaker.Kind.PERSON)


class AmendedSpeaker(GoodReason):
    """What is to change of a speaker, and why."""

    name = serializers.CharField(required=False, max_length=300)
    kind = serializers.ChoiceField(required=False, choices=Speaker.Kind.choices)
    wikidata = fields.amended_text(20)
    note = fields.amended_text(5000)


class Spelling(Reason):
    """Another name or spelling."""

    name = serializers.CharField(max_length=300)


class NewRole(GoodReason):
    """What a speaker is or was, where, and when, and how that is known."""

    organisation = fields.row(Speaker.objects.standing())
    title = serializers.CharField(max_length=200)
    from_on = fields.day()
    until_on = fields.day()


class RoleOf(GoodReason):
    """A role that the speaker has, and why it goes."""

    role = serializers.IntegerField(min_value=1, max_value=10**18)


class MergedInto(GoodReason):
    """Whom a speaker turns out to be."""

    into = fields.row(Speaker.objects.standing())


def _add(given: Given, by: User) -> Speaker:
    """Add a speaker; a name that others bear is no hindrance."""
    return naming.add(given["name"], kind=given["kind"], by=by)


def _amend(speaker: Speaker, given: Given, by: User) -> None:
    """Change what is known of a speaker; only what is sent."""
    naming.amend(speaker, version=speaker.version, by=by, **given)


def _add_alias(speaker: Speaker, given: Given, by: User) -> None:
    """Record another name; one that is known already changes nothing."""
    naming.add_alias(speaker, given["name"], by=by, reason=given["reason"])


def _remove_alias(speaker: Speaker, given: Given, by: User) -> None:
    """Take another name away."""
    alias = speaker.aliases.filter(name=given["name"]).first()
    if alias is None:
        raise Incomplete(f"{speaker} has no alias “{given['name'][:80]}”.")
    naming.remove_alias(alias, by=by, reason=given["reason"])


def _add_role(speaker: Speaker, given: Given, by: User) -> None:
    """Record a role; whoever speaks for a body contradicts it when they differ."""
    reason = given.pop("reason")
    naming.add_role(speaker, RoleHeld(**given), by=by, reason=reason)


def _remove_role(speaker: Speaker, given: Given, by: User) -> None:
    """Take a role away."""
    role = speaker.roles.filter(pk=given["role"]).first()
    if role is None:
        raise Incomplete(f"{speaker} has no role {given['role']}.")
    naming.remove_role(role, by=by, reason=given["reason"])


def _merge(speaker: Speaker, given: Given, by: User) -> None:
    """Say that this speaker is another one; nothing is lost by it."""
    merging.merge(speaker, given["into"], by=by, reason=given["reason"])


def _unmerge(speaker: Speaker, given: Given, by: User) -> None:
    """Take a merge back: both stand again with everything they had."""
    merging.unmerge(speaker, by=by, reason=given["reason"])


def _naming(perform: Any, takes: Any, path: str = "") -> Act:
    return Act(
        perform=perform,
        takes=takes,
        path=path,
        may=policy.may_annotate,
        scope="annotate",
    )


def _joining(perform: Any, takes: Any) -> Act:
    return Act(perform=perform, takes=takes, may=policy.may_merge, scope="annotate")


class SpeakerResource(Resource[Speaker]):
    """Persons, organisations, groups, outlets, documents and unnamed sources."""

    queryset = Speaker.objects.prefetch_related("aliases", "roles")
    serializer_class = SpeakerSerializer
    filterset_fields: ClassVar = {
        **{name: ["exact"] for name in ("name", "kind", "wikidata")},
        "merged_into": ["exact", "isnull"],
        "roles__organisation": ["exact"],
        "parties__incident": ["exact"],
    }
    search_fields: ClassVar = ["name", "aliases__name", "wikidata"]
    ordering_fields = ("id", "name")
    making = Making(
        perform=_add, may=policy.may_annotate, scope="annotate", takes=NewSpeaker
    )
    amending = _naming(_amend, AmendedSpeaker)
    acts: ClassVar = {
        "aliases": _naming(_add_alias, Spelling),
        "remove_alias": _naming(_remove_alias, Spelling, "aliases/remove"),
        "roles": _naming(_add_role, NewRole),
        "remove_role": _naming(_remove_role, RoleOf, "roles/remove"),
        "merge": _joining(_merge, MergedInto),
        "unmerge": _joining(_unmerge, GoodReason),
    }
