"""The addresses of the API."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.urls import include, path, re_path
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView
from rest_framework.routers import DefaultRouter

from claims.api.articles import ArticleResource
from claims.api.attributions import AttributionResource
from claims.api.changes import ChangeResource
from claims.api.claims import ClaimResource
from claims.api.comments import CommentResource
from claims.api.copies import CopyResource
from claims.api.corrections import CorrectionRequestResource
from claims.api.deliveries import DeliveryResource
from claims.api.exports import Conflicts, FiguresAsCsv, FiguresAsLines
from claims.api.extracting import Extract
from claims.api.figures import FigureResource
from claims.api.incidents import IncidentResource
from claims.api.nowhere import Nowhere
from claims.api.outlets import OutletResource
from claims.api.outside import OutsideEstimateResource, OutsideVerdictResource
from claims.api.quantities import QuantityResource
from claims.api.quotes import QuoteResource
from claims.api.ratings import RatingResource
from claims.api.relations import RelationResource
from claims.api.revisions import RevisionResource
from claims.api.settlements import SettlementResource
from claims.api.speakers import SpeakerResource
from claims.api.tokens import TokenResource
from claims.api.verdicts import VerdictResource
from claims.api.vocabulary import Vocabulary
from claims.api.webhooks import WebhookResource

app_name = "api"

router = DefaultRouter()
router.include_format_suffixes = False
router.register("articles", ArticleResource, basename="article")
router.register("attributions", AttributionResource, basename="attribution")
router.register("changes", ChangeResource, basename="change")
router.register("claims", ClaimResource, basename="claim")
router.register("comments", CommentResource, basename="comment")
router.register("copies", CopyResource, basename="copy")
router.register(
    "correction-requests", CorrectionRequestResource, basename="correctionrequest"
)
router.register("deliveries", DeliveryResource, basename="delivery")
router.register("figures", FigureResource, basename="figure")
router.register("incidents", IncidentResource, basename="incident")
router.register("outlets", OutletResource, basename="outlet")
router.register("outside-estimates", OutsideEstimateResource, basename="outsideestimate")
router.register("outside-verdicts", OutsideVerdictResource, basename="outsideverdict")
router.register("quantities", QuantityResource, basename="quantity")
router.register("quotes", QuoteResource, basename="quote")
router.register("ratings", RatingResource, basename="rating")
router.register("relations", RelationResource, basename="relation")
router.register("revisions", RevisionResource, basename="revision")
router.register("settlements", SettlementResource, basename="settlement")
router.register("speakers", SpeakerResource, basename="speaker")
router.register("tokens", TokenResource, basename="token")
router.register("verdicts", VerdictResource, basename="verdict")
router.register("webhooks", WebhookResource, basename="webhook")

docs = SpectacularSwaggerSplitView.as_view(url_name="api:schema")

urlpatterns = [
    # /api/
    path("", include(router.urls)),
    path("conflicts.atom", Conflicts.as_view(), name="conflicts"),
    path("figures.csv", FiguresAsCsv.as_view(), name="figures-csv"),
    path("figures.jsonl", FiguresAsLines.as_view(), name="figures-jsonl"),
    path("extract/", Extract.as_view(), name="extract"),
    path("vocabulary/", Vocabulary.as_view(), name="vocabulary"),
    path("schema/", SpectacularAPIView.as_view(), name="schema"),
    path("docs/", login_required(docs), name="docs"),
    # Without its slash an address is redirected to the one with it.
    re_path(r"[\s\S]*/$", Nowhere.as_view()),
]
