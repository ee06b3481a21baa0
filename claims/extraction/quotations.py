"""Where words stand between quotation marks: paired, unbalanced, over paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims.extraction.tokens import Tokens

_MARK = re.compile("[\"'\n]")
_SHORTEST = 3  # tokens that a mark left open must cover
_OPENERS = frozenset("“«„‟‹‘‚")
# What closes a mark; German opens low and closes with what English opens with.
_CLOSERS = {
    '"': '"”“',
    "“": '”"',
    "”": "”",
    "„": '“”"‟',
    "‟": "”",
    "«": "»",
    "»": "«",
    "‹": "›",
    "‘": "’'",
    "'": "'’",
    "‚": "‘’",
    "``": ("''", '"'),
    "''": ("''",),
}


@dataclass(frozen=True, slots=True)
class Quotation:
    """Tokens between marks: ``first`` is the opening mark, ``last`` the closing one.

    ``closed`` is false if the paragraph ends before the marks do; ``carried`` is
    true if the paragraph before left them open.
    """

    first: int
    last: int
    closed: bool = True
    carried: bool = False
    is_single: bool = False
    is_within: bool = False  # starts in the middle of a sentence

    @property
    def inner(self) -> range:
        """The tokens between the marks."""
        return range(self.first + 1, self.last if self.closed else self.last + 1)


def quotations(tokens: Tokens, text: str) -> list[Quotation]:
    """Return what stands between marks, outermost only, in order."""
    return _Pairing(tokens, text).pairs()


class _Pairing:
    """Walks over a text's marks and line ends, pairing the marks."""

    def __init__(self, tokens: Tokens, text: str) -> None:
        self._tokens = tokens
        self._shape = tokens.shape
        self._text = text
        self._opened: int | None = None
        self._carried = False
        self._found: list[Quotation] = []

    def pairs(self) -> list[Quotation]:
        for match in _MARK.finditer(self._shape):
            if match.group() == "\n":
                self._end_paragraph(match.start())
            else:
                self._read(match.start())
        self._end_paragraph(len(self._shape))
        return self._found

    def _read(self, at: int) -> None:
        opened = self._opened
        if opened is None:
            if self._opens(at):
                self._opened = at
            else:
                self._carried = False
        elif self._closes(opened, at):
            if at > opened + 1:
                self._found.append(self._pair(opened, at))
            self._opened, self._carried = None, False
        elif self._shape[opened] == "'" and self._shape[at] == '"':
            self._opened = at  # the single mark was an apostrophe

    def _pair(self, opened: int, closed: int) -> Quotation:
        return Quotation(
            opened,
            closed,
            carried=self._carried,
            is_single=self._shape[closed] == "'",
            is_within=self._tokens.words[opened + 1][0].islower(),
        )

    def _end_paragraph(self, end: int) -> None:
        """Settle a mark that the paragraph leaves open.

        A quotation whose every paragraph is opened and only the last one closed
        goes on if the next paragraph opens with a mark. A single mark that never
        closes was an apostrophe.
        """
        opened, carried = self._opened, self._carried
        self._opened = None
        if opened is None:
            return
        self._carried = False
        if self._shape[opened] == "'" or end - opened < _SHORTEST:
            return
        follows = self._shape[end + 1 : end + 2] == '"'
        starts_paragraph = opened == 0 or self._shape[opened - 1] in "\n,:"
        if follows or carried or starts_paragraph:
            pair = Quotation(opened, end - 1, closed=False, carried=carried)
            self._found.append(pair)
            self._carried = follows

    def _around(self, at: int) -> tuple[str, str]:
        """Return the characters before and after a mark; a blank beyond the text."""
        start, end = self._tokens.starts[at], self._tokens.ends[at]
        before = self._text[start - 1] if start else " "
        after = self._text[end] if end < len(self._text) else " "
        return before, after

    def _opens(self, at: int) -> bool:
        mark = self._tokens.words[at]
        before, after = self._around(at)
        if mark in "’”":
            return False
        if self._shape[at] == "'":
            return not before.isalnum() and after.isalnum() and before not in "'’"
        if mark in _OPENERS or mark == "``":
            return True
        return not before.isalnum() or not after.isspace()

    def _closes(self, opened: int, at: int) -> bool:
        words = self._tokens.words
        if words[at] not in _CLOSERS.get(words[opened], ""):
            return False
        before, after = self._around(at)
        if self._shape[at] == "'":
            return not after.isalnum() and not before.isspace()
        if words[at] == words[opened] and words[at] in {'"', "''"}:
            return not (before.isspace() and after.isalnum())
        return True
