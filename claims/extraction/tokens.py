"""A text as words and marks, and one letter for what each of them can be."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims.extraction.lexicon.frames import Form, Language

_TOKEN = re.compile(
    r"[A-Za-z]{2,}+(?![\w'’&/@.-])"  # most words, found sooner
    r"|\n\s*"
    r"|[^\W\d_](?:-[^\W\d_])?\.(?:[^\W\d_]\.)+"  # U.S., a.m., D-R.I.
    r"|\d[\d.,]*\d%?(?!\w|-\w)"
    r"|[^\W_]+(?:['’&/@-][^\W_]+|\.[a-z0-9][^\W_]*)*"
    r"|--+|``|''|[^\w\s]|_+"
)
# What follows an abbreviation's full stop if a sentence ends with it.
_SENTENCE = re.compile(
    r"\s*(?:[\"“”]?\s*\n|$)|[\"”]?\s+[\"“]?"
    r"(?:The|He|She|It|They|We|I|In|On|At|But|And|A|An|This|That|These|Those|His|Her|"
    r"Its|Their|There|As|When|While|After|For|If|Some|One|No|Not|What|Who|How|So|Mr)\b"
)
_FOLLOWING = re.compile(r"[ \xa0]([^\W\d_]{3,9})\b")
_MOST_LETTERS = 50_000  # words remembered at a time
_LONGEST_WORD = 60  # characters; longer ones are no words and not worth remembering
_BREAK = re.compile("\n")
_MAY = re.compile("PM(?!#)")  # "Ms. May"
_IN_NAME = re.compile("(?<=[DI'])R(?=P)")
_MARKS = {
    **dict.fromkeys('"“”„‟«»', '"'),
    "``": '"',
    "''": '"',
    **dict.fromkeys("'‘’‚‹›", "'"),
    **dict.fromkeys("—–―‒-", "-"),
    **dict.fromkeys(",:;.!?()[]", ""),
    "…": ".",
}
_MARKS = {mark: kind or mark for mark, kind in _MARKS.items()}
_CUE_LETTERS = {
    Form.BASE: "v",
    Form.FINITE: "V",
    Form.PAST: "V",
    Form.PARTICIPLE: "p",
    Form.ING: "G",
}


@dataclass(frozen=True, slots=True)
class Tokens:
    """Words and marks in order, their offsets, and the letters for what they can be.

    ``shape`` has one letter a token. Quotation marks are ``"`` and ``'``, dashes
    ``-``, a new paragraph is a line feed; the letters of words are those of the
    language's lexicon, and:

    V v p G  a reporting verb: finite or past, base, participle, -ing
    n        a word that is a reporting verb or a noun
    P x      any other word with, and without, a capital letter
    g d      words in -ing and -ed     #  numbers     R  adverbs
    """

    words: list[str]
    starts: list[int]
    ends: list[int]
    shape: str


def tokens(text: str, language: Language) -> Tokens:
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _TOKEN.finditer(text):
        word = match[0]
        start, end = match.span()
        if word[-1] == ".":
            is_short = word == "." and words and ends[-1] == start
            if is_short and _is_abbreviated(words[-1], text, end, language):
                words[-1] += "."
                ends[-1] = end
                continue
            if word != "." and _SENTENCE.match(text, end):
                words.append(word[:-1])
                starts.append(start)
                ends.append(end - 1)
                word, start = ".", end - 1
        words.append(word)
        starts.append(start)
        ends.append(end)
    letters = _LETTERS.setdefault(language.code, _Letters(language))
    shape = "".join([letters[word] for word in words])
    return Tokens(words, starts, ends, _without_wraps(shape, words))


def _is_abbreviated(word: str, text: str, end: int, language: Language) -> bool:
    """Say whether the full stop that ends at ``end`` belongs to the word before."""
    word = word.rpartition("-")[2]  # R-Pa.
    if word in language.titles:
        return True
    if word in language.abbreviations or (len(word) == 1 and word.isupper()):
        return _SENTENCE.match(text, end) is None
    return language.has_ordinal_dots and word.isdigit() and _is_day(text, end, language)


def _is_day(text: str, end: int, language: Language) -> bool:
    """Say whether a month follows the full stop that makes a number a day: "4. Mai"."""
    following = _FOLLOWING.match(text, end)
    return following is not None and language.classes.get(following[1]) == "M"


def _without_wraps(shape: str, words: list[str]) -> str:
    """Make a lone line break within a sentence an ordinary blank: a ``~``."""
    shape = _with_names(_MAY.sub("PP", shape), words)
    if "\n" not in shape:
        return shape
    letters = list(shape)
    for found in _BREAK.finditer(shape):
        at = found.start()
        if words[at].count("\n") > 1 or not 0 < at < len(shape) - 1:
            continue
        if shape[at - 1] not in ".!?:;\"')]\n" and words[at + 1][0].islower():
            letters[at] = "~"
    return "".join(letters)


def _with_names(shape: str, words: list[str]) -> str:
    """Make "Long" a name's word in "the Long War Journal"."""
    for match in _IN_NAME.finditer(shape):
        at = match.start()
        if words[at][0].isupper():
            shape = f"{shape[:at]}P{shape[at + 1 :]}"
    return shape


class _Letters(dict[str, str]):
    """The letter of each word of a language, found once for many texts."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language

    def __missing__(self, word: str) -> str:
        letter = letter_of(word, self._language)
        if len(word) > _LONGEST_WORD:
            return letter
        if len(self) >= _MOST_LETTERS:
            self.clear()
        self[word] = letter
        return letter


_LETTERS: dict[str, _Letters] = {}


def letter_of(word: str, language: Language) -> str:
    """Return the letter for what a word can be in a sentence."""
    if word in _MARKS:
        return _MARKS[word]
    first = word[0]
    if not first.isalpha():
        return "\n" if first == "\n" else _letter_of_sign(first)
    lower = word.lower()
    known = language.classes.get(word) or language.classes.get(lower)
    if known is not None:
        return "P" if known == "F" and first.isupper() else known
    cue = language.cues.get(lower)
    is_noun = cue is not None and (cue.also_noun or language.has_capital_nouns)
    if cue is not None and not (is_noun and first.isupper()):
        return "n" if cue.also_noun else _CUE_LETTERS[cue.form]
    return _letter_of_other(word, lower, language)


def _letter_of_sign(first: str) -> str:
    if first.isdigit():
        return "#"
    return "-" if first == "-" else "z"


def _letter_of_other(word: str, lower: str, language: Language) -> str:
    if word[0].isupper():
        return "P"
    if lower.endswith("ly") and lower not in language.not_adverbs:
        return "R"
    if lower.endswith("ing"):
        return "g"
    return "d" if lower.endswith("ed") else "x"
