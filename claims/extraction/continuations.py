"""Quotations that no verb of their sentence reports: who goes on speaking."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claims.extraction import subjects
from claims.extraction.attributions import Attribution
from claims.extraction.sentences import Sentence

_ALONE = re.compile(r"(?:[^AbFVvdH]{0,9}:)?[CR]{0,2},?[Q,.;:\-!?\"')\]]+$")
_SIGNED = re.compile("Q-(?P<who>P{2,4})(?:,[^Q]*)?[.]?$")
_NAMED = re.compile("[PD][Px]{0,4}:Q")


def continuations(
    read: Sequence[tuple[Sentence, list[Attribution]]],
) -> Iterator[Attribution]:
    """Yield the quotations that stand alone, each with what it continues."""
    last: Attribution | None = None
    paragraph = -1
    before: Sentence | None = None
    for sentence, found in read:
        if before is not None and _introduces(before, sentence):
            last = _introduction(before, last)
        before = sentence
        for item in _unclaimed(sentence, found):
            one = _continuation(sentence, item, found, last, paragraph)
            if one is not None:
                last, paragraph = one, sentence.paragraph
                yield one
        if found:
            last, paragraph = found[-1], sentence.paragraph


def _introduces(before: Sentence, sentence: Sentence) -> bool:
    """Say whether a line that ends with a colon leads to a quotation below it."""
    return before.shape[-1] == ":" and sentence.shape[0] == "Q"


def _introduction(before: Sentence, last: Attribution | None) -> Attribution | None:
    """Return the attribution that "Brandt went on:" makes for the lines below."""
    end = len(before.shape) - 1
    for at in range(end - 1, 0, -1):
        if before.shape[at] in "VvnFb":
            subject = subjects.before(before, at)
            if subject is not None:
                pieces = ((0, end),)
                return Attribution(before, pieces, (at, at + 1), subject, "introduction")
    return last


def _continuation(
    sentence: Sentence,
    item: int,
    found: list[Attribution],
    last: Attribution | None,
    paragraph: int,
) -> Attribution | None:
    pieces = ((item, item + 1),)
    spoken = [one for one in found if one.is_direct]
    if spoken:
        if sentence.shape[item - 1 : item] not in {",", ":", "Q", "C", "-"}:
            return None  # a title, or a word in marks
        rule = "goes on in the sentence"
        return Attribution(sentence, pieces, None, None, rule, spoken[-1].origin)
    signed = _signed(sentence, item)
    if signed is not None or not _ALONE.match(sentence.shape):
        return signed
    rule = "goes on" if sentence.paragraph == paragraph else "goes on below"
    speech = Attribution(sentence, pieces, None, None, rule, last and last.origin)
    return None if _is_heading(sentence, item) else speech


def _signed(sentence: Sentence, item: int) -> Attribution | None:
    """Read 'Brandt: "…"' and '"…" — Ilse Brandt'."""
    pieces = ((item, item + 1),)
    if _NAMED.match(sentence.shape) and sentence.shape[item - 1] == ":":
        subject = subjects.before(sentence, item - 1)
        return Attribution(sentence, pieces, None, subject, "name and colon")
    dash = _SIGNED.match(sentence.shape)
    if dash is not None and item == 0:
        return Attribution(sentence, pieces, None, dash.span("who"), "name and dash")
    return None


def _is_heading(sentence: Sentence, item: int) -> bool:
    """Say whether single marks around a whole line make it a crosshead."""
    quotation = sentence.quoted[item]
    return sentence.is_line and quotation.is_single and sentence.words[item] not in ".,?!"


def _unclaimed(sentence: Sentence, found: list[Attribution]) -> list[int]:
    claimed = {
        item for one in found for first, end in one.pieces for item in range(first, end)
    }
    return [item for item in sentence.quoted if item not in claimed]
