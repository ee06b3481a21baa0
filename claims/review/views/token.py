"""Tokens of the API: issued and shown once, listed and revoked."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from claims import policy
from claims.errors import ClaimsError
from claims.queries import tokens
from claims.requests import DeskRequest
from claims.review.access import told
from claims.review.forms.issuing import TokenForm
from claims.services import issuing


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def index(request: DeskRequest) -> HttpResponse:
    form = TokenForm(request.POST or None)
    issued = None
    if request.method == "POST" and form.is_valid():
        try:
            issued = issuing.issue(request.user, form.wish, by=request.user)
            form = TokenForm()
        except ClaimsError as refusal:
            messages.error(request, str(refusal))
    page = tokens.listed(request.user, number=request.GET.get("page", 1))
    sees_all = policy.may_oversee_tokens(request.user)
    shown = {"page": page, "form": form, "issued": issued, "sees_all": sees_all}
    return render(request, "review/tokens.html", shown)


@require_POST
def revoke(request: DeskRequest, pk: int) -> HttpResponse:
    token = get_object_or_404(tokens.seen_by(request.user), pk=pk)
    told(request, lambda: issuing.revoke(token, by=request.user), _("It is revoked."))
    return redirect("review:tokens")
