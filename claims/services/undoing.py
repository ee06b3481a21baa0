"""Acts on quotes and figures taken back, by what their lines in the log say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from claims import policy
from claims.domain.spans import Span
from claims.errors import Changed, Incomplete
from claims.models import Attribution, Change, Figure, Quantity, Quote, User
from claims.services import annotating, attributing, cutting, filing
from claims.services.acting import act
from claims.services.values import value_of

Row = Quote | Figure
UNDONE = "Undone."


@act
def undo(lines: Sequence[Change], *, by: User) -> str:
    """Take back one step, its latest line first; return a sentence that says what.

    Refused when somebody else has changed one of the rows since.
    """
    policy.require(policy.may_annotate(by), "undo")
    if not lines:
        raise Incomplete("There is nothing to undo.")
    _refuse_overtaken(lines, by)
    undone = 0
    for line in lines:
        take_back = _TAKE_BACK.get(line.act.split(".")[1])
        if take_back is not None and line.subject in ("quote", "figure"):
            take_back(_row(line), line.before, by)
            undone += 1
    if not undone:
        raise Incomplete("This act cannot be undone here.")
    return f"Undone: {lines[0].label[:60]}" if undone == 1 else f"Undone: {undone} acts."


def _refuse_overtaken(lines: Sequence[Change], by: User) -> None:
    first = min(line.pk for line in lines)
    for subject, pk in {(line.subject, line.subject_pk) for line in lines}:
        since = Change.objects.filter(subject=subject, subject_pk=pk, pk__gt=first)
        foreign = since.exclude(actor=by).order_by("-pk").first()
        if foreign is not None:
            raise Changed(
                f"“{foreign.label[:60]}” was changed by another since; "
                "undo would lose that."
            )


def _row(line: Change) -> Row:
    if line.subject == "quote":
        return Quote.objects.get(pk=line.subject_pk)
    return Figure.objects.select_related("quantity__incident__parent").get(
        pk=line.subject_pk
    )


def _decision(row: Row, _before: Mapping[str, Any], by: User) -> None:
    annotating.reopen(row, by=by, reason=UNDONE)


def _mark(row: Row, _before: Mapping[str, Any], by: User) -> None:
    annotating.reopen(row, by=by, reason=UNDONE)
    annotating.reject(row, by=by, reason=UNDONE)


def _reopening(row: Row, before: Mapping[str, Any], by: User) -> None:
    if before.get("status") == Quote.Status.REJECTED:
        annotating.reject(row, by=by, reason=UNDONE)
        return
    annotating.accept(row, by=by)
    if isinstance(row, Figure) and before.get("quantity_pk"):
        _filing(row, before, by)


def _attribution(row: Row, before: Mapping[str, Any], by: User) -> None:
    attribution = Attribution.objects.filter(pk=before.get("attribution") or 0).first()
    if attribution is None:
        raise Incomplete("Nobody was named before; name who said it instead.")
    attributing.restore(row, attribution, by=by)


def _amendment(row: Row, before: Mapping[str, Any], by: User) -> None:
    if isinstance(row, Quote):
        # A line may be older than the day of saying.
        kept = before.get("said_at", row.said_at)
        day = dt.date.fromisoformat(kept) if isinstance(kept, str) else kept
        given = annotating.Given(before["kind"], day)
        annotating.amend_quote(row, given, version=row.version, by=by, reason=UNDONE)
    else:
        value = value_of(before)
        annotating.amend_value(row, value, version=row.version, by=by, reason=UNDONE)


def _move(row: Row, before: Mapping[str, Any], by: User) -> None:
    span = annotating.span_of(row.revision, before["start"], before["end"], before["exact"])
    annotating.amend_span(row, span, version=row.version, by=by, reason=UNDONE)


def _cue(row: Row, before: Mapping[str, Any], by: User) -> None:
    if not isinstance(row, Quote):
        return
    start, end = before["cue_start"], before["cue_end"]
    span = None if start is None else Span(start, end)
    annotating.amend_cue(row, span, version=row.version, by=by)


def _filing(row: Row, before: Mapping[str, Any], by: User) -> None:
    if not isinstance(row, Figure):
        return
    quantity = Quantity.objects.filter(pk=before.get("quantity_pk") or 0).first()
    if quantity is None:
        filing.unfile(row, by=by, reason=UNDONE)
    else:
        filing.file(row, quantity, by=by, reason=UNDONE)


def _handing_over(row: Row, before: Mapping[str, Any], by: User) -> None:
    if isinstance(row, Figure):
        quote = Quote.objects.filter(pk=before.get("quote") or 0).first()
        cutting.hand_over([row], quote, by=by)


_TAKE_BACK: Mapping[str, Callable[[Row, Mapping[str, Any], User], None]] = {
    "accepted": _decision,
    "rejected": _decision,
    "marked": _mark,
    "reopened": _reopening,
    "attributed": _attribution,
    "amended": _amendment,
    "moved": _move,
    "cued": _cue,
    "filed": _filing,
    "unfiled": _filing,
    "handed_over": _handing_over,
}
