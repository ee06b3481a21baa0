"""Notices and kept views that the database must refuse."""

from __future__ import annotations

from django.db.models import Model

from claims.models import Notice, SavedView
from tests.factories import UserFactory
from tests.models.building import Build


def _notice(**columns: str) -> Model:
    known = {"sentence": "You were mentioned.", "address": "/quantities/1/"}
    return Notice(recipient=UserFactory(), **(known | columns))


def _same_name() -> Model:
    owner = UserFactory()
    SavedView.objects.create(owner=owner, name="Mine")
    return SavedView(owner=owner, name="Mine")


REFUSED: list[tuple[str, Build]] = [
    ("notice_says_something", lambda: _notice(sentence="")),
    ("notice_leads_to_a_page_of_the_desk", lambda: _notice(address="elsewhere")),
    ("notice_leads_to_a_page_of_the_desk", lambda: _notice(address="//elsewhere")),
    ("savedview_has_a_name", lambda: SavedView(owner=UserFactory(), name="")),
    ("savedview_is_named_once_by_its_owner", _same_name),
]
