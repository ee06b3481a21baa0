"""Who may call what: a row for every operation of the contract."""

from __future__ import annotations

import pytest
from django.test import Client
from drf_spectacular.generators import SchemaGenerator

from claims.services import issuing
from claims.services.issuing import SCOPES, Wish
from tests.api.test_api import ROLES, Desk
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

EVERYBODY = ("viewer", "editor", "reviewer", "lead")
EDITORS = ("editor", "lead")
REVIEWERS = ("reviewer", "lead")
BOTH = ("editor", "reviewer", "lead")
LEADS = ("lead",)

READ = (EVERYBODY, "read")
EXPORT = (EVERYBODY, "export")
ANNOTATE = (EDITORS, "annotate")
ANNOTATE_OR_COMPARE = (BOTH, "annotate")
MERGE = (LEADS, "annotate")
REVIEW = (REVIEWERS, "review")
SAY = (BOTH, "review")
SHAPE = (LEADS, "review")
OWN = (EVERYBODY, "")
SUBSCRIBE = (LEADS, "subscribe")

# The roles that may, and the scope that a token needs; none where no token may.
TABLE = {
    "GET /api/": READ,
    "GET /api/docs/": READ,
    "GET /api/schema/": READ,
    "POST /api/extract/": READ,
    "GET /api/conflicts.atom": READ,
    "GET /api/figures.csv": EXPORT,
    "GET /api/figures.jsonl": EXPORT,
    # articles and their texts
    "GET /api/articles/": READ,
    "POST /api/articles/": ANNOTATE,
    "POST /api/articles/fetch/": ANNOTATE,
    "GET /api/articles/{id}/": READ,
    "PATCH /api/articles/{id}/": ANNOTATE,
    "POST /api/articles/{id}/revisions/": ANNOTATE,
    "GET /api/copies/": READ,
    "GET /api/copies/{id}/": READ,
    "POST /api/copies/{id}/confirm/": ANNOTATE_OR_COMPARE,
    "POST /api/copies/{id}/refuse/": ANNOTATE_OR_COMPARE,
    "POST /api/copies/bulk/": ANNOTATE_OR_COMPARE,
    "GET /api/revisions/": READ,
    "GET /api/revisions/{id}/": READ,
    "GET /api/revisions/{id}/annotations/": EXPORT,
    "POST /api/revisions/{id}/annotations/": ANNOTATE,
    # who speaks and who publishes
    "GET /api/outlets/": READ,
    "POST /api/outlets/": ANNOTATE,
    "GET /api/outlets/{id}/": READ,
    "PATCH /api/outlets/{id}/": ANNOTATE,
    "GET /api/speakers/": READ,
    "POST /api/speakers/": ANNOTATE,
    "GET /api/speakers/{id}/": READ,
    "PATCH /api/speakers/{id}/": ANNOTATE,
    "POST /api/speakers/{id}/aliases/": ANNOTATE,
    "POST /api/speakers/{id}/aliases/remove/": ANNOTATE,
    "POST /api/speakers/{id}/roles/": ANNOTATE,
    "POST /api/speakers/{id}/roles/remove/": ANNOTATE,
    "POST /api/speakers/{id}/merge/": MERGE,
    "POST /api/speakers/{id}/unmerge/": MERGE,
    # marks
    "GET /api/attributions/": READ,
    "GET /api/attributions/{id}/": READ,
    "GET /api/quotes/": READ,
    "POST /api/quotes/": ANNOTATE,
    "GET /api/quotes/{id}/": READ,
    "PATCH /api/quotes/{id}/": ANNOTATE,
    "POST /api/quotes/{id}/accept/": ANNOTATE,
    "POST /api/quotes/{id}/attribute/": ANNOTATE_OR_COMPARE,
    "POST /api/quotes/{id}/cue/": ANNOTATE,
    "POST /api/quotes/{id}/join/": ANNOTATE,
    "POST /api/quotes/{id}/move/": ANNOTATE,
    "POST /api/quotes/{id}/reject/": ANNOTATE,
    "POST /api/quotes/{id}/reopen/": ANNOTATE,
    "POST /api/quotes/{id}/split/": ANNOTATE,
    "POST /api/quotes/bulk/": ANNOTATE_OR_COMPARE,
    "GET /api/figures/": READ,
    "POST /api/figures/": ANNOTATE,
    "GET /api/figures/{id}/": READ,
    "PATCH /api/figures/{id}/": ANNOTATE_OR_COMPARE,
    "POST /api/figures/{id}/accept/": ANNOTATE,
    "POST /api/figures/{id}/attribute/": ANNOTATE_OR_COMPARE,
    "POST /api/figures/{id}/correct/": REVIEW,
    "POST /api/figures/{id}/date/": REVIEW,
    "POST /api/figures/{id}/file/": ANNOTATE_OR_COMPARE,
    "POST /api/figures/{id}/move/": ANNOTATE,
    "POST /api/figures/{id}/reject/": ANNOTATE,
    "POST /api/figures/{id}/reopen/": ANNOTATE,
    "POST /api/figures/{id}/restate/": REVIEW,
    "POST /api/figures/{id}/unfile/": ANNOTATE_OR_COMPARE,
    "POST /api/figures/bulk/": ANNOTATE_OR_COMPARE,
    # what is counted
    "GET /api/incidents/": READ,
    "POST /api/incidents/": ANNOTATE,
    "GET /api/incidents/{id}/": READ,
    "PATCH /api/incidents/{id}/": ANNOTATE,
    "GET /api/incidents/{id}/dossier/": EXPORT,
    "POST /api/incidents/{id}/parties/": ANNOTATE,
    "POST /api/incidents/{id}/parties/remove/": ANNOTATE,
    "GET /api/quantities/": READ,
    "POST /api/quantities/": ANNOTATE_OR_COMPARE,
    "GET /api/quantities/{id}/": READ,
    "POST /api/quantities/{id}/assign/": REVIEW,
    "POST /api/quantities/{id}/comments/": SAY,
    "POST /api/quantities/{id}/merge/": REVIEW,
    "POST /api/quantities/{id}/settlements/": REVIEW,
    "POST /api/quantities/{id}/split/": REVIEW,
    "POST /api/quantities/bulk/": REVIEW,
    "GET /api/relations/": READ,
    "GET /api/relations/{id}/": READ,
    "POST /api/relations/{id}/dismiss/": REVIEW,
    "POST /api/relations/{id}/restore/": REVIEW,
    "POST /api/relations/bulk/": REVIEW,
    # what is decided
    "GET /api/settlements/": READ,
    "GET /api/settlements/{id}/": READ,
    "POST /api/settlements/{id}/approve/": REVIEW,
    "POST /api/settlements/{id}/return/": REVIEW,
    "POST /api/settlements/{id}/withdraw/": REVIEW,
    "GET /api/claims/": READ,
    "POST /api/claims/": SAY,
    "GET /api/claims/{id}/": READ,
    "POST /api/claims/{id}/appearances/": SAY,
    "GET /api/claims/{id}/claimreview/": EXPORT,
    "POST /api/claims/{id}/comments/": SAY,
    "POST /api/claims/{id}/link/": SAY,
    "POST /api/claims/{id}/unlink/": SAY,
    "POST /api/claims/{id}/verdicts/": REVIEW,
    "GET /api/verdicts/": READ,
    "GET /api/verdicts/{id}/": READ,
    "POST /api/verdicts/{id}/approve/": REVIEW,
    "POST /api/verdicts/{id}/return/": REVIEW,
    "POST /api/verdicts/{id}/withdraw/": REVIEW,
    "GET /api/ratings/": READ,
    "GET /api/ratings/{id}/": READ,
    "PATCH /api/ratings/{id}/": SHAPE,
    "GET /api/comments/": READ,
    "GET /api/comments/{id}/": READ,
    # who was asked to correct what is wrong
    "GET /api/correction-requests/": READ,
    "POST /api/correction-requests/": SAY,
    "GET /api/correction-requests/{id}/": READ,
    "POST /api/correction-requests/{id}/conclude/": SAY,
    # what others say
    "GET /api/outside-estimates/": READ,
    "GET /api/outside-estimates/{id}/": READ,
    "GET /api/outside-verdicts/": READ,
    "GET /api/outside-verdicts/{id}/": READ,
    # who is told
    "GET /api/webhooks/": SUBSCRIBE,
    "POST /api/webhooks/": SUBSCRIBE,
    "GET /api/webhooks/{id}/": SUBSCRIBE,
    "PATCH /api/webhooks/{id}/": SUBSCRIBE,
    "POST /api/webhooks/{id}/pause/": SUBSCRIBE,
    "POST /api/webhooks/{id}/resume/": SUBSCRIBE,
    "POST /api/webhooks/{id}/rotate/": SUBSCRIBE,
    "POST /api/webhooks/{id}/test/": SUBSCRIBE,
    "GET /api/deliveries/": SUBSCRIBE,
    "POST /api/deliveries/bulk/": SUBSCRIBE,
    "GET /api/deliveries/{id}/": SUBSCRIBE,
    "POST /api/deliveries/{id}/replay/": SUBSCRIBE,
    # the log and the keys
    "GET /api/changes/": READ,
    "GET /api/changes/{id}/": READ,
    "GET /api/tokens/": READ,
    "POST /api/tokens/": OWN,
    "GET /api/tokens/{id}/": READ,
    "POST /api/tokens/{id}/revoke/": OWN,
}
OPEN_TO_ALL = {"GET /api/vocabulary/"}
# What is no part of its own contract.
UNDESCRIBED = {"GET /api/", "GET /api/docs/", "GET /api/schema/"}


