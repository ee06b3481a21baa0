"""Addresses: what stays of a query, and where a form leads when it is done."""

from __future__ import annotations

from django.http import QueryDict
from django.utils.http import url_has_allowed_host_and_scheme

from claims.requests import DeskRequest


def query_without(query: QueryDict, *names: str) -> str:
    """Return an address's query without some of its parts."""
    kept = query.copy()
    for name in names:
        kept.pop(name, None)
    return kept.urlencode()


def next_of(request: DeskRequest, otherwise: str) -> str:
    """Return where a form wants to lead, if that is ours, or ``otherwise``."""
    wanted = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()})
    return wanted if is_ours else otherwise


def number_in(text: str) -> int | None:
    """Return the key that ``text`` spells, None for anything else."""
    is_key = text.isascii() and text.isdigit() and len(text) <= 18  # noqa: PLR2004  # digits of a key
    return int(text) if is_key else None
