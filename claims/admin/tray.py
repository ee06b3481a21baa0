"""The tray: articles brought by the dozen, each shown as what it would become."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from claims.admin import becoming
from claims.admin.annotating import for_editors
from claims.admin.bringing import MOST_ADDRESSES, BringForm
from claims.admin.taking_in import rules_of_desk
from claims.errors import ClaimsError, Incomplete
from claims.intake import arrivals
from claims.models import Article, TrayItem, User
from claims.queries import likenesses
from claims.queries.likenesses import Likeness
from claims.requests import DeskRequest
from claims.services import bringing, copying
from claims.services.taking_in import FOUND, Taken

MOST_REFUSALS = 5
# Less than what a web server in front waits for an answer.
SECONDS_AT_ONCE = 40.0


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that is known of an article, and whether it was only guessed."""

    name: str
    words: str
    is_guessed: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A thing in the tray, with what it may become."""

    item: TrayItem
    likenesses: Sequence[Likeness]

    @property
    def choices(self) -> list[tuple[str, str]]:
        return becoming.choices(self.likenesses) if self.likenesses else []

    @property
    def length(self) -> int:
        return int(getattr(self.item, "length", 0))

    @property
    def facts(self) -> list[Fact]:
        """Return what is known of it, as far as anything is."""
        item = self.item
        shown = (
            "j M Y" if item.published_precision == Article.Precision.DAY else "j M Y H:i"
        )
        moment = item.published_at and date_format(localtime(item.published_at), shown)
        columns = {
            "outlet": (_("Outlet"), item.outlet),
            "published": (_("Published"), moment or _("nobody says when")),
            "headline": (_("Headline"), ""),  # it stands beside
            "byline": (_("Byline"), item.byline),
            "language": (_("Language"), item.language),
            "url": (_("Address"), item.url),
        }
        return [
            Fact(name, words, is_guessed=column in item.guessed)
            for column, (name, words) in columns.items()
            if words or (column == "headline" and column in item.guessed)
        ]

    @property
    def lacks_outlet(self) -> bool:
        return not self.item.outlet

    @property
    def is_fetchable(self) -> bool:
        """Say whether there is only a feed's word of it, or none, and its page is known."""
        from_feed = self.item.extractor == "feed entry" or self.item.status == "refused"
        return bool(self.item.url) and from_feed


@require_http_methods(["GET", "POST"])
@for_editors
def show(request: DeskRequest) -> HttpResponse:
    """Show what lies in one's tray, and lay more into it."""
    form = BringForm(request.POST or None, request.FILES or None, label_suffix="")
    if form.is_valid():
        try:
            came = bringing.bring(form.brought(), by=request.user)
        except ClaimsError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _came(len(came)))
            return redirect("admin:claims_article_tray")
    rows = _rows(request.user)
    context = {
        "form": form,
        "rows": rows,
        "waiting": sum(row.item.status == TrayItem.Status.WAITING for row in rows),
        "refused": sum(row.item.status == TrayItem.Status.REFUSED for row in rows),
        "kept_days": bringing.KEPT.days,
    }
    return render(request, "annotator/tray.html", context)


@require_POST
@for_editors
def act(request: DeskRequest) -> HttpResponse:
    """Take in, fetch or discard what was ticked, or all of it."""
    acts: dict[str, Callable[[DeskRequest, list[Row]], None]] = {
        "take": _take_in,
        "fetch": _fetch,
        "discard": _discard,
    }
    what, _dash, whether_all = request.POST.get("do", "").partition("-")
    rows = _rows(request.user)
    ticked = set(request.POST.getlist("item"))
    chosen = [row for row in rows if whether_all or str(row.item.pk) in ticked]
    if what in acts and chosen:
        acts[what](request, chosen)
    else:
        messages.warning(request, _("Nothing was ticked."))
    return redirect("admin:claims_article_tray")


def _rows(user: User) -> list[Row]:
    items = list(user.tray_items.for_list())
    found = likenesses.of_items(items)
    return [Row(item, found[item.pk]) for item in items]


def _take_in(request: DeskRequest, rows: list[Row]) -> None:
    waiting = [row for row in rows if row.item.status == TrayItem.Status.WAITING]
    until = time.monotonic() + SECONDS_AT_ONCE
    done: list[Taken] = []
    refused = []
    for number, row in enumerate(waiting):
        if number and time.monotonic() > until:
            left = {"count": len(waiting) - number}
            refused.append(_("There was no time for %(count)s more: go on.") % left)
            break
        try:
            done.append(_take_in_one(request, row))
        except ClaimsError as refusal:
            refused.append(f"{row.item}: {refusal}")
    # What is alike among them could not be compared with what is here.
    copying.look_among(each.revision.article for each in done if each.is_new_article)
    if done:
        messages.success(request, _("Taken in: %(count)s.") % {"count": len(done)})
    _tell(request, reversed(refused))


def _take_in_one(request: DeskRequest, row: Row) -> Taken:
    value = request.POST.get(f"as-{row.item.pk}", "")
    decided = becoming.chosen(value, row.likenesses) if row.likenesses else FOUND
    # What is like it may have come in since the page was opened.
    decided = decided or becoming.without_asking(row.likenesses)
    if decided is None:
        raise Incomplete(_("Something like it is here; say what it is."))
    return bringing.take_in(row.item, decided, by=request.user)


def _fetch(request: DeskRequest, rows: list[Row]) -> None:
    """Put the pages in the place of what a feed said of them."""
    items = [row.item for row in rows if row.is_fetchable][:MOST_ADDRESSES]
    found = arrivals.from_addresses([item.url for item in items], rules=rules_of_desk())
    refused = {each.url: each.refusal for each in found if each.document is None}
    try:
        came = bringing.bring([each for each in found if each.document], by=request.user)
    except ClaimsError as refusal:
        _tell(request, [str(refusal)])
        return
    replaced = [item for item in items if item.url not in refused]
    bringing.discard(replaced, by=request.user)
    messages.success(request, _came(len(came)))
    _tell(request, refused.values())


def _discard(request: DeskRequest, rows: list[Row]) -> None:
    count = bringing.discard([row.item for row in rows], by=request.user)
    messages.success(request, _("Discarded: %(count)s.") % {"count": count})


def _tell(request: DeskRequest, refused: Iterable[str]) -> None:
    sentences = list(refused)
    for sentence in sentences[:MOST_REFUSALS]:
        messages.warning(request, sentence)
    if (rest := len(sentences) - MOST_REFUSALS) > 0:
        messages.warning(request, _("Refused as well: %(count)s.") % {"count": rest})


def _came(count: int) -> str:
    words = ngettext(
        "%(count)s came in. Nothing is stored yet: see below what it would become.",
        "%(count)s came in. Nothing is stored yet: see below what each would become.",
        count,
    )
    return words % {"count": count}


def urls(guard: Callable[..., Any]) -> list[URLPattern]:
    return [
        path("take-in/", guard(show), name="claims_article_tray"),
        path("take-in/act/", guard(act), name="claims_article_tray_act"),
    ]
