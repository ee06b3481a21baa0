"""The page that anybody may read: a claim that the desk has rated."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.html import format_html
from django.views.decorators.http import require_safe

from claims.exchange import claimreview
from claims.models import Claim
from claims.queries import claim

# What would end the script element, or begin another, is written as an escape.
_ESCAPES = {ord(sign): f"\\u{ord(sign):04X}" for sign in "<>&"}


@dataclass(frozen=True, slots=True)
class JsonLd:
    """JSON-LD for the head of a page: data, which no browser runs."""

    data: dict[str, Any]

    def __html__(self) -> str:
        body = json.dumps(self.data, cls=DjangoJSONEncoder, ensure_ascii=False)
        return f'<script type="application/ld+json">{body.translate(_ESCAPES)}</script>'


@login_not_required
@require_safe
def show(request: HttpRequest, slug: str) -> HttpResponse:
    rows = Claim.objects.published().select_related("claimant", "incident")
    row = get_object_or_404(rows, slug=slug)
    page = claim.of(row)
    review = claimreview.of(row, settings.TRACKER_ADDRESS, settings.TRACKER_PUBLISHER)
    context = {
        "claim": row,
        "page": page,
        "json_ld": format_html("{}", JsonLd(review)),
        "address": f"{settings.TRACKER_ADDRESS}{row.get_absolute_url()}",
        "publisher": settings.TRACKER_PUBLISHER,
        "demonstration": row.incident is not None and row.incident.is_demonstration,
    }
    return render(request, "claims/claim.html", context)