def described() -> set[str]:
    contract = SchemaGenerator().get_schema(request=None, public=True)
    return {
        f"{method.upper()} {path}"
        for path, operations in contract["paths"].items()
        for method in operations
    }


def is_let_in(client: Client, operation: str, **headers: str) -> bool:
    """Call with nothing, and of a row that is not there: who may not is told first."""
    method, path = operation.split()
    answer = client.generic(
        method,
        path.replace("{id}", "999999"),
        "{}",
        content_type="application/json",
        headers=headers,
    )
    assert answer.status_code < 500
    return answer.status_code not in (302, 401, 403)


def test_every_operation_has_its_row():
    assert described() | UNDESCRIBED == TABLE.keys() | OPEN_TO_ALL


@pytest.mark.parametrize("operation", TABLE)
def test_an_operation_is_open_to_its_roles_and_closed_to_all_others(operation):
    roles, _ = TABLE[operation]
    clients = {"nobody": Client(), **{role: Desk()[role] for role in ROLES}}

    let_in = [who for who, client in clients.items() if is_let_in(client, operation)]

    assert let_in == [role for role in ROLES if role in roles]


@pytest.mark.parametrize("operation", [each for each in TABLE if each != "GET /api/docs/"])
def test_an_operation_is_open_to_tokens_of_its_scope_and_closed_to_all_others(operation):
    _, scope = TABLE[operation]
    lead = UserFactory(role="lead")
    secrets = {
        each: issuing.issue(lead, Wish(each, frozenset({each} - {"read"})), by=lead).secret
        for each in ("read", *SCOPES)
    }

    let_in = {
        each
        for each, secret in secrets.items()
        if is_let_in(Client(), operation, Authorization=f"Bearer {secret}")
    }

    assert let_in == (secrets.keys() if scope == "read" else {scope} - {""})


@pytest.mark.parametrize("operation", OPEN_TO_ALL)
def test_what_is_open_to_all_is_open_to_nobody_in_particular(operation):
    assert is_let_in(Client(), operation)
