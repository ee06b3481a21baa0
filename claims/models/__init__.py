"""What is stored, and what may never be stored. Import models from here."""

from claims.models.answer import Answer
from claims.models.article import Article, Copy, Revision
from claims.models.attribution import Attribution, Link
from claims.models.change import Change
from claims.models.claim import Appearance, Claim, Rating, Verdict
from claims.models.comment import Comment
from claims.models.correction import CorrectionRequest
from claims.models.delivery import Delivery
from claims.models.figure import Figure
from claims.models.incident import Incident, Party
from claims.models.notice import Notice
from claims.models.outlet import Outlet
from claims.models.outside import OutsideEstimate, OutsideVerdict
from claims.models.quantity import Quantity
from claims.models.quote import Quote
from claims.models.relation import Dismissal, Relation
from claims.models.saved_view import SavedView
from claims.models.settlement import Reliance, Settlement
from claims.models.speaker import Alias, Role, Speaker
from claims.models.token import Token
from claims.models.tray import TrayItem
from claims.models.user import User
from claims.models.webhook import Event, Webhook

__all__ = [
    "Alias",
    "Answer",
    "Appearance",
    "Article",
    "Attribution",
    "Change",
    "Claim",
    "Comment",
    "Copy",
    "CorrectionRequest",
    "Delivery",
    "Dismissal",
    "Event",
    "Figure",
    "Incident",
    "Link",
    "Notice",
    "Outlet",
    "OutsideEstimate",
    "OutsideVerdict",
    "Party",
    "Quantity",
    "Quote",
    "Rating",
    "Relation",
    "Reliance",
    "Revision",
    "Role",
    "SavedView",
    "Settlement",
    "Speaker",
    "Token",
    "TrayItem",
    "User",
    "Verdict",
    "Webhook",
]
