"""Kept answers that the database must refuse."""

from __future__ import annotations

from tests.factories import AnswerFactory, TokenFactory
from tests.models.building import Build, unsaved


def _once_more(**caller: object) -> Build:
    def build():
        kept = AnswerFactory(**{name: make() for name, make in caller.items()})
        return unsaved(AnswerFactory, owner=kept.owner, token=kept.token)

    return build


REFUSED: list[tuple[str, Build]] = [
    ("answer_is_kept_once_for_a_person", _once_more()),
    ("answer_is_kept_once_for_a_token", _once_more(token=TokenFactory)),
    ("answer_has_a_key", lambda: unsaved(AnswerFactory, key="")),
    (
        "answer_is_to_a_request_of_a_whole_sha256",
        lambda: unsaved(AnswerFactory, fingerprint="f" * 63),
    ),
    ("answer_tells_of_what_was_done", lambda: unsaved(AnswerFactory, status=409)),
]
