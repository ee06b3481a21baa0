"""What was decided, in the admin: sealed, to be read; and the scale it is told in."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from claims import policy
from claims.admin.base import Asks, DeskAdmin, SealedAdmin, SealedInline, given
from claims.models import (
    Appearance,
    Change,
    Claim,
    Comment,
    CorrectionRequest,
    Rating,
    Reliance,
    Settlement,
    User,
    Verdict,
)
from claims.queries import ledger
from claims.services import cataloguing


class RelianceInline(SealedInline):
    """The figures a settlement rests on."""

    model = Reliance
    fields = ("figure", "treatment", "reason", "note")
    readonly_fields = fields
    follows = ("figure",)


class AppearanceInline(SealedInline):
    """The quotes that a claim appears in."""

    model = Appearance
    fields = ("quote", "stance")
    readonly_fields = fields
    follows = ("quote",)


class VerdictInline(SealedInline):
    """The versions of a claim's verdict."""

    model = Verdict
    fields = ("number", "rating", "status", "rationale", "proposed_by", "decided_by")
    readonly_fields = fields
    follows = ("rating", "proposed_by", "decided_by")


@admin.register(Settlement)
class SettlementAdmin(SealedAdmin[Settlement]):
    list_display = (
        *("wording", "quantity", "number", "status", "low", "high", "stale_at"),
        *("proposed_by", "decided_by", "decided_at"),
    )
    list_select_related = ("quantity", "proposed_by", "decided_by")
    list_filter = ("status", "mode", "rule")
    search_fields = ("wording", "rationale", "quantity__population")
    date_hierarchy = "proposed_at"
    inlines = (RelianceInline,)


@admin.register(Claim)
class ClaimAdmin(SealedAdmin[Claim]):
    list_display = ("text", "claimant", "incident", "added_at")
    list_select_related = ("claimant", "incident")
    list_filter = ("added_at",)
    search_fields = ("text", "claimant__name", "incident__title")
    inlines = (AppearanceInline, VerdictInline)


@admin.register(Verdict)
class VerdictAdmin(SealedAdmin[Verdict]):
    list_display = ("claim", "number", "rating", "status", "proposed_by", "decided_by")
    list_select_related = ("claim", "rating", "proposed_by", "decided_by")
    list_filter = ("status", "rating")
    search_fields = ("claim__text", "rationale")


@admin.register(Comment)
class CommentAdmin(SealedAdmin[Comment]):
    list_display = ("text", "quantity", "claim", "written_by", "written_at")
    list_select_related = ("quantity", "claim", "written_by")
    search_fields = ("text",)
    date_hierarchy = "written_at"


@admin.register(CorrectionRequest)
class CorrectionRequestAdmin(SealedAdmin[CorrectionRequest]):
    list_display = ("figure", "contacted", "channel", "asked_on", "outcome", "recorded_by")
    list_select_related = ("figure", "recorded_by")
    list_filter = ("outcome", "channel")
    search_fields = ("contacted", "figure__exact")
    date_hierarchy = "asked_on"


@admin.register(Rating)
class RatingAdmin(DeskAdmin[Rating]):
    asks = Asks(change=policy.may_shape_the_scale)
    list_display = ("name", "value", "meaning")
    fields = ("name", "meaning")

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        changes = self.has_change_permission(request)
        return (*self.fields, "version_read") if changes else self.fields

    def amend(self, row: Any, form: Any, *, by: User) -> None:
        columns = given(form, ("name", "meaning"))
        cataloguing.amend_rating(row, by=by, **columns)


@admin.register(Change)
class ChangeAdmin(SealedAdmin[Change]):
    list_display = ("at", "actor", "told", "reason", "incident")
    list_select_related = ("actor", "incident")
    list_filter = ("subject", "actor")
    search_fields = ("label", "act", "reason")
    date_hierarchy = "at"
    ordering = ("-pk",)

    @admin.display(description="what")
    def told(self, change: Change) -> str:
        return next(iter(ledger.sentences([change]))).text
