"""A revision's text with its marks, as HTML whose text is the revision's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString

from claims.domain.segments import Segment, segments
from claims.domain.spans import Span

QUOTE, CUE, MENTION, FIGURE = "quote", "cue", "mention", "figure"


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch to be marked: what it is, how it is decided, and whose card it has."""

    key: str
    span: Span
    part: str
    status: str
    says: str = ""

    @property
    def names(self) -> tuple[str, str]:
        return f"is-{self.part}", f"is-{self.part}-{self.status}"


def draw(text: str, marks: Iterable[Mark]) -> SafeString:
    """Return ``text`` with every mark, overlapping ones too.

    Nothing is added to the text and nothing is left out: ``textContent`` of the
    element that holds it is ``text``, character for character.
    """
    placed = [(mark.span, mark) for mark in marks]
    starts = {span.start for span, _ in placed}
    return format_html_join(
        "", "{}", ((_run(segment, starts),) for segment in segments(text, placed))
    )


def _run(segment: Segment[Mark], starts: set[int]) -> SafeString:
    if not segment.marks:
        return escape(segment.text)
    names = dict.fromkeys(name for mark in segment.marks for name in mark.names)
    here = segment.start in starts
    return format_html(
        '<mark{} class="{}" data-cards="{}" title="{}">{}</mark>',
        format_html(' id="at-{}"', segment.start) if here else "",
        " ".join(names),
        " ".join(dict.fromkeys(mark.key for mark in reversed(segment.marks))),
        " · ".join(dict.fromkeys(mark.says for mark in segment.marks if mark.says)),
        segment.text,
    )
