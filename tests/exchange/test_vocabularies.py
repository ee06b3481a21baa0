"""Everything given out as JSON-LD, held to the vocabularies that it names."""

from __future__ import annotations

import datetime as dt
import io
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client

from claims.exchange import claimreview, webannotation
from claims.exchange.vocabulary import TERMS
from claims.models import (
    Article,
    Claim,
    Incident,
    Link,
    Outlet,
    Quantity,
    Quote,
    Revision,
    Speaker,
)
from claims.services import concluding
from tests.api.test_api import signed_in
from tests.exchange.test_claimreview import claim as a_claim
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

HERE = Path(__file__).parent
API_PAGE = HERE.parents[1] / "docs" / "api.md"
TYPES: dict[str, Any] = json.loads(
    (HERE / "vocabularies" / "schemaorg.json").read_text(encoding="utf-8")
)["types"]

claim = a_claim  # the fixture: a claim with an approved verdict, about a settled quantity

Node = dict[str, Any]


def kinds_of(name: str) -> set[str]:
    """Return a type of schema.org and all that it is a kind of."""
    return {name}.union(*map(kinds_of, TYPES[name]["is_a"]))


def ranges(name: str, term: str) -> set[str]:
    """Return what a property of a type may hold; nothing where it has none of it."""
    return {
        each for kind in kinds_of(name) for each in TYPES[kind]["properties"].get(term, ())
    }


def is_date(value: str) -> bool:
    return re.fullmatch(r"\d{4}-\d\d-\d\d", value) is not None


def is_moment(value: str) -> bool:
    try:
        return "T" in value and dt.datetime.fromisoformat(value).tzinfo is not None
    except ValueError:
        return False


def fitting(value: object) -> set[str]:
    """Return the types of schema.org that a value fits."""
    if isinstance(value, dict):
        return kinds_of(value["@type"])
    if isinstance(value, bool):
        return {"Boolean"}
    if isinstance(value, int | float):
        return {"Number"}
    assert isinstance(value, str), f"{value!r} is nothing that JSON-LD of ours should have"
    narrow = {"Date": is_date(value), "DateTime": is_moment(value)}
    narrow["URL"] = re.match(r"https?://[\w.-]+(:\d+)?/", value) is not None
    return {"Text"} | {name for name, fits in narrow.items() if fits}


def faults(node: Node) -> Iterator[str]:
    """Yield what is wrong with a node and those in it, in words."""
    kind = node["@type"]
    if kind.startswith("desk:"):
        yield from (f"desk has no {each}" for each in unknown_of_ours(node))
        return
    if kind not in TYPES:
        yield f"schema.org has no {kind}"
        return
    for term, held in node.items():
        for value in held if isinstance(held, list) else [held]:
            if not term.startswith(("@", "desk:")) and not ranges(kind, term) & fitting(
                value
            ):
                yield f"{kind}.{term} cannot be {value!r}"
            if isinstance(value, dict) and not term.startswith("@"):
                yield from faults(value)
    yield from (f"desk has no {each}" for each in unknown_of_ours(node))


def ours(content: object) -> set[str]:
    """Return every term in the prefix of the desk, at whatever depth."""
    if isinstance(content, list):
        return set().union(*map(ours, content))
    if not isinstance(content, dict):
        return set()
    names = [*content, content.get("@type", ""), content.get("type", "")]
    inside = set().union(*map(ours, content.values()))
    return inside | {each for each in names if str(each).startswith("desk:")}


def unknown_of_ours(content: object) -> set[str]:
    return {each for each in ours(content) if each.removeprefix("desk:") not in TERMS}


def review(claim: Claim) -> Node:
    return claimreview.of(claim, "https://desk.example", "The Harbour Desk")


def by_page(claim: Claim) -> Node:
    page = Client().get(claim.get_absolute_url()).content.decode()
    script = re.search(
        r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL
    )
    assert script is not None
    return json.loads(script[1])


def by_api(claim: Claim) -> Node:
    return signed_in("viewer").get(f"/api/claims/{claim.pk}/claimreview/").json()


def by_command(claim: Claim) -> Node:
    stdout = io.StringIO()
    call_command("claimreview", claim.slug, stdout=stdout)
    return json.loads(stdout.getvalue())


@pytest.mark.parametrize("door", [by_page, by_api, by_command])
def test_every_door_gives_what_schema_org_knows(claim, door: Callable[[Claim], Node]):
    found = door(claim)

    assert list(faults(found)) == []
    assert found["@type"] == "ClaimReview"


@pytest.mark.parametrize("kind", Speaker.Kind.values)
def test_whoever_speaks_stands_where_schema_org_lets_them(claim, kind):
    Speaker.objects.filter(name="Ilse Marten").update(kind=kind)

    found = review(claim)

    assert list(faults(found)) == []
    place = "isBasedOn" if kind == "document" else "spokenByCharacter"
    assert found["citation"][0][place][0]["name"] == "Ilse Marten"
    place = "isBasedOn" if kind == "document" else "author"
    assert found["itemReviewed"][place]["name"] == "Ilse Marten"


