"""The pictures of a quantity, drawn from what its page has loaded."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from django.utils.safestring import SafeString
from django.utils.translation import gettext

from claims.domain import sets, timelines
from claims.domain.figures import Kind
from claims.domain.measures import LEVELS
from claims.models import Copy, Settlement
from claims.models.words import in_line, worded
from claims.plots import attribution_graph, range_plot, sparkline, timeline
from claims.plots.chains import Agent, AttributionGraph, Citation, Part
from claims.plots.notation import PER_CENT, PERSONS, Notation
from claims.plots.range_words import printed
from claims.plots.ranges import (
    Camp,
    FigureRow,
    Interest,
    OriginGroup,
    RangePlot,
    SettledRange,
)
from claims.plots.sparkline import Spread
from claims.plots.svg import NARROW
from claims.plots.times import BandStep, DatedFigure, Timeline
from claims.queries import evidence, queue
from claims.queries.quantity import Origin, QuantityPage
from claims.queries.quantity_entries import Entry
from claims.queries.quantity_naming import headline

# Beyond this many figures each origin shows its first few and counts the rest.
MANY_FIGURES = 60
ROWS_A_CROWDED_ORIGIN = 5

_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£"}
_INTERESTS = {
    "own": Interest.OWN,
    "enemy": Interest.ENEMY,
    "third": Interest.THIRD,
    "unknown": Interest.UNKNOWN,
}
_VAGUE = (Kind.VAGUE, Kind.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing for a wide page, one for a narrow page, and both in words."""

    wide: SafeString
    narrow: SafeString | str
    sentences: list[str]
    is_folded: bool = False


def notation_of(unit: str) -> Notation:
    """Return how numbers of a unit are printed."""
    if unit == "percent":
        return PER_CENT
    return Notation(before=_SIGNS[unit]) if unit in _SIGNS else PERSONS


def spread(row: queue.Row) -> SafeString:
    """Draw the sparkline of a line of the queue."""
    return sparkline.draw(
        Spread(
            intervals=row.spread,
            settled=row.settled,
            notation=notation_of(row.quantity.unit),
            positions=row.quantity.positions,
        )
    )


def of(page: QuantityPage, *, is_whole: bool = False) -> dict[str, Picture | None]:
    """Draw everything that the page of a quantity shows."""
    return {
        "ranges": ranges(page, is_whole=is_whole),
        "times": times(page),
        "chains": chains(page),
    }


def ranges(
    page: QuantityPage, *, is_whole: bool = False, prefix: str = "ranges"
) -> Picture:
    """Draw every figure by origin; crowded origins are folded unless it ``is_whole``."""
    is_folded = not is_whole and len(page.known.rows) > MANY_FIGURES
    shown = ROWS_A_CROWDED_ORIGIN if is_folded else len(page.known.rows)
    plot = _range_plot(page, shown)
    return Picture(
        range_plot.draw(plot, prefix=prefix),
        range_plot.draw(plot, prefix=f"narrow-{prefix}", width=NARROW),
        range_plot.describe(plot),
        is_folded,
    )


def _likeness(copy: Copy | None) -> str:
    """Return why one report is taken for a copy of another that nobody confirmed."""
    if copy is None or copy.status == Copy.Status.CONFIRMED:
        return ""
    return f"same wording {copy.likeness:.2f}, suggested"


def _range_plot(page: QuantityPage, shown: int) -> RangePlot:
    quantity = page.known.quantity
    camps = [
        Camp(
            shared=camp.meet,
            figures=len(camp.figures),
            origins=len({figure.origin for figure in camp.figures if figure.origin}),
        )
        for camp in sets.camps(page.known.live)
    ]
    return RangePlot(
        title=headline(quantity),
        groups=tuple(_group(origin, shown) for origin in page.origins),
        notation=notation_of(quantity.unit),
        camps=tuple(camps),
        settled=_settled(page),
        positions=len(page.known.positions),
        independent=page.known.independence.independent,
    )


def _settled(page: QuantityPage) -> SettledRange | None:
    shown: Settlement | None = page.proposed or page.current
    if shown is None or shown.span is None:
        return None
    state = "stale" if shown.is_stale else shown.status
    return SettledRange(span=shown.span, state=state)


def _group(origin: Origin, shown: int) -> OriginGroup:
    """Return the latest figures of an origin, and how many were left out."""
    latest = origin.entries[-shown:] if shown else ()
    return OriginGroup(
        name=origin.name,
        rows=tuple(figure_row(entry) for entry in latest),
        is_counted=origin.is_counted,
        folded=len(origin.entries) - len(latest),
        href="#figures",
    )


def figure_row(entry: Entry) -> FigureRow:
    """Return a figure as the range plot takes it."""
    row, value = entry.row, entry.value
    aside = entry.treated if entry.treated and entry.treated.reason else None
    later = entry.superseded_by
    return FigureRow(
        key=f"figure-{row.pk}",
        speaker=entry.speaker,
        words=row.exact,
        hard=value.hard,
        core=value.core,
        named=() if value.kind in _VAGUE else value.printed,
        printed_in=f"{row.revision.article.outlet} · {in_line(row.get_locus_display())}",
        when=_day(row.as_of),
        is_vague=value.kind in _VAGUE,
        interest=_INTERESTS.get(value.interest.value, Interest.UNKNOWN),
        superseded_by=f"figure-{later.pk}" if later else "",
        set_aside=worded(aside.get_reason_display()) if aside else "",
        href=f"#figure-{row.pk}",
    )


