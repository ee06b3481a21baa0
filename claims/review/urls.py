"""The addresses of the review pages; everything here wants a login."""

from __future__ import annotations

from django.urls import URLPattern, path

from claims.review.access import View, members_only
from claims.review.views import (
    article,
    claim,
    correction,
    incident,
    notice,
    outside,
    quantity,
    queue,
    relation,
    report,
    settlement,
    speaker,
    token,
)

app_name = "review"


def _page(route: str, view: View, name: str) -> URLPattern:
    return path(route, members_only(view), name=name)


urlpatterns = [
    _page("", queue.show, "queue"),
    _page("assign/", quantity.assign, "assign"),
    _page("views/keep/", queue.keep_view, "keep_view"),
    _page("views/<int:pk>/forget/", queue.forget_view, "forget_view"),
    _page("notices/", notice.index, "notices"),
    _page("notices/read/", notice.read, "read_notices"),
    _page("tokens/", token.index, "tokens"),
    _page("tokens/<int:pk>/revoke/", token.revoke, "revoke_token"),
    _page("tour/end/", queue.end_tour, "end_tour"),
    _page("corrections/", correction.index, "corrections"),
    _page("corrections/figures/<int:pk>/ask/", correction.ask, "ask_correction"),
    _page("corrections/<int:pk>/conclude/", correction.conclude, "conclude_correction"),
    # /quantities/<pk>/
    _page("quantities/<int:pk>/", quantity.show, "quantity"),
    _page("quantities/<int:pk>/compare/", quantity.compare, "compare"),
    _page("quantities/<int:pk>/comment/", quantity.comment, "comment"),
    _page("quantities/<int:pk>/settle/", settlement.propose, "settle"),
    _page("quantities/<int:pk>/settle/check/", settlement.check, "check"),
    _page("quantities/<int:pk>/elsewhere/", outside.estimate, "estimate"),
    _page("estimates/<int:pk>/forget/", outside.forget, "forget_estimate"),
    _page("figures/<int:pk>/", quantity.figure, "figure"),
    # /relations/<pk>/
    _page("relations/<int:pk>/", relation.show, "relation"),
    _page("relations/<int:pk>/<slug:verdict>/", relation.judge, "verdict"),
    # /settlements/<pk>/
    _page("settlements/<int:pk>/", settlement.show, "settlement"),
    _page("settlements/<int:pk>/decide/", settlement.decide, "decide"),
    # The lists, and one of each.
    _page("articles/", article.index, "articles"),
    _page("articles/<int:pk>/", article.show, "article"),
    _page("articles/<int:pk>/revisions/<int:number>/", article.show, "revision"),
    _page("copies/<int:pk>/", article.judge_copy, "copy"),
    _page("incidents/", incident.index, "incidents"),
    _page("incidents/<slug:slug>/", incident.show, "incident"),
    _page("incidents/<slug:slug>/report/", report.show, "report"),
    _page("incidents/<slug:slug>/report/file/", report.file, "report_file"),
    _page("speakers/", speaker.index, "speakers"),
    _page("speakers/<int:pk>/", speaker.show, "speaker"),
    # /claims/: the public page of a claim is in public.py.
    _page("claims/", claim.index, "claims"),
    _page("claims/similar", claim.similar, "similar"),
    _page("claims/elsewhere", outside.reviews, "reviews"),
    _page("claims/<slug:slug>/desk/", claim.show, "claim"),
    _page("claims/<slug:slug>/desk/tie/", claim.tie, "tie"),
    _page("claims/<slug:slug>/desk/link/", claim.link, "link"),
    _page("claims/<slug:slug>/desk/rate/", claim.rate, "rate"),
    _page("claims/<slug:slug>/desk/comment/", claim.comment, "claim_comment"),
    _page("claims/<slug:slug>/desk/verdicts/<int:pk>/", claim.decide, "decide_verdict"),
]
