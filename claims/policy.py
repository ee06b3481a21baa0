"""Who may do what: one question an act, asked by every service and every door."""

from __future__ import annotations

from django.db.models import QuerySet

from claims.errors import Forbidden
from claims.models import User

ROLES = ("viewer", "editor", "reviewer", "lead")


def may_view(user: User) -> bool:
    """Anybody with a role may read everything."""
    return user.has_perm("claims.view_article")


def may_annotate(user: User) -> bool:
    """Take in articles, decide on suggestions, mark, attribute and file."""
    return user.has_perm("claims.annotate_articles")


def may_merge(user: User) -> bool:
    """Merge and un-merge speakers."""
    return user.has_perm("claims.merge_speakers")


def may_compare(user: User) -> bool:
    """Give verdicts on pairs: amend scope, time or chain, dismiss, split, merge."""
    return user.has_perm("claims.compare_quantities")


def may_annotate_or_compare(user: User) -> bool:
    """Attribute, amend and file, and say something about it."""
    return may_annotate(user) or may_compare(user)


def may_record_claims(user: User) -> bool:
    """Record claims, and tie quotes to them."""
    return may_annotate(user) or may_propose(user)


def may_assign(user: User) -> bool:
    """Give a quantity to a reviewer."""
    return user.has_perm("claims.assign_quantities")


def may_propose(user: User) -> bool:
    """Propose settlements and verdicts."""
    return user.has_perm("claims.propose_settlements")


def may_approve(user: User) -> bool:
    """Approve or return what somebody else proposed."""
    return user.has_perm("claims.approve_settlements")


def may_shape_the_scale(user: User) -> bool:
    """Change the names and meanings of the ratings."""
    return user.has_perm("claims.change_rating")


def may_oversee_tokens(user: User) -> bool:
    """See and revoke the tokens of everybody."""
    return user.has_perm("claims.change_token")


def may_keep_webhooks(user: User) -> bool:
    """Make, change and pause webhooks, and read what they were told."""
    return user.has_perm("claims.keep_webhooks")


def keepers_of_webhooks() -> QuerySet[User]:
    """Return the active people who may. One query."""
    model = "django.contrib.auth.backends.ModelBackend"
    keepers: QuerySet[User] = User.objects.with_perm("claims.keep_webhooks", backend=model)
    return keepers


def require(allowed: bool, act: str) -> None:  # noqa: FBT001  the answer to a may_ question
    """Refuse ``act``, a verb phrase, unless a ``may_`` question said yes."""
    if not allowed:
        raise Forbidden(f"Your role does not allow you to {act}.")
