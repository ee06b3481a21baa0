"""Marks carried to a newer text: those whose words still stand move with them."""

from __future__ import annotations

from collections import Counter

from claims import policy
from claims.domain.anchors import Carried, Outcome
from claims.domain.anchors import carry as carried
from claims.domain.spans import Span
from claims.errors import Changed, Misplaced
from claims.models import Attribution, Figure, Link, Quote, Revision, User
from claims.services import comparing, logging
from claims.services.acting import act
from claims.services.logging import Line
from claims.services.marking import marked

Row = Quote | Figure


@act
def carry(old: Revision, new: Revision, *, by: User | None) -> Counter[Outcome]:
    """Move every mark whose words still stand to the new revision; count what became.

    A mark whose words changed or went stays on the old revision, where an editor
    finds it; nothing is guessed.
    """
    rows: list[Row] = [*old.quotes.all(), *old.figures.all()]
    outcomes = carried(old.text, new.text, [row.span for row in rows])
    moved: list[Row] = []
    for row, outcome in zip(rows, outcomes, strict=True):
        if _stands(outcome) and outcome.span is not None:
            for column, value in marked(new, outcome.span).items():
                setattr(row, column, value)
            row.version += 1
            moved.append(row)
    _store(moved, old, new)
    counted = Counter(outcome.outcome for outcome in outcomes)
    after = {outcome.value: count for outcome, count in counted.items()}
    line = Line("article.marks_carried", new.article, {"revision": old.number}, after)
    logging.write(line, by=by)
    return counted


@act
def resolve(row: Row, revision: Revision, span: Span, *, by: User) -> None:
    """Put a mark that was left behind on its words in a newer text of its article.

    A chain that other marks still use stays with them; the mark gets a copy.
    """
    policy.require(policy.may_annotate(by), "move marks")
    if revision.article_id != row.revision.article_id:
        raise Misplaced("That text is of another article.")
    old = row.revision
    before = {"revision": old.number, "exact": row.exact}
    columns: dict[str, object] = {**marked(revision, span), "version": row.version + 1}
    if isinstance(row, Quote):
        columns |= {"cue": "", "cue_start": None, "cue_end": None}
    if row.attribution is not None:
        columns["attribution"] = _copied(row.attribution, revision)
    rows = type(row)._default_manager.filter(pk=row.pk, version=row.version)
    _give_way(row, revision, span)
    if not rows.update(**columns):
        raise Changed(f"Somebody else changed “{row.exact[:60]}” in the meantime.")
    row.refresh_from_db()
    after = {"revision": revision.number, "exact": row.exact}
    logging.write(Line(f"{row._meta.model_name}.carried", row, before, after), by=by)
    if isinstance(row, Figure):
        comparing.refresh_those_of([row])


def _give_way(row: Row, revision: Revision, span: Span) -> None:
    """Take away what the engine suggests where a known mark comes to stand."""
    kind = {"measure": row.measure} if isinstance(row, Figure) else {"kind": row.kind}
    suggested = type(row)._default_manager.filter(
        revision=revision,
        start=span.start,
        end=span.end,
        status=Quote.Status.SUGGESTED,
        found_by=Quote.Finder.ENGINE,
        **kind,
    )
    if isinstance(row, Quote):
        gone = [each.pk for each in suggested]
        Figure.objects.filter(quote__in=gone).update(quote=row)
    suggested.delete()


def _copied(attribution: Attribution, revision: Revision) -> Attribution:
    """Return the chain for another text, where its mentions are not known yet."""
    links = list(attribution.links.all())
    copy = Attribution.objects.create(
        revision=revision,
        voice=attribution.voice,
        is_first_hand=attribution.is_first_hand,
    )
    for link in links:
        link.pk, link.attribution = None, copy
        link.mention, link.mention_start, link.mention_end = "", None, None
    Link.objects.bulk_create(links)
    return copy


def _stands(outcome: Carried) -> bool:
    return outcome.outcome in (Outcome.UNCHANGED, Outcome.MOVED)


def _store(moved: list[Row], old: Revision, new: Revision) -> None:
    columns = ["revision", "start", "end", "before", "after", "version"]
    quotes = [row for row in moved if isinstance(row, Quote)]
    _carry_parts(quotes, old, new)
    Quote.objects.bulk_update(quotes, [*columns, "cue", "cue_start", "cue_end"], 500)
    figures = [row for row in moved if isinstance(row, Figure)]
    Figure.objects.bulk_update(figures, columns, 500)
    gone = {row.attribution_id for row in moved if row.attribution_id is not None}
    shared = gone & _chains_left(old)
    for attribution in Attribution.objects.filter(pk__in=shared):
        copy = _copied(attribution, new)
        attribution.quotes.filter(revision=new).update(attribution=copy)
        attribution.figures.filter(revision=new).update(attribution=copy)
    _carry_chains(gone - shared, old, new)


def _chains_left(revision: Revision) -> set[int]:
    """Return the chains of the marks that stay with a text."""
    quotes = revision.quotes.exclude(attribution=None)
    figures = revision.figures.exclude(attribution=None)
    return {
        *quotes.values_list("attribution", flat=True),
        *figures.values_list("attribution", flat=True),
    }


def _carry_parts(quotes: list[Quote], old: Revision, new: Revision) -> None:
    """Move the cues with their quotes; a cue whose words went is dropped."""
    cued = [quote for quote in quotes if quote.cue_start is not None]
    spans = [_span(quote.cue_start, quote.cue_end) for quote in cued]
    for quote, outcome in zip(cued, carried(old.text, new.text, spans), strict=True):
        if _stands(outcome) and outcome.span is not None:
            quote.cue_start, quote.cue_end = outcome.span.start, outcome.span.end
        else:
            quote.cue, quote.cue_start, quote.cue_end = "", None, None


def _carry_chains(attributions: set[int], old: Revision, new: Revision) -> None:
    Attribution.objects.filter(pk__in=attributions).update(revision=new)
    links = list(
        Link.objects.filter(attribution__in=attributions, mention_start__isnull=False)
    )
    spans = [_span(link.mention_start, link.mention_end) for link in links]
    for link, outcome in zip(links, carried(old.text, new.text, spans), strict=True):
        if _stands(outcome) and outcome.span is not None:
            link.mention_start, link.mention_end = outcome.span.start, outcome.span.end
        else:
            link.mention, link.mention_start, link.mention_end = "", None, None
    Link.objects.bulk_update(links, ["mention", "mention_start", "mention_end"], 500)


def _span(start: int | None, end: int | None) -> Span:
    if start is None or end is None:
        raise ValueError("a mark without its ends")
    return Span(start, end)
