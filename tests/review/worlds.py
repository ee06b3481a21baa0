"""A desk with one of everything that the review pages show, and the same desk grown."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from claims.models import Claim, Quantity, Rating, Settlement, User
from claims.services import (
    commenting,
    concluding,
    copying,
    correcting,
    filing,
    naming,
    noticing,
    recording,
    settling,
    taking_in,
)
from claims.services.concluding import Finding, Statement
from claims.services.correcting import Contact
from claims.services.filing import ScopeKey
from claims.services.naming import RoleHeld
from claims.services.settling import SetAside
from claims.services.taking_in import Snapshot
from tests.factories import QuoteFactory
from tests.review.building import Telling, report
from tests.review.drafting import draft


@dataclass
class World:
    """What the pages of a desk show; ``grow`` adds to every list of them."""

    desk: dict[str, User]
    quantity: Quantity
    claim: Claim
    settlement: Settlement

    def addresses(self) -> dict[str, str]:
        """Return the address of each page, by its name."""
        quantity = self.quantity
        relation = quantity.relations.order_by("pk").first()
        figure = quantity.figures.order_by("pk").first()
        assert relation is not None
        assert figure is not None
        article = figure.revision.article
        pair = "&".join(
            f"figure={pk}" for pk in quantity.figures.values_list("pk", flat=True)[:2]
        )
        return {
            "queue": "/?stage=all",
            "quantity": quantity.get_absolute_url(),
            "compare": f"{reverse('review:compare', args=[quantity.pk])}?{pair}",
            "pair": reverse("review:relation", args=[relation.pk]),
            **{
                f"verdict {word}": reverse("review:verdict", args=[relation.pk, word])
                for word in ("scope", "update", "misquote", "dismiss")
            },
            "settle": reverse("review:settle", args=[quantity.pk]),
            "settlement": reverse("review:settlement", args=[self.settlement.pk]),
            "article": article.get_absolute_url(),
            "revision": reverse("review:revision", args=[article.pk, 1]),
            "articles": reverse("review:articles"),
            "incident": quantity.incident.get_absolute_url(),
            "incidents": reverse("review:incidents"),
            "speaker": naming.named("Valley Guard").get_absolute_url(),
            "speakers": reverse("review:speakers"),
            "claim": reverse("review:claim", args=[self.claim.slug]),
            "claims": reverse("review:claims"),
            "public claim": self.claim.get_absolute_url(),
            "corrections": reverse("review:corrections"),
            "notices": reverse("review:notices"),
            "reviews": reverse("review:reviews"),
            "tokens": reverse("review:tokens"),
        }

    def grow(self, times: int) -> None:
        """Add to everything that the pages list."""
        for number in range(times):
            self._tell(number)
            self._talk(number)
            self._name(number)
            self._claim(number)
        self._follow_up(times)

    def _tell(self, number: int) -> None:
        words, editor = f"{40 + number} raiders died", self.desk["editor"]
        day = dt.date(2031, 3, 4 + number)
        told = [Telling(words, f"Crew {number}"), Telling(f"{60 + number} died", "Crew")]
        told.append(Telling(f"{80 + number} raiders fell", "Valley Guard", day))
        revision = report(self.quantity, f"Sheet {number}", told, by=editor)
        taking_in.revise(
            revision.article, Snapshot(f"{revision.text}\n\nMore follows."), by=editor
        )
        key = ScopeKey("injured", f"raiders {number}")
        other = filing.quantity(self.quantity.incident, key, by=editor)
        report(other, f"Leaf {number}", [Telling("3 were hurt", "Valley Guard")], by=editor)
        concluding.link(self.claim, other, by=editor)
        self.quantity.refresh_from_db()

    def _talk(self, number: int) -> None:
        reviewer = self.desk["reviewer"]
        remark = commenting.comment(self.quantity, f"Who? {number}", by=reviewer)
        commenting.comment(self.quantity, "The Guard.", by=reviewer, answers=remark)
        commenting.comment(self.claim, f"Why? {number}", by=reviewer)
        noticing.tell([self.desk["second"]], f"Look {number}.", "/", by=reviewer)

    def _name(self, number: int) -> None:
        editor = self.desk["editor"]
        guard = naming.named("Valley Guard")
        party = naming.found_or_added(f"Crew {number}", kind="organisation", by=editor)
        recording.add_party(self.quantity.incident, party, side=f"{number}", by=editor)
        naming.add_alias(guard, f"The Guards {number}", by=editor)
        held = RoleHeld(party, f"envoy {number}")
        naming.add_role(guard, held, by=editor)
        recording.add(recording.Happening(f"Part {number}"), by=editor)

    def _claim(self, number: int) -> None:
        editor, reviewer = self.desk["editor"], self.desk["reviewer"]
        statement = Statement(f"Claim {number} is made.", incident=self.quantity.incident)
        concluding.add(statement, by=editor)
        figure = self.quantity.figures.order_by("-pk").first()
        quote = QuoteFactory(
            accepted=True,
            revision=figure.revision,
            exact=figure.exact,
            attribution=figure.attribution,
        )
        concluding.appear(self.claim, quote, stance="denies", by=editor)
        finding = Finding(Rating.objects.first(), f"Looked at again, {number}.")
        verdict = concluding.propose(self.claim, finding, by=reviewer)
        concluding.approve(verdict, by=self.desk["second"])

    def _follow_up(self, times: int) -> None:
        """Settle anew with every figure set aside, and ask for each to be corrected."""
        figures = list(self.quantity.figures.order_by("pk"))
        self.settlement = settled(self.desk, self.quantity)
        for figure in figures:
            for number in range(times):
                contact = Contact(f"Desk {number}", dt.date(2026, 1, 5))
                correcting.ask(figure, contact, by=self.desk["editor"])
        copying.look_within(self.quantity.incident)


def settled(desk: dict[str, User], quantity: Quantity) -> Settlement:
    """Return an approved settlement that sets every figure aside as a misquote."""
    figures = list(quantity.figures.all())
    aside: dict[int, Any] = {figure.pk: SetAside("misquote") for figure in figures}
    row = settling.propose(quantity, draft(set_aside=aside), by=desk["reviewer"])
    settling.approve(row, by=desk["second"])
    return row


def small(desk: dict[str, User], quantity: Quantity) -> World:
    """Return a world with one of everything."""
    statement = Statement("Nine raiders were killed.", quantity=quantity)
    claim = concluding.add(statement, by=desk["editor"])
    world = World(desk, quantity, claim, settled(desk, quantity))
    world.grow(1)
    return world
