"""What a person was told: mentions, decisions on their proposals, tasks."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from claims.queries import notices
from claims.requests import DeskRequest
from claims.services import noticing


@require_safe
def index(request: DeskRequest) -> HttpResponse:
    page = notices.listed(request.user, number=request.GET.get("page", 1))
    return render(request, "review/notices.html", {"page": page})


@require_POST
def read(request: DeskRequest) -> HttpResponse:
    noticing.read_all(request.user)
    return redirect("review:notices")
