"""What a desk had decided on an incident, put back from its file: settlements, claims."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from claims.errors import Incomplete
from claims.models import (
    Appearance,
    Claim,
    Comment,
    Copy,
    Dismissal,
    Figure,
    Incident,
    Quantity,
    Quote,
    Rating,
    Reliance,
    Settlement,
    Speaker,
    User,
    Verdict,
)
from claims.models.article import Article
from claims.queries import evidence
from claims.services import borrowing, comparing, elsewhere, filing, logging, staling
from claims.services.addresses import free_slug
from claims.services.decisions import (
    Decisions,
    MarkAt,
    Rated,
    Scoped,
    Stated,
    Treated,
    Version,
)
from claims.services.logging import Line
from claims.services.weighing import fingerprint

# What a figure cannot be: it was another when it was judged.
_ANOTHER = "0" * 64


@dataclass(frozen=True, slots=True)
class Here:
    """What the file's names stand for at this desk."""

    incident: Incident
    speakers: Mapping[str, Speaker] = field(default_factory=dict)
    articles: Mapping[str, Article] = field(default_factory=dict)
    quotes: Mapping[MarkAt, Quote] = field(default_factory=dict)
    figures: Mapping[MarkAt, Figure] = field(default_factory=dict)


def restore(decisions: Decisions, here: Here, *, by: User) -> int:
    """Put decisions back where this desk has none; return how many rows that made.

    Whoever took them is kept by name, as somebody of another desk who cannot sign in.
    Runs in the transaction of the act that it is part of.
    """
    return _Restoration(decisions, here, by).run()


