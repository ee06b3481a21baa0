"""What is done to a webhook or a delivery, each act on a small page of its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from claims import policy
from claims.errors import ClaimsError
from claims.models import Delivery, Webhook
from claims.requests import DeskRequest
from claims.services import subscribing
from claims.services.subscribing import Made

Act = Callable[[DeskRequest, int], HttpResponse]


class NoQuestion(forms.Form):
    """Nothing but a button."""


class PauseForm(forms.Form):
    """Why nothing is sent for a while."""

    reason = forms.CharField(
        label=gettext_lazy("Why"), max_length=500, widget=forms.Textarea({"rows": 2})
    )


def for_keepers(act: Act) -> Act:
    """Let in those who may keep webhooks."""

    def guarded(request: DeskRequest, pk: int) -> HttpResponse:
        if not policy.may_keep_webhooks(request.user):
            raise PermissionDenied
        return act(request, pk)

    guarded.__name__ = act.__name__
    return require_http_methods(["GET", "POST"])(guarded)


@for_keepers
def pause(request: DeskRequest, pk: int) -> HttpResponse:
    """Ask why, and send nothing any more."""
    webhook = _webhook(pk)
    words = (
        _("Pause this webhook"),
        _("What happens meanwhile is kept for 30 days and sent when it is resumed."),
        _("Pause"),
    )

    def act(form: forms.Form) -> str:
        reason = form.cleaned_data["reason"]
        subscribing.pause(webhook, reason=reason, by=request.user)
        return _("Nothing is sent until it is resumed.")

    return _asked(request, webhook, PauseForm, words, act)


@for_keepers
def resume(request: DeskRequest, pk: int) -> HttpResponse:
    """Send again."""
    webhook = _webhook(pk)
    words = (
        _("Resume this webhook"),
        _("What waited is sent first, the oldest at once."),
        _("Resume"),
    )

    def act(_form: forms.Form) -> str:
        subscribing.resume(webhook, by=request.user)
        return _("It is told again.")

    return _asked(request, webhook, NoQuestion, words, act)


@for_keepers
def try_out(request: DeskRequest, pk: int) -> HttpResponse:
    """Send a test event."""
    webhook = _webhook(pk)
    words = (
        _("Send a test event"),
        _("The event webhook.tested goes out like any other, signed and logged."),
        _("Send"),
    )

    def act(_form: forms.Form) -> str:
        subscribing.try_out(webhook, by=request.user)
        return _("The test event is on its way; its delivery is in the log.")

    return _asked(request, webhook, NoQuestion, words, act)


@for_keepers
def rotate(request: DeskRequest, pk: int) -> HttpResponse:
    """Give a webhook a new secret and show it in this answer alone."""
    webhook = _webhook(pk)
    if request.method == "POST":
        secret = subscribing.rotate(webhook, by=request.user)
        return show_secret(request, Made(webhook, secret))
    words = (
        _("Give this webhook a new secret"),
        _("For a day the old secret signs as well, so that no delivery is refused."),
        _("New secret"),
    )
    return _page(request, webhook, NoQuestion(), words)


@for_keepers
def replay(request: DeskRequest, pk: int) -> HttpResponse:
    """Send a delivery once more."""
    delivery = get_object_or_404(
        Delivery.objects.select_related("webhook__incident"), pk=pk
    )
    words = (
        _("Send this delivery again"),
        _("It goes out as it was, under the same Webhook-Id, to the address of today."),
        _("Send again"),
    )

    def act(_form: forms.Form) -> str:
        subscribing.replay(delivery, by=request.user)
        return _("It is on its way.")

    return _asked(request, delivery, NoQuestion, words, act)


def show_secret(request: HttpRequest, made: Made) -> HttpResponse:
    """Show a secret in an answer that, like all of the admin's, nobody may keep."""
    context = {
        "webhook": made.webhook,
        "secret": made.secret,
        **admin.site.each_context(request),
    }
    return render(request, "admin/claims/webhook/secret.html", context)


def _asked(
    request: DeskRequest,
    row: Webhook | Delivery,
    question: type[forms.Form],
    words: tuple[str, str, str],
    act: Callable[[forms.Form], str],
) -> HttpResponse:
    """Ask before an act, do it, and lead back to the row with what came of it."""
    typed = request.POST if request.method == "POST" else None
    form = question(typed, label_suffix="")
    if form.is_valid():
        try:
            messages.success(request, act(form))
        except ClaimsError as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect(row)
    return _page(request, row, form, words)


def _page(
    request: DeskRequest,
    row: Webhook | Delivery,
    form: forms.Form,
    words: tuple[str, str, str],
) -> HttpResponse:
    title, sentence, button = words
    context: dict[str, Any] = {
        "row": row,
        "form": form,
        "title": title,
        "sentence": sentence,
        "button": button,
        **admin.site.each_context(request),
    }
    return render(request, "admin/claims/webhook/act.html", context)


def _webhook(pk: int) -> Webhook:
    return get_object_or_404(Webhook.objects.for_list(), pk=pk)


def urls(guard: Callable[..., Any]) -> list[URLPattern]:
    acts = {"pause": pause, "resume": resume, "test": try_out, "rotate": rotate}
    return [
        *(
            path(f"<int:pk>/{name}/", guard(act), name=f"claims_webhook_{name}")
            for name, act in acts.items()
        ),
        path("deliveries/<int:pk>/replay/", guard(replay), name="claims_delivery_replay"),
    ]
