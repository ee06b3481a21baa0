"""Pieces of SVG, escaped; looks come from plots.css, since the pages allow no style."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

WIDE = 920
NARROW = 360

_NARROW_LETTERS = frozenset("ijltfrI.,:;'’‘|!()[]-· ")
_WIDE_LETTERS = frozenset("mwMWQO@%—…")
_IDEOGRAPHS_FROM = 0x2E80


def element(
    name: str, attributes: Mapping[str, object], *children: str | SafeString
) -> SafeString:
    """Return one element; attributes that are None are left out."""
    written = format_html_join(
        "",
        ' {}="{}"',
        ((key, _rounded(value)) for key, value in attributes.items() if value is not None),
    )
    if not children:
        return format_html("<{}{}/>", name, written)
    return format_html("<{}{}>{}</{}>", name, written, together(children), name)


def together(parts: Iterable[str | SafeString]) -> SafeString:
    """Return the parts one after the other, escaping those that are plain text."""
    return format_html_join("", "{}", ((part,) for part in parts))


def lines(parts: Iterable[SafeString]) -> SafeString:
    """Return the parts on lines of their own, so that a picture can be read as text."""
    return format_html_join("\n", "{}", ((part,) for part in parts if part))


def line(look: str, start: tuple[float, float], end: tuple[float, float]) -> SafeString:
    """Return a straight line."""
    return element(
        "line",
        {"class": look, "x1": start[0], "y1": start[1], "x2": end[0], "y2": end[1]},
    )


def box(
    look: str, corner: tuple[float, float], size: tuple[float, float], *, radius: int = 0
) -> SafeString:
    """Return a rectangle with its upper left corner at ``corner``."""
    return element(
        "rect",
        {
            "class": look,
            "x": corner[0],
            "y": corner[1],
            "width": size[0],
            "height": size[1],
            "rx": radius or None,
        },
    )


def circle(look: str, centre: tuple[float, float], radius: float) -> SafeString:
    """Return a circle."""
    return element("circle", {"class": look, "cx": centre[0], "cy": centre[1], "r": radius})


def path(look: str, course: str) -> SafeString:
    """Return a path that follows ``course``; never filled unless its look says so."""
    return element("path", {"class": look, "d": course, "fill": "none"})


def text(
    look: str, at: tuple[float, float], *content: str | SafeString, anchor: str = "start"
) -> SafeString:
    """Return a line of text on the base line at ``at``."""
    return element(
        "text",
        {
            "class": look,
            "x": at[0],
            "y": at[1],
            "text-anchor": None if anchor == "start" else anchor,
        },
        *content,
    )


def span(look: str, content: str) -> SafeString:
    """Return a part of a line of text with a look of its own."""
    return element("tspan", {"class": look}, content)


def group(look: str, hint: str, href: str, parts: Iterable[SafeString]) -> SafeString:
    """Return parts that belong together: a link if there is ``href``, with a hover text."""
    content = [element("title", {}, hint), *parts]
    if not href:
        return element("g", {"class": look}, lines(content))
    return element("a", {"class": look, "href": href, "aria-label": hint}, lines(content))


def width_of(words: str, size: float) -> float:
    """Estimate how wide ``words`` are, rather more than less.

    The type is whatever the reader's system has; for bold words give a tenth more size.
    """
    return size * sum(_letter_width(letter) for letter in words)


def shortened(words: str, size: float, room: float) -> str:
    """Return ``words``, cut with an ellipsis if they need more than ``room``."""
    if width_of(words, size) <= room:
        return words
    left = room - width_of("…", size)
    for end, letter in enumerate(words):
        left -= size * _letter_width(letter)
        if left < 0:
            return words[:end].rstrip(" ·,") + "…"
    return words


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The paper of one picture; ``prefix`` keeps its ids apart from others on a page."""

    kind: str
    prefix: str
    width: float
    height: float
    title: str
    description: str
    has_links: bool = False
    may_scroll: bool = False

    def holding(self, parts: Iterable[SafeString]) -> SafeString:
        """Return the whole picture.

        A picture whose rows are links is a group: inside an ``img`` a reader of the
        screen would not find them. One without links that may be wider than the page
        takes the focus itself, so that it can be scrolled by keys.
        """
        look = f"plot plot--{self.kind} plot--{'wide' if self.width > NARROW else 'narrow'}"
        head = (
            element("title", {"id": f"{self.prefix}-title"}, self.title),
            element("desc", {"id": f"{self.prefix}-desc"}, self.description),
        )
        return element(
            "svg",
            {
                "xmlns": "http://www.w3.org/2000/svg",
                "class": look,
                "viewBox": f"0 0 {_rounded(self.width)} {_rounded(self.height)}",
                "width": self.width,
                "height": self.height,
                "role": "group" if self.has_links else "img",
                "tabindex": 0 if self.may_scroll and not self.has_links else None,
                "aria-labelledby": f"{self.prefix}-title",
                "aria-describedby": f"{self.prefix}-desc",
            },
            lines((*head, *parts)),
        )


def _letter_width(letter: str) -> float:
    if letter in _NARROW_LETTERS:
        return 0.36
    if letter in _WIDE_LETTERS:
        return 0.95
    if ord(letter) >= _IDEOGRAPHS_FROM:
        return 1.0
    return 0.7 if letter.isupper() else 0.61


def _rounded(value: object) -> object:
    if isinstance(value, float):
        return f"{value:.1f}".removesuffix(".0")
    return value
