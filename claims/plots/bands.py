"""What lies behind the rows of a range plot: camps and the settled range."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from string import ascii_uppercase

from django.utils.safestring import SafeString
from django.utils.translation import gettext

from claims.domain.intervals import Interval
from claims.plots import svg, wording
from claims.plots.axes import KeyEntry
from claims.plots.glyphs import Glyph
from claims.plots.range_rows import SMALL_SIZE, Canvas
from claims.plots.ranges import Camp, RangePlot

# More camps than this are left to the text: their shades would cover the plot.
CAMPS_SHOWN = 6
_LANE = 20
_LEAST_WIDTH = 6


@dataclass(frozen=True, slots=True)
class _Band:
    look: str
    span: Interval
    label: str


def strip(plot: RangePlot, canvas: Canvas) -> tuple[list[SafeString], float]:
    """Return the labels of the bands in lanes above the plot, and the line below them."""
    ends: list[float] = []
    parts: list[SafeString] = []
    for band in _bands(plot, canvas):
        near, far = _extent(band, canvas)
        left = _label_start(near, band.label, canvas)
        right = max(far, left + svg.width_of(band.label, SMALL_SIZE)) + 12
        lane = _free_lane(ends, min(near, left))
        ends[lane : lane + 1] = [right]
        y = 16 + lane * _LANE
        parts += [
            svg.text(f"plot__band-label {band.look}-label", (left, y - 3), band.label),
            svg.line(f"{band.look}-edge", (near, y + 1), (far, y + 1)),
        ]
    return parts, len(ends) * _LANE + 8.0


def shades(
    plot: RangePlot, canvas: Canvas, *, top: float, bottom: float
) -> Iterator[SafeString]:
    """Yield the shaded columns behind the rows."""
    for band in _bands(plot, canvas):
        near, far = _extent(band, canvas)
        yield svg.box(band.look, (near, top), (far - near, bottom - top))


def _sample(look: str) -> Glyph:
    def draw(x: float, y: float) -> SafeString:
        return svg.box(look, (x - 4, y - 7), (8, 14))

    return draw


def key(plot: RangePlot) -> Iterator[KeyEntry]:
    """Yield what the shades mean."""
    if plot.settled is not None:
        yield _sample("plot__settled"), gettext("settled")
    if len(plot.camps) > 1:
        words = gettext("A, B …: figures/origins that can be true together")
        yield _sample("plot__camp"), words


def sentences(plot: RangePlot) -> list[str]:
    """Return which values which figures share, those left out of the picture too."""
    return [
        gettext("At %(values)s: %(figures)s from %(origins)s.")
        % {
            "values": plot.notation.interval(camp.shared),
            "figures": wording.figures(camp.figures),
            "origins": wording.independent_origins(camp.origins),
        }
        for camp in plot.camps
    ]


def _bands(plot: RangePlot, canvas: Canvas) -> list[_Band]:
    listed = []
    if plot.settled is not None:
        span = plot.notation.interval(plot.settled.span)
        label = f"{gettext('settled')} {span}, {plot.settled.state}"
        listed.append(_Band("plot__settled", plot.settled.span, label))
    if len(plot.camps) > 1:
        listed += [
            _Band("plot__camp", camp.shared, _camp_label(letter, camp, canvas))
            for letter, camp in zip(ascii_uppercase, _shown(plot.camps), strict=False)
        ]
    return listed


def _shown(camps: tuple[Camp, ...]) -> list[Camp]:
    strongest = sorted(camps, key=lambda camp: (-camp.origins, -camp.figures))
    return sorted(strongest[:CAMPS_SHOWN], key=lambda camp: camp.shared.low)


def _camp_label(letter: str, camp: Camp, canvas: Canvas) -> str:
    if canvas.layout.width <= svg.NARROW:
        return f"{letter}: {camp.figures}/{camp.origins}"
    figures, origins = wording.figures(camp.figures), wording.origins(camp.origins)
    return f"{letter}: {figures}, {origins}"


def _extent(band: _Band, canvas: Canvas) -> tuple[float, float]:
    near = canvas.scale.place(band.span.low)
    if band.span.high is None:
        return near, canvas.scale.far + 12
    far = canvas.scale.place(band.span.high)
    if far - near < _LEAST_WIDTH:
        middle = (near + far) / 2
        return middle - _LEAST_WIDTH / 2, middle + _LEAST_WIDTH / 2
    return near, far


def _label_start(near: float, label: str, canvas: Canvas) -> float:
    overhang = near + svg.width_of(label, SMALL_SIZE) - (canvas.layout.width - 4)
    return near - max(0.0, overhang)


def _free_lane(ends: list[float], start: float) -> int:
    for lane, end in enumerate(ends):
        if end <= start:
            return lane
    ends.append(0.0)
    return len(ends) - 1