def without_addresses(claim: Claim) -> None:
    Article.objects.update(url="")
    Outlet.objects.update(domain="")


def with_a_moment(claim: Claim) -> None:
    moment = dt.datetime(2031, 3, 5, 9, 30, tzinfo=dt.UTC)
    Article.objects.update(published_at=moment, published_precision="minute")
    Outlet.objects.filter(name="The Mill Post").update(domain="mill.example")


def without_a_day(claim: Claim) -> None:
    Article.objects.update(published_at=None)


def said_by_nobody_known(claim: Claim) -> None:
    Link.objects.update(speaker=None, name="a clerk")


def about_several(claim: Claim) -> None:
    incident = Incident.objects.get()
    other = Quantity.objects.create(incident=incident, measure="injured")
    concluding.link(claim, other, by=UserFactory(role="reviewer"))


def without_figures(claim: Claim) -> None:
    Quantity.objects.first().figures.update(quantity=None)


@pytest.mark.parametrize(
    "change",
    [
        without_addresses,
        with_a_moment,
        without_a_day,
        said_by_nobody_known,
        about_several,
        without_figures,
    ],
)
def test_a_review_that_lacks_or_has_more_is_as_schema_org_has_it(
    claim, change: Callable[[Claim], None]
):
    change(claim)

    assert list(faults(review(claim))) == []


REQUIRED = {"claimReviewed": str, "reviewRating": dict, "url": str}
RECOMMENDED = {
    ("author",): dict,
    ("author", "name"): str,
    ("author", "url"): str,
    ("datePublished",): str,
    ("itemReviewed",): dict,
    ("itemReviewed", "appearance"): list,
    ("itemReviewed", "author"): dict,
    ("itemReviewed", "author", "name"): str,
    ("itemReviewed", "author", "sameAs"): str,
    ("itemReviewed", "datePublished"): str,
    ("itemReviewed", "firstAppearance"): dict,
    ("reviewRating", "alternateName"): str,
    ("reviewRating", "bestRating"): int,
    ("reviewRating", "ratingValue"): int,
    ("reviewRating", "worstRating"): int,
}


@pytest.mark.parametrize(
    ("path", "kind"),
    [*(((name,), kind) for name, kind in REQUIRED.items()), *RECOMMENDED.items()],
)
def test_what_search_engines_require_or_recommend_is_there(claim, path, kind):
    value: Any = review(claim)
    for name in path:
        value = value[name]

    assert isinstance(value, kind)
    assert value


def test_a_rating_lies_within_its_ends(claim):
    rating = review(claim)["reviewRating"]

    assert rating["worstRating"] <= rating["ratingValue"] <= rating["bestRating"]
    assert rating["worstRating"] < rating["bestRating"]


@pytest.mark.parametrize(
    ("node", "fault"),
    [
        ({"@type": "Klaim"}, "schema.org has no Klaim"),
        ({"@type": "Claim", "headlines": "x"}, "Claim.headlines cannot be 'x'"),
        (
            {"@type": "Claim", "datePublished": "5 March"},
            "Claim.datePublished cannot be '5 March'",
        ),
        ({"@type": "Claim", "url": "/claims/1/"}, "Claim.url cannot be '/claims/1/'"),
        (
            {"@type": "Claim", "name": [{"@type": "Person"}]},
            "Claim.name cannot be {'@type': 'Person'}",
        ),
        ({"@type": "Claim", "desk:mood": 1}, "desk has no desk:mood"),
        (
            {"@type": "Claim", "desk:quantity": {"@type": "desk:Sum"}},
            "desk has no desk:Sum",
        ),
    ],
)
def test_a_fault_is_found(node, fault):
    assert fault in set(faults(node))


def test_annotations_use_terms_that_are_explained(claim):
    for revision in Revision.objects.all():
        collection = webannotation.of(revision, "https://desk.example")
        assert ours(collection) >= {
            "desk:Quote",
            "desk:speakers",
        } or not Quote.objects.filter(revision=revision)
        assert unknown_of_ours(collection) == set()


def test_every_term_of_ours_is_given_out_somewhere(claim):
    given = ours(review(claim))
    for revision in Revision.objects.all():
        given |= ours(webannotation.of(revision, "https://desk.example"))

    assert given == {f"desk:{name}" for name in TERMS}


def test_the_page_of_the_api_explains_every_term_in_the_same_words():
    rows = re.findall(r"\| `desk:(\w+)` \| (.*) \|", API_PAGE.read_text(encoding="utf-8"))

    assert dict(rows) == TERMS
