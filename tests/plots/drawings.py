"""Made-up quantities that the tests draw."""

from __future__ import annotations

from datetime import UTC, datetime

from lxml import etree

from claims.domain.intervals import Interval
from claims.plots.chains import Agent, AttributionGraph, Citation, Part
from claims.plots.notation import Notation
from claims.plots.ranges import (
    Camp,
    FigureRow,
    Interest,
    OriginGroup,
    RangePlot,
    SettledRange,
)
from claims.plots.times import BandStep, DatedFigure, Timeline

DOLLARS = Notation(before="$")


def figure(key: str, low: int | None, high: int | None, **more: object) -> FigureRow:
    """Return a row; ``low`` None is the report that gives no value."""
    hard = None if low is None else Interval(low, high)
    values = {"speaker": "Provincial hospital", "words": "43 dead", **more}
    return FigureRow(key=key, hard=hard, **values)


def plot(*rows: FigureRow, **more: object) -> RangePlot:
    """Return a plot whose rows rest on one origin."""
    groups = (OriginGroup(name="Provincial hospital", rows=rows),)
    return RangePlot(**{"title": "Killed in the market", "groups": groups, **more})


def every_sign() -> RangePlot:
    """Return a plot with every sign that a figure can have."""
    hospital = OriginGroup(
        name="Provincial hospital",
        rows=(
            figure(
                "late",
                43,
                43,
                named=(43,),
                printed_in="Northern Post · lead",
                when="2 Mar",
                interest=Interest.THIRD,
                href="#late",
            ),
            figure(
                "early",
                27,
                27,
                words="27 people killed",
                named=(27,),
                printed_in="Northern Post",
                when="1 Mar",
                interest=Interest.THIRD,
                superseded_by="late",
                href="#early",
            ),
        ),
    )
    army = OriginGroup(
        name="Army",
        rows=(
            figure(
                "none",
                0,
                0,
                speaker="Colonel Ardan Velisar",
                words="no casualties",
                printed_in="Capital Times",
                when="1 Mar",
                interest=Interest.OWN,
            ),
            figure(
                "ceiling",
                1,
                50,
                speaker="Army",
                words="up to 50 were killed",
                core=Interval(25, 50),
                named=(50,),
                printed_in="Capital Times",
                when="3 Mar",
                interest=Interest.ENEMY,
                set_aside="interested party",
            ),
        ),
    )
    residents = OriginGroup(
        name="No named origin",
        is_counted=False,
        folded=4,
        href="#all",
        rows=(
            figure(
                "dozens",
                12,
                None,
                speaker="Residents",
                words="dozens were killed",
                core=Interval(24, 99),
                printed_in="Valley Radio",
                when="1 Mar",
                is_vague=True,
            ),
            figure(
                "silent",
                None,
                None,
                speaker="Police",
                words="no immediate reports of casualties",
                printed_in="Valley Radio",
                when="1 Mar",
            ),
            figure(
                "around",
                27,
                33,
                speaker="An aid worker",
                words="around 30",
                core=Interval(28, 32),
                named=(30,),
                printed_in="Valley Radio",
                when="1 Mar",
            ),
        ),
    )
    return RangePlot(
        title="Killed in the market",
        groups=(hospital, army, residents),
        camps=(
            Camp(shared=Interval(0, 0), figures=1, origins=1),
            Camp(shared=Interval(43, 43), figures=3, origins=2),
        ),
        settled=SettledRange(span=Interval(27, 43), state="proposed"),
        positions=3,
        independent=2,
    )


def crowded(origins: int, each: int) -> RangePlot:
    """Return a plot of many sources, every fifth of them without an upper bound."""
    groups = tuple(
        OriginGroup(
            name=f"Origin {origin}",
            rows=tuple(
                figure(
                    f"{origin}-{number}",
                    60 + origin * 7 + number,
                    None if number % 5 == 0 else 60 + origin * 7 + number,
                    speaker=f"Spokesman of the district council number {number}",
                    printed_in=f"Outlet {number}",
                    when="4 Aug",
                    href=f"#figure-{origin}-{number}",
                )
                for number in range(each)
            ),
        )
        for origin in range(origins)
    )
    return RangePlot(title="Killed in the port", groups=groups, independent=origins)


