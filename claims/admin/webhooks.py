"""Webhooks and what they were told, for those who keep them."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from typing import Any, ClassVar

from django.contrib import admin, messages
from django.db.models import Count, Max, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from claims import policy
from claims.admin import webhook_acts
from claims.admin.base import Asks, DeskAdmin, SealedAdmin, signed_in
from claims.models import Delivery, Event, User, Webhook
from claims.services import subscribing
from claims.services.subscribing import Made, Wish

EVENTS = tuple(event.column for event in Event)
FACTS = ("name", "url", "incident")
# Nothing waits so long while a worker runs.
LATE = dt.timedelta(minutes=5)


@admin.register(Webhook)
class WebhookAdmin(DeskAdmin[Webhook]):
    asks = Asks(*[policy.may_keep_webhooks] * 3)
    list_display = (
        *("name", "host", "told_of", "incident", "owner", "status"),
        *("waiting", "failed", "last_sent"),
    )
    list_select_related = ("incident", "owner")
    list_filter = ("status",)
    search_fields = ("name",)
    autocomplete_fields = ("incident",)
    readonly_fields = ("owner", "made_at", "status", "paused_at", "paused_because")
    change_form_template = "admin/claims/webhook/change_form.html"
    view_on_site = False

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        facts = FACTS if obj is None else (*FACTS, "version_read")
        sets = [(None, {"fields": facts}), ("Tell of", {"fields": EVENTS})]
        if obj is not None:
            sets.append(("State", {"fields": self.readonly_fields}))
        return sets

    def get_queryset(self, request: HttpRequest) -> QuerySet[Webhook]:
        return (
            super()
            .get_queryset(request)
            .annotate(
                waiting_count=Count("deliveries", Q(deliveries__status="waiting")),
                failed_count=Count("deliveries", Q(deliveries__status="failed")),
                last=Max("deliveries__attempted_at", filter=Q(deliveries__error="")),
            )
        )

    @admin.display(description="tells of")
    def told_of(self, webhook: Webhook) -> str:
        events = webhook.events
        told = "Everything" if len(events) == len(Event) else ", ".join(events)
        return told.replace(".", " ")

    @admin.display(description="waiting", ordering="waiting_count")
    def waiting(self, webhook: Any) -> SafeString:
        return _deliveries(webhook, str(webhook.waiting_count), status="waiting")

    @admin.display(description="failed", ordering="failed_count")
    def failed(self, webhook: Any) -> SafeString:
        return _deliveries(webhook, str(webhook.failed_count), status="failed")

    @admin.display(description="last sent", ordering="last")
    def last_sent(self, webhook: Any) -> dt.datetime | None:
        last: dt.datetime | None = webhook.last
        return last

    def add_view(
        self,
        request: HttpRequest,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Offer the one way on: to the secret."""
        ways = {"show_save_and_continue": False, "show_save_and_add_another": False}
        return super().add_view(request, form_url, ways | (extra_context or {}))

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Say when nothing is being sent, which nobody here would notice otherwise."""
        keeps = self.has_view_permission(request)
        if keeps and Delivery.objects.due(at=timezone.now() - LATE).exists():
            messages.warning(
                request,
                "Deliveries have waited for more than five minutes. They are sent by"
                " “manage.py deliver_webhooks --watch”, which does not seem to run.",
            )
        return super().changelist_view(request, extra_context)

    def add(self, form: Any, *, by: User) -> Webhook:
        form.made = subscribing.make(_wish(form.cleaned_data), by=by)
        webhook: Webhook = form.made.webhook
        return webhook

    def amend(self, row: Any, form: Any, *, by: User) -> None:
        wish = _wish(form.cleaned_data)
        subscribing.amend(row, wish, version=row.version, by=by)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if not change:
            request.made = form.made  # type: ignore[attr-defined]  # read just below

    def response_add(
        self, request: HttpRequest, obj: Any, post_url_continue: str | None = None
    ) -> HttpResponse:
        """Show the secret in this answer, for it is in no other."""
        made: Made = request.made  # type: ignore[attr-defined]  # put there by save_model
        return webhook_acts.show_secret(request, made)

    def get_urls(self) -> list[URLPattern]:
        return [*webhook_acts.urls(self.admin_site.admin_view), *super().get_urls()]


@admin.register(Delivery)
class DeliveryAdmin(SealedAdmin[Delivery]):
    asks = Asks(view=policy.may_keep_webhooks)
    list_display = (
        *("event", "name", "occurred_at", "status", "attempts", "http_status", "error"),
        "next_attempt_at",
    )
    list_select_related = ("webhook",)
    list_filter = ("status", "event", ("webhook", admin.RelatedOnlyFieldListFilter))
    search_fields = ("webhook__name", "message", "body")
    date_hierarchy = "occurred_at"
    actions = ("replay",)
    fields: ClassVar[Any] = (
        *("webhook", "event", "message", "occurred_at", "status", "attempts"),
        *("attempted_at", "next_attempt_at", "http_status", "took_ms", "error"),
        *("answer", "sent"),
    )
    readonly_fields = ("sent",)
    change_form_template = "admin/claims/delivery/change_form.html"
    view_on_site = False

    @admin.display(description="webhook", ordering="webhook__name")
    def name(self, delivery: Delivery) -> str:
        return delivery.webhook.name

    @admin.display(description="body")
    def sent(self, delivery: Delivery) -> SafeString:
        told = json.dumps(json.loads(delivery.body), indent=2, ensure_ascii=False)
        return format_html("<pre>{}</pre>", told)

    @admin.action(description="Send again", permissions=["view"])
    def replay(self, request: HttpRequest, deliveries: QuerySet[Delivery]) -> None:
        by, rows = signed_in(request), deliveries.select_related("webhook__incident")
        self.each(request, rows, lambda delivery: subscribing.replay(delivery, by=by))


def _wish(typed: Mapping[str, Any]) -> Wish:
    events = frozenset(event.value for event in Event if typed[event.column])
    return Wish(typed["name"], typed["url"], events, typed["incident"])


def _deliveries(webhook: Webhook, words: str, *, status: str) -> SafeString:
    where = reverse("admin:claims_delivery_changelist")
    query = f"webhook__id__exact={webhook.pk}&status__exact={status}"
    return format_html('<a href="{}?{}">{}</a>', where, query, words)
