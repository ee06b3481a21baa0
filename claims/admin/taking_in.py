"""One article taken in through the admin: fetched into the form, stored, opened."""

from __future__ import annotations

from typing import Any, ClassVar, cast

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from claims.admin.base import DeskAdmin, signed_in
from claims.admin.pasting import FACTS, initial_of
from claims.errors import ClaimsError
from claims.intake import arrivals
from claims.models import Article, User
from claims.outward.sending import PUBLIC, Rules
from claims.services import bringing, naming, taking_in

ADD_FIELDS = ("becomes", "outlet_name", "headline", "text", "file", *FACTS, "item")
_TYPED = ("outlet_name", "headline", "text", "byline", "url", "agency", "language")
_MOMENT = ("published_at_0", "published_at_1")


class TakingIn(DeskAdmin[Article]):
    """The add page of articles: an address alone is fetched and shown first."""

    # Where articles may be fetched from.
    rules: ClassVar[Rules] = PUBLIC

    def add_view(
        self,
        request: HttpRequest,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Offer the one way on: to the annotator."""
        if request.method == "POST" and _is_to_be_fetched(request):
            elsewhere = self._fetch(request)
            if elsewhere is not None:
                return elsewhere
        ways = {"show_save_and_continue": False, "show_save_and_add_another": False}
        title = {"title": _("Take in an article")}
        return super().add_view(request, form_url, ways | title | (extra_context or {}))

    def _fetch(self, request: HttpRequest) -> HttpResponse | None:
        """Fill the form in by what stands at the address that was typed.

        It is shown as one that was just opened: nothing in it is wrong yet. A feed goes
        to the tray, where its entries can be chosen from.
        """
        if not self.has_add_permission(request):
            raise PermissionDenied
        typed, by = request.POST.copy(), signed_in(request)
        found = arrivals.from_addresses(
            [request.POST.get("url", "").strip()], rules=self.rules
        )
        refusal = found[0].refusal if len(found) == 1 else ""
        try:
            items = [] if refusal else bringing.bring(found, by=by)
        except ClaimsError as full:
            items, refusal = [], str(full)
        if refusal:
            messages.error(request, refusal)
        if len(items) > 1:
            return redirect("admin:claims_article_tray")
        if items:
            # What an earlier page filled in is no longer what was typed.
            kept = [] if typed.get("item") else [*_TYPED, *_MOMENT]
            typed = QueryDict(mutable=True)
            typed.update({name: request.POST.get(name, "") for name in kept})
            typed["item"] = str(items[0].pk)
        request.GET = cast("Any", typed)
        request.method = "GET"
        return None

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """Return what lies in the tray under that key, with what was typed before it."""
        typed: dict[str, Any] = {
            name: value for name in _TYPED if (value := request.GET.get(name, "").strip())
        }
        moment = [request.GET.get(name, "") for name in _MOMENT]
        if any(moment):
            typed["published_at"] = moment
        key = request.GET.get("item", "")
        waiting = signed_in(request).tray_items.waiting()
        item = waiting.filter(pk=key).first() if key.isdecimal() else None
        return {**(initial_of(item) if item else {}), **typed}

    def add(self, form: Any, *, by: User) -> Article:
        outlet = naming.outlet(form.cleaned_data["outlet_name"], by=by)
        form.taken = taking_in.become(
            form.snapshot, form.publication(outlet), form.becoming, by=by
        )
        if (item := form.cleaned_data["item"]) is not None:
            bringing.put_away(item, form.taken, by=by)
        article: Article = form.taken.revision.article
        return article

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if not change:
            request.taken = form.taken  # type: ignore[attr-defined]  # read just below
            if form.guessed:
                guesses = ", ".join(form.guessed)
                messages.warning(
                    request,
                    _("Guessed from the file: %(guesses)s. Check them.")
                    % {"guesses": guesses},
                )

    def response_add(
        self,
        request: HttpRequest,
        obj: Any,
        post_url_continue: str | None = None,
    ) -> HttpResponse:
        """Go on to the annotator, which is why the article was taken in."""
        taken = request.taken  # type: ignore[attr-defined]  # put there by save_model
        messages.success(request, told(taken))
        return redirect("admin:claims_revision_annotate", taken.revision.pk)


def rules_of_desk() -> Rules:
    """Return where the articles' pages of the admin may fetch from."""
    desk: Any = admin.site.get_model_admin(Article)
    rules: Rules = desk.rules
    return rules


def told(taken: taking_in.Taken) -> str:
    """Say what became of a text."""
    words = {"article": taken.revision.article, "number": taken.revision.number}
    if taken.is_new_article:
        sentence = _("Took in “%(article)s”.")
    elif taken.is_new_revision:
        sentence = _(
            "“%(article)s” was here already; this text is its revision %(number)s."
        )
    elif taken.has_text:
        sentence = _(
            "“%(article)s” was here already with this very text, as revision %(number)s."
        )
    else:
        sentence = _("“%(article)s” was here already; nothing was stored.")
    return sentence % words


def _is_to_be_fetched(request: HttpRequest) -> bool:
    """Say whether to fetch: when asked to, or when an address is all that there is."""
    if not request.POST.get("url", "").strip():
        return False
    text = request.POST.get("text", "").strip()
    return "_fetch" in request.POST or not (text or request.FILES)
