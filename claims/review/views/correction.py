"""Corrections to follow up: who still prints what the desk set aside as wrong."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from claims.queries import corrections
from claims.requests import DeskRequest


@require_safe
def index(request: DeskRequest) -> HttpResponse:
    page = corrections.listed(number=request.GET.get("page", 1))
    return render(request, "review/corrections.html", {"page": page})