def dated(key: str, speaker: str, day: int, span: Interval, **more: object) -> DatedFigure:
    """Return a figure at noon of a day in August."""
    at = datetime(2020, 8, day, 12, tzinfo=UTC)
    values = {"words": f"{span.low} dead", **more}
    return DatedFigure(key=key, speaker=speaker, at=at, hard=span, **values)


def rising_toll() -> Timeline:
    """Return a toll that rises, then a speaker who gives less."""
    return Timeline(
        title="Killed in the port",
        figures=(
            dated("first", "Ministry", 4, Interval(10, 10)),
            dated("second", "Ministry", 5, Interval(100, 100)),
            dated("floor", "Red Cross", 5, Interval(100, None), words="over 100"),
            dated("high", "Agency", 6, Interval(157, 157), is_break=True, href="#high"),
            dated("low", "Governor", 8, Interval(149, 149), is_break=True),
            dated("vague", "Residents", 4, Interval(12, None), is_vague=True),
        ),
        band=(
            BandStep(at=datetime(2020, 8, 4, 12, tzinfo=UTC), low=12, high=149),
            BandStep(at=datetime(2020, 8, 6, 12, tzinfo=UTC), low=157, high=149),
            BandStep(at=datetime(2020, 8, 8, 12, tzinfo=UTC), low=157, high=None),
        ),
        settled=SettledRange(span=Interval(150, 160), state="approved"),
    )


def one_origin() -> AttributionGraph:
    """Return three reports that are one agency's, and one that misquotes."""
    return AttributionGraph(
        title="Killed at the pass",
        agents=(
            Agent(key="post", name="Northern Post", part=Part.REPORT, href="#post"),
            Agent(key="times", name="Capital Times", part=Part.REPORT),
            Agent(key="radio", name="Valley Radio", part=Part.REPORT),
            Agent(key="wire", name="Wire agency", part=Part.RELAY, is_in_cut=True),
            Agent(key="police", name="Police", part=Part.ORIGIN, side="city"),
            Agent(key="somebody", name="an official", part=Part.ORIGIN, is_unnamed=True),
        ),
        citations=(
            Citation(source="post", target="wire", printed="12"),
            Citation(source="times", target="wire", printed="21", is_misquote=True),
            Citation(source="radio", target="wire", reason="same wording, 0.93"),
            Citation(source="wire", target="police", printed="about 12"),
            Citation(source="radio", target="somebody", printed="dozens"),
        ),
        reports=3,
        outlets=3,
        independent=1,
    )


def circle() -> AttributionGraph:
    """Return two relays that cite each other."""
    return AttributionGraph(
        title="Killed at the bridge",
        agents=(
            Agent(key="post", name="Northern Post", part=Part.REPORT),
            Agent(key="radio", name="Valley Radio", part=Part.RELAY),
            Agent(key="account", name="An account", part=Part.RELAY),
        ),
        citations=(
            Citation(source="post", target="radio", printed="12"),
            Citation(source="radio", target="account", printed="12"),
            Citation(source="account", target="radio", printed="12"),
        ),
        reports=1,
        outlets=1,
        independent=0,
    )


def parsed(drawing: str) -> etree._Element:
    """Return the drawing as a tree; raise if it is not well-formed."""
    return etree.fromstring(drawing.encode())


def of_look(drawing: str, look: str) -> list[etree._Element]:
    """Return the elements that carry the class ``look``."""
    wanted = f"contains(concat(' ', @class, ' '), ' {look} ')"
    return parsed(drawing).xpath(f"//*[{wanted}]")
