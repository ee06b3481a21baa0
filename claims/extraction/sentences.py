"""Sentences as a narrator writes them: a quotation is one item, whatever stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from claims.extraction.quotations import Quotation
from claims.extraction.tokens import Tokens

_SPEAKS = re.compile("(?:[PDx]{1,4}|H)R?V(?:[.,]|T|I|$)")  # '"…." Brandt said.'
_LONGEST = 400  # items; a longer "sentence" is a list or no text at all
_STOP = re.compile("[.!?;Q]")


@dataclass(slots=True)
class Sentence:
    """A sentence's items: words, marks, and whole quotations.

    ``shape`` has one letter an item, those of `tokens` and ``Q`` for a quotation.
    ``tokens`` are the items' first tokens; ``quoted`` maps an item to its quotation.
    """

    shape: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    paragraph: int
    quoted: dict[int, Quotation] = field(default_factory=dict)
    is_line: bool = False  # alone in its paragraph

    def text(self, first: int, end: int, text: str) -> str:
        """Return the words from item ``first`` up to, not including, ``end``."""
        return text[self.starts[first] : self.ends[end - 1]]

    def text_of(self, items: tuple[int, int]) -> str:
        return " ".join(self.words[items[0] : items[1]])

    def lower(self, item: int) -> str:
        return self.words[item].lower()


def sentences(tokens: Tokens, found: Sequence[Quotation]) -> list[Sentence]:
    """Return the narrator's sentences in order."""
    result: list[Sentence] = []
    first = paragraph = next_quotation = 0
    total = len(tokens.shape)
    while first < total:
        end = tokens.shape.find("\n", first)
        end = total if end < 0 else end
        if end > first:
            from_quotation = next_quotation
            while next_quotation < len(found) and found[next_quotation].first < end:
                next_quotation += 1
            inside = found[from_quotation:next_quotation]
            items = _items(tokens, range(first, end), inside)
            result.extend(_split(items, paragraph))
            paragraph += 1
        first = end + 1
    return result


def _items(tokens: Tokens, part: range, inside: Sequence[Quotation]) -> Sentence:
    """Return a paragraph as one run of items, quotations folded."""
    shape: list[str] = []
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    quoted: dict[int, Quotation] = {}
    at = part.start
    for quotation in inside:
        shape.append(tokens.shape[at : quotation.first] + "Q")
        words += tokens.words[at : quotation.first]
        starts += tokens.starts[at : quotation.first]
        ends += tokens.ends[at : quotation.first]
        quoted[len(words)] = quotation
        inner = quotation.inner
        words.append(tokens.words[inner[-1]] if inner else "")
        starts.append(tokens.starts[quotation.first])
        ends.append(tokens.ends[quotation.last])
        at = quotation.last + 1
    shape.append(tokens.shape[at : part.stop])
    words += tokens.words[at : part.stop]
    starts += tokens.starts[at : part.stop]
    ends += tokens.ends[at : part.stop]
    return Sentence("".join(shape), words, starts, ends, 0, quoted)


def _split(items: Sentence, paragraph: int) -> Iterator[Sentence]:
    first = 0
    waiting = list(items.quoted.items())[::-1]
    for end in _no_longer(items):
        quoted: dict[int, Quotation] = {}
        while waiting and waiting[-1][0] < end:
            item, quotation = waiting.pop()
            quoted[item - first] = quotation
        yield Sentence(
            items.shape[first:end],
            items.words[first:end],
            items.starts[first:end],
            items.ends[first:end],
            paragraph,
            quoted,
            first == 0 and end == len(items.shape),
        )
        first = end


def _no_longer(items: Sentence) -> Iterator[int]:
    """Yield the ends of sentences; one too long to be one is cut."""
    first = 0
    for end in [*_ends(items), len(items.shape)]:
        while end - first > _LONGEST:
            first += _LONGEST
            yield first
        if end > first:
            yield end
            first = end


def _ends(items: Sentence) -> Iterator[int]:
    """Yield the items before which a new sentence starts."""
    shape = items.shape
    for match in _STOP.finditer(shape):
        at, mark = match.start(), match.group()
        if mark == "Q":
            if _quotation_ends_sentence(items, at):
                yield at + 1
            continue
        end = at + 1
        while end < len(shape) and shape[end] in "\"')].!?":
            end += 1
        if end < len(shape) and mark != ";" and _starts_sentence(items, end):
            yield end


def _starts_sentence(items: Sentence, at: int) -> bool:
    letter, word = items.shape[at], items.words[at]
    return letter in "Q#-(\"'" or word[0].isupper() or not word[0].isascii()


def _quotation_ends_sentence(items: Sentence, at: int) -> bool:
    """Say whether the words between marks end with the narrator's sentence.

    "…" after which the sentence goes on closes with a comma, or with a question
    or exclamation mark before "she asked".
    """
    last = items.words[at]
    shape = items.shape
    if last not in ".!?…" or at + 1 >= len(shape):
        return False
    following = shape[at + 1 : at + 9]
    if following[0] == "Q":
        return True
    if not (following[0] in "PDHxn#" or items.words[at + 1][0].isupper()):
        return False
    if last in "!?…":
        return not re.match(r"[DPHxnd#,\-]{0,6}?[R]?[VvnA]", following)
    opens = at == 0 or shape[at - 1] in ".!?Q"
    goes_on = opens and _SPEAKS.match(shape, at + 1)
    return items.words[at + 1][0].isupper() and not goes_on