def _day(day: dt.date | None) -> str:
    return f"{day.day} {day:%b}" if day else ""


def times(page: QuantityPage) -> Picture | None:
    """Draw the figures over time, or nothing where they are of one day."""
    dated = [entry for entry in page.entries if entry.row.as_of and entry.value.hard]
    if len({entry.row.as_of for entry in dated}) < 2:  # noqa: PLR2004  # one day is no line
        return None
    quantity = page.known.quantity
    may_fall = quantity.measure in LEVELS
    counted = [each for each in page.known.figures if sets.counts(each)]
    broken = set() if may_fall else {each.id for each in timelines.breaks(counted)}
    band = [] if may_fall else timelines.feasibility(counted)
    plot = Timeline(
        title=f"{headline(quantity)}, over time",
        figures=tuple(_dated(entry, entry.value.id in broken) for entry in dated),
        band=tuple(_step(step) for step in band),
        notation=notation_of(quantity.unit),
        settled=_settled(page),
    )
    return Picture(
        timeline.draw(plot, prefix="times"),
        timeline.draw(plot, prefix="narrow-times", width=NARROW),
        timeline.describe(plot),
    )


def _dated(entry: Entry, is_break: bool) -> DatedFigure:  # noqa: FBT001  # a fact of the row
    row = entry.row
    if row.as_of is None or entry.value.hard is None:
        raise ValueError(f"figure {row.pk} has no time or no value")
    return DatedFigure(
        key=f"figure-{row.pk}",
        speaker=entry.speaker,
        at=dt.datetime.combine(row.as_of, dt.time(), dt.UTC),
        words=row.exact,
        hard=entry.value.hard,
        named=() if entry.value.kind in _VAGUE else entry.value.printed,
        is_vague=entry.value.kind in _VAGUE,
        is_break=is_break,
        href=f"#figure-{row.pk}",
    )


def _step(step: timelines.Step) -> BandStep:
    day = dt.date.fromordinal(step.moment.start // (24 * 60))
    high = None if isinstance(step.high, float) else step.high
    at = dt.datetime.combine(day, dt.time(), dt.UTC)
    return BandStep(at=at, low=step.low, high=high)


def chains(page: QuantityPage, *, prefix: str = "chains") -> Picture:
    """Draw who reports whom, with the number as printed at each step."""
    plot = _graph(page)
    return Picture(
        attribution_graph.draw(plot, prefix=prefix), "", attribution_graph.describe(plot)
    )


def _graph(page: QuantityPage) -> AttributionGraph:
    known = page.known
    citations = _citations(page)
    chains_of = known.independence
    return AttributionGraph(
        title=f"Who carries whom: {headline(known.quantity)}",
        agents=tuple(_agents(known)),
        citations=tuple(citations),
        reports=chains_of.reports,
        outlets=chains_of.outlets,
        independent=chains_of.independent,
    )


def _agents(known: evidence.Evidence) -> Iterable[Agent]:
    bodies = known.agents.bodies
    cut = set(known.independence.cut)
    citing = {start for start, _ in known.graph.edges}
    reports = set(known.graph.reports)
    sides = {
        known.agents.key(speaker): side
        for speaker, side in evidence.sides_of(known.quantity.incident).items()
        if speaker in known.agents.names
    }
    unnamed = _descriptors(known)
    for each in known.graph.assertions:
        is_report = each.id in reports
        carries = Part.RELAY if each.id in citing else Part.ORIGIN
        body = bodies.get(each.agent, each.agent)
        yield Agent(
            key=each.id,
            name=_name(each.agent, body) or unnamed.get(each.id, gettext("own voice")),
            part=Part.REPORT if is_report else carries,
            outlet=each.agent if is_report else "",
            side=sides.get(each.agent, "") or sides.get(body, ""),
            is_unnamed=not each.agent,
            # Whoever speaks for a body counts with it: once between them all.
            is_in_cut=each.agent == body and body in cut,
        )


def _name(agent: str, body: str) -> str:
    """Return what an agent is called, with the body that it counts as."""
    return agent if agent == body else f"{agent}, for {body}"


def _descriptors(known: evidence.Evidence) -> dict[str, str]:
    return {
        f"unnamed-{link.pk}": link.descriptor or "unnamed source"
        for row in known.rows
        for link in (row.attribution.origins if row.attribution else ())
        if link.speaker_id is None
    }


def _citations(page: QuantityPage) -> list[Citation]:
    known = page.known
    numbers: dict[tuple[str, str], list[str]] = defaultdict(list)
    misquoted: set[tuple[str, str]] = set()
    notation = notation_of(known.quantity.unit)
    for entry in page.entries:
        number = printed(figure_row(entry), notation)
        for chain in evidence.chains(entry.row, known.agents):
            for (cites, _), (cited, _) in pairwise(chain):
                numbers[cites, cited].append(number)
                if entry.is_misquote:
                    misquoted.add((cites, cited))
    return [
        Citation(
            source=cites,
            target=cited,
            printed=", ".join(dict.fromkeys(numbers[cites, cited])),
            reason=_likeness(page.copies.get((cites, cited))),
            is_misquote=(cites, cited) in misquoted,
        )
        for cites, cited in known.graph.edges
    ]