class _Restoration:
    def __init__(self, decisions: Decisions, here: Here, by: User) -> None:
        self.decisions, self.here, self.by = decisions, here, by
        self.person = elsewhere.People()
        self.settlements: dict[int, Settlement] = {}
        self.claims: dict[int, Claim] = {}
        self.made = 0

    def run(self) -> int:
        self.quantities = [self._quantity(each) for each in self.decisions.quantities]
        self._merge()
        self._copies()
        self._dismissals()
        self._settlements()
        self._claims()
        self._remarks()
        for told in self.decisions.estimates:
            quantity = self.quantities[told.quantity]
            taken = borrowing.estimates(quantity, [told.estimate], by=self.by)
            self.made += taken.new
        return self.made

    def _quantity(self, scoped: Scoped) -> Quantity:
        found = filing.of_scope(self.here.incident, scoped.key)
        if found is None:
            columns = scoped.key.columns
            found = Quantity.objects.create(incident=self.here.incident, **columns)
            line = Line("quantity.added", found, {}, columns, "", self.here.incident)
            logging.write(line, by=self.by)
        return found

    def _merge(self) -> None:
        """Point the quantities that were merged, of which nothing is filed any more."""
        for scoped, row in zip(self.decisions.quantities, self.quantities, strict=True):
            if scoped.merged_into is None or row.merged_into_id or row.figures.exists():
                continue
            row.merged_into = self.quantities[scoped.merged_into]
            row.save(update_fields=["merged_into"])

    def _copies(self) -> None:
        for told in self.decisions.copies:
            article, original = (
                self.here.articles[key] for key in (told.article, told.original)
            )
            known = Copy.objects.filter(
                article__in=[article, original], original__in=[article, original]
            )
            if known.exclude(status=Copy.Status.SUGGESTED).exists():
                continue
            known.delete()
            Copy.objects.create(
                article=article,
                original=original,
                likeness=told.likeness,
                status=told.status,
                decided_by=self.person.named(told.by),
                decided_at=told.at,
            )
            self.made += 1
        if self.decisions.copies:
            for quantity in self.here.incident.quantities.standing().order_by("pk"):
                comparing.refresh(quantity, only=())

    def _dismissals(self) -> None:
        changed: set[int] = set()
        for told in self.decisions.dismissals:
            ends = [self.here.figures.get(at) for at in told.pair]
            pks = sorted(row.pk for row in ends if row is not None)
            if len(pks) != len(ends) or Dismissal.objects.filter(a=pks[0], b=pks[1]):
                continue
            loaded = Figure.objects.for_comparison().in_bulk(pks)
            if len(loaded) != len(pks):
                continue
            now = fingerprint(loaded[pks[0]], loaded[pks[1]])
            Dismissal.objects.create(
                a_id=pks[0],
                b_id=pks[1],
                reason=told.reason,
                fingerprint=_ANOTHER if told.is_lifted else now,
                dismissed_by=self.person.named(told.by),
                dismissed_at=told.at,
            )
            changed |= set(pks)
            self.made += 1
        comparing.refresh_those_of(
            Figure.objects.filter(pk__in=changed).select_related(
                "quantity__incident__parent"
            )
        )

    def _settlements(self) -> None:
        """Put settlements back under the quantities that have none here."""
        decided = {
            row.quantity_id
            for row in Settlement.objects.filter(quantity__in=self.quantities)
        }
        for number, told in enumerate(self.decisions.settlements):
            quantity = self.quantities[told.quantity]
            if quantity.pk in decided:
                continue
            row = Settlement.objects.create(
                quantity=quantity, **self._version(told.version), **told.columns
            )
            self.settlements[number] = row
            Reliance.objects.bulk_create(self._reliances(row, told.treated))
            self._log("settlement.restored", row, told.version)
        for settlement in self.settlements.values():
            if settlement.status == Settlement.Status.APPROVED:
                staling.check(evidence.of(settlement.quantity))

    def _reliances(self, row: Settlement, treated: Sequence[Treated]) -> list[Reliance]:
        found = {
            figure.pk: each
            for each in treated
            if (figure := self.here.figures.get(each.figure)) is not None
        }
        figures = Figure.objects.in_bulk(found)
        loaded = Figure.objects.for_comparison().in_bulk(found)
        return [
            Reliance(
                settlement=row,
                figure=figures[pk],
                treatment=each.treatment,
                reason=each.reason,
                note=each.note,
                weighed=_ANOTHER
                if each.is_changed or pk not in loaded
                else fingerprint(loaded[pk]),
            )
            for pk, each in found.items()
        ]

    def _claims(self) -> None:
        for number, told in enumerate(self.decisions.claims):
            claim = self._claim(told)
            self.claims[number] = claim
            for at, stance in told.appearances:
                quote = self.here.quotes.get(at)
                if quote is not None:
                    Appearance.objects.get_or_create(
                        claim=claim, quote=quote, defaults={"stance": stance}
                    )
            for outside in told.elsewhere:
                self.made += borrowing.verdict_on(claim, outside, by=self.by).new
            if not claim.verdicts.exists():
                for verdict in told.verdicts:
                    self._verdict(claim, verdict)

    def _claim(self, told: Stated) -> Claim:
        known = self.here.incident.claims.filter(text=told.text).order_by("pk").first()
        if known is not None:
            return known
        claimant = self.here.speakers[told.claimant] if told.claimant else None
        claim = Claim.objects.create(
            slug=free_slug(Claim.objects.all(), told.slug, otherwise="claim"),
            text=told.text,
            claimant=claimant,
            incident=self.here.incident,
        )
        claim.quantities.set(self.quantities[number] for number in told.quantities)
        line = Line("claim.added", claim, {}, {"text": told.text}, "", claim.incident)
        logging.write(line, by=self.by)
        self.made += 1
        return claim

    def _verdict(self, claim: Claim, told: Rated) -> None:
        rating = Rating.objects.filter(name=told.rating).first()
        if rating is None:
            raise Incomplete(
                f"The scale of this desk has no rating “{told.rating}”; a lead can add it."
            )
        settlement = self.settlements.get(
            -1 if told.settlement is None else told.settlement
        )
        row = Verdict.objects.create(
            claim=claim,
            rating=rating,
            evidence=told.evidence,
            settlement=settlement,
            **self._version(told.version),
        )
        named = {"rating": rating.name, "claim": claim.text}
        self._log("verdict.restored", row, told.version, **named)

    def _remarks(self) -> None:
        rows: dict[int, Comment] = {}
        for number, told in enumerate(self.decisions.remarks):
            quantity = None if told.quantity is None else self.quantities[told.quantity]
            claim = None if told.claim is None else self.claims[told.claim]
            about = Comment.objects.filter(
                quantity=quantity, claim=claim, text=told.text, written_at=told.at
            )
            row = about.first()
            if row is None:
                row = Comment.objects.create(
                    quantity=quantity,
                    claim=claim,
                    text=told.text,
                    answers=rows.get(-1 if told.answers is None else told.answers),
                    written_by=self.person.named(told.by),
                )
                # The column takes the moment of the row by itself.
                Comment.objects.filter(pk=row.pk).update(written_at=told.at)
                self.made += 1
            rows[number] = row

    def _version(self, version: Version) -> dict[str, object]:
        decider = version.decided_by
        return {
            "number": version.number,
            "status": version.status,
            "rationale": version.rationale,
            "proposed_by": self.person.named(version.proposed_by),
            "proposed_at": version.proposed_at,
            "decided_by": None if decider is None else self.person.named(decider),
            "decided_at": version.decided_at,
            "comment": version.comment,
        }

    def _log(
        self,
        act: str,
        row: Settlement | Verdict,
        version: Version,
        **named: str,
    ) -> None:
        after = {
            **named,
            "status": version.status,
            "proposed_by": version.proposed_by,
            "decided_by": version.decided_by,
        }
        line = Line(act, row, {}, after, "", self.here.incident)
        logging.write(line, by=self.by)
        self.made += 1
