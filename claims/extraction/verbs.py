"""Which words of a sentence are reporting verbs, and whether they report a statement."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims.extraction.lexicon.frames import Cue, Form, Language
from claims.extraction.sentences import Sentence

_CUE = re.compile("[VvnGp]")
_HYPOTHETICAL = frozenset(
    """will would could might may should can must shall cannot can't can’t won't won’t
    wouldn't wouldn’t couldn't couldn’t""".split()
)
_QUANTIFIERS = frozenset(
    """half some many most few several all both one another each two three four five six
    seven eight nine ten""".split()
)
_NOUN_ENDS = re.compile("[tHQoDP]|It|[,:]Q|:")
_AFTER_WORDS = re.compile("(?:Q[,-]?|,)[DPxH'R#]{1,6}$")


@dataclass(frozen=True, slots=True)
class Verb:
    """A reporting verb: its item, the first item of its group ("has also said")."""

    at: int
    first: int
    cue: Cue
    passive: bool = False
    quoting: int | None = None  # the verb of a medium that "quoted him as saying"

    @property
    def is_participle(self) -> bool:
        """Whether it leans on another clause's subject: "…, adding that"."""
        return self.cue.form is Form.ING and self.first == self.at


def verbs(sentence: Sentence, language: Language) -> list[Verb]:
    """Return the verbs that report a statement, in order.

    Left out are nouns, what was not said ("would not say"), and what might be.
    """
    result: list[Verb] = []
    for match in _CUE.finditer(sentence.shape):
        at = match.start()
        cue = language.cues.get(sentence.lower(at))
        if cue is None or not _is_verb(sentence, at, cue):
            continue
        first = _group_start(sentence.shape, at)
        quoting = None
        if cue.form is Form.ING and result and _is_quoted_as(sentence, result[-1], at):
            quoter = result.pop()
            first = quoter.first
            quoting = None if quoter.passive else quoter.at
        if _is_unsaid(sentence, first, at, cue):
            continue
        if (
            cue.lemma == "go"
            and sentence.lower(min(at + 1, len(sentence.words) - 1)) != "on"
        ):
            continue
        passive = cue.form is Form.PAST and "b" in sentence.shape[first:at]
        result.append(Verb(at, first, cue, passive, quoting))
    return result


def _is_quoted_as(sentence: Sentence, verb: Verb, at: int) -> bool:
    """Say whether a verb and "as saying" at ``at`` are one: "was quoted as saying"."""
    if verb.cue.lemma not in {"quote", "cite", "report", "describe"}:
        return False
    return sentence.lower(at - 1) == "as" and at - verb.at <= 12


def _group_start(shape: str, at: int) -> int:
    first = at
    while first > 0 and shape[first - 1] in "AbRX":
        first -= 1
    while first < at and shape[first] == "R":
        first += 1
    return first


def _is_verb(sentence: Sentence, at: int, cue: Cue) -> bool:
    shape = sentence.shape
    before = shape[at - 1] if at else ""
    if cue.form is Form.ING:
        owned = at > 0 and sentence.words[at - 1].endswith(("'s", "’s", "s’"))
        return not owned and before not in {"D", "I", "A", ""}
    if before == "D" and sentence.lower(at - 1) in _QUANTIFIERS:
        return not cue.also_noun
    if before in {"D", "I", ""}:
        return before == "" and not cue.also_noun and cue.form is not Form.BASE
    if cue.also_noun:
        return _is_verb_not_noun(shape, at, cue)
    return True


def _is_verb_not_noun(shape: str, at: int, cue: Cue) -> bool:
    """Say whether a word such as "claims" is a verb, going by its neighbours."""
    before, after = shape[at - 1], shape[at + 1 : at + 3]
    if cue.form is Form.FINITE and shape[max(0, at - 2) : at] == "#x":
        return False  # "50 member states"
    if before in "HWAR":
        return shape[max(0, at - 2) : at] != "DR"  # their earlier claim
    if after[:1] in "., " and _AFTER_WORDS.search(shape, max(0, at - 9), at):
        return True
    if cue.form in (Form.FINITE, Form.BASE):
        return before in "PxQ,)" and _NOUN_ENDS.match(after) is not None
    return before in "PxnQ,)#" and after[:1] not in ("", ".")


def _is_unsaid(sentence: Sentence, first: int, at: int, cue: Cue) -> bool:
    group = [sentence.lower(item) for item in range(first, at)]
    if any(word in _HYPOTHETICAL for word in group):
        return True
    negated = "X" in sentence.shape[first:at]
    if negated or any(word.endswith(("n't", "n’t")) for word in group):
        return True
    if first > 0 and sentence.shape[first - 1] == "i":
        return cue.form is not Form.ING and not _goes_on(sentence, first - 1)
    return False


def _goes_on(sentence: Sentence, to: int) -> bool:
    """Say whether "to" follows "went on", "continued"."""
    if to == 0:
        return False
    return sentence.lower(to - 1) in {"on", "continued", "continues", "began"}
