"""Which words of a sentence are attributed to whom, going by its reporting verbs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from claims.extraction import clauses, subjects
from claims.extraction.according import according
from claims.extraction.carrying import carried
from claims.extraction.chains import is_medium
from claims.extraction.lexicon.frames import Frame, Language
from claims.extraction.sentences import Sentence
from claims.extraction.subjects import Items
from claims.extraction.verbs import Verb, verbs

# After a speaker that stands behind the verb, the sentence does not run on so.
_RUNS_ON = re.compile("Q|i|[^,;.:QWS-]*?[AbFVvhHX]")
_ALSO_INVERTED = frozenset(["promise", "warn", "advise", "remind"])
_SHORT = 3  # items that may be no clause
_SECOND_HALF = re.compile("[^QVvAbF;:.]{0,12},~?Q")
# Verbs that report without a comma before them: "a statement saying".
_SURE_PARTICIPLES = frozenset(
    ["say", "claim", "argue", "warn", "state", "note", "tell", "read"]
)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words of one sentence, what reports them and who speaks, as items.

    One that ``continues`` another has that one's speaker.
    """

    sentence: Sentence
    pieces: tuple[Items, ...]
    cue: Items | None
    subject: Items | None
    rule: str
    continues: Attribution | None = None
    relay: Items | None = None  # who passes the words on

    @property
    def is_direct(self) -> bool:
        """Whether a quotation is among the words."""
        return any("Q" in self.sentence.shape[first:end] for first, end in self.pieces)

    @property
    def start_of_cue(self) -> int:
        """Where in the text the cue starts, or the words if there is none."""
        return self.sentence.starts[self.cue[0]] if self.cue else self.start

    @property
    def origin(self) -> Attribution:
        """The attribution that names the speaker: this one, or the one it continues."""
        one = self
        while one.subject is None and one.continues is not None:
            one = one.continues
        return one

    @property
    def start(self) -> int:
        """Where in the text the words start."""
        return self.sentence.starts[self.pieces[0][0]]

    def overlaps(self, other: Attribution) -> bool:
        """Say whether two of one sentence claim the same words."""
        return any(
            ours[0] < theirs[1] and theirs[0] < ours[1]
            for ours in self.pieces
            for theirs in other.pieces
        )


def attributions(sentence: Sentence, language: Language) -> list[Attribution]:
    """Return what a sentence attributes, in its order."""
    found = list(_Reader(sentence, language).read())
    for words, cue, subject in according(sentence):
        one = Attribution(sentence, (words,), cue, subject, "according to")
        if not any(one.overlaps(other) for other in found):
            found.append(one)
    whole = [_with_second_half(one) for one in passed_on(found)]
    return sorted(whole, key=lambda one: one.start)


def passed_on(found: list[Attribution]) -> list[Attribution]:
    """Return the attributions with a medium as relay where it is no more than that.

    "…, a spokesman said, the agency reports" has one speaker; so has "the station
    reported, citing a ministry".
    """
    media = [one for one in found if _is_by_medium(one)]
    if not media:
        return found
    cited = [_citing(one) for one in media]
    others = [one for one in found if one not in media]
    inner = [
        one for one in others if any(one.start < medium.start_of_cue for medium in media)
    ]
    if inner:
        relay = media[-1].subject
        return [replace(one, relay=relay) if one in inner else one for one in others]
    return others + cited


def _is_by_medium(one: Attribution) -> bool:
    if one.subject is None or one.cue is None:
        return False
    return is_medium(one.sentence.words[slice(*one.subject)])


def _citing(one: Attribution) -> Attribution:
    """Return what a medium reports by whom it cites, if it cites anybody."""
    sentence = one.sentence
    for at in range(1, len(sentence.shape)):
        if (
            sentence.lower(at) in {"citing", "quoting"}
            and sentence.shape[at - 1] in ",QxTP"
        ):
            cited = subjects.after(sentence, at)
            if cited is not None:
                return replace(one, subject=cited, relay=one.subject, rule="citing")
    return one


def _with_second_half(one: Attribution) -> Attribution:
    """Return '"The bridge," she said, "is shut"' as one quote of two pieces."""
    if one.cue is None or one.subject is None or not one.is_direct:
        return one
    end = max(one.cue[1], one.subject[1])
    rest = _SECOND_HALF.match(one.sentence.shape, end)
    if one.pieces[-1][1] > end or rest is None:
        return one
    item = rest.end() - 1
    if not one.sentence.quoted[item].is_within:
        return one
    return replace(one, pieces=(*one.pieces, (item, item + 1)))


class _Reader:
    """Reads the attributions of one sentence, from its first verb to its last."""

    def __init__(self, sentence: Sentence, language: Language) -> None:
        self.sentence = sentence
        self.verbs = verbs(sentence, language)
        self._stops = [verb.at for verb in self.verbs]
        self._from = self._taken = 0  # the items between are attributed
        self._subject: Items | None = None

    def read(self) -> Iterator[Attribution]:
        for verb in self.verbs:
            if verb.at < self._taken or verb.passive:
                continue
            found = self._read_verb(verb)
            if found is not None:
                yield found
                yield from self._going_on(found)

    def _read_verb(self, verb: Verb) -> Attribution | None:
        if verb.quoting is not None:
            return self._quoted_as(verb, verb.quoting)
        if verb.is_participle:
            return self._participle(verb)
        return self._inverted(verb) or self._straight(verb)

    def _straight(self, verb: Verb) -> Attribution | None:
        subject = subjects.before(self.sentence, verb.first)
        if subject is None:
            return self._joined(verb)
        if self._from <= subject[0] < self._taken:
            return None
        self._subject = subject
        return self._with_subject(verb, subject)

    def _with_subject(self, verb: Verb, subject: Items) -> Attribution | None:
        shape, first = self.sentence.shape, subject[0]
        if first > 0 and self._follows_quotation(first):
            words = clauses.before(self.sentence, self._taken, first, verb)
            return self._found(words, verb, subject, "words, then speaker")
        words = carried(self.sentence, verb, self._stops)
        if words is not None and shape[first] == "W":
            words = clauses.relative(self.sentence, words)
        if words is not None:
            return self._found(words, verb, subject, "speaker, then words")
        if first == 0 or shape[first - 1] not in ",-" or shape[first] == "W":
            return None
        interrupted = self._interrupted(verb, subject)
        if interrupted is not None:
            return interrupted
        words = clauses.before(self.sentence, self._taken, first, verb)
        return self._found(words, verb, subject, "clause, then speaker")

    def _interrupted(self, verb: Verb, subject: Items) -> Attribution | None:
        """Read "The bridge, she said, is shut": two pieces of one clause."""
        if not verb.cue.takes(Frame.SAY, Frame.STATE, Frame.TELL):
            return None
        head = (self._taken, subject[0] - 1)
        start = clauses.after_comma(self.sentence, verb.at + 1)
        if start is None or clauses.has_verb(self.sentence, *head):
            return None
        end = clauses.end_of(self.sentence, start, self._stops)
        tail = self.sentence.shape[start:end]
        opening = self.sentence.shape[head[0]] in "ITR"
        is_rest = tail[:1] in "AbFVvdR" or (opening and end - start > _SHORT)
        if not is_rest and not clauses.has_verb(self.sentence, start, end):
            return None
        if tail[:1] in "CGgS" or head[1] <= head[0] or not tail:
            return None
        self._taken = end
        pieces = (head, (start, end))
        cue = (verb.at, verb.at + 1)
        return Attribution(self.sentence, pieces, cue, subject, "interrupted")

    def _going_on(self, found: Attribution) -> Iterator[Attribution]:
        """Read what follows "The bridge is shut, she said, and …"."""
        if found.rule not in {"clause, then speaker", "words, then verb"}:
            return
        if found.subject is None or found.cue is None or found.is_direct:
            return
        at = max(found.cue[1], found.subject[1])
        start = clauses.after_comma(self.sentence, at)
        if start is None:
            return
        if self.sentence.shape[start] == "C":
            start += 1
        elif self.sentence.shape[start - 1] == ",":
            return
        end = clauses.end_of(self.sentence, start, self._stops)
        if end - start > 2 and clauses.is_said(self.sentence, start, end):  # noqa: PLR2004
            self._taken = end
            pieces = ((start, end),)
            yield Attribution(
                self.sentence, pieces, found.cue, found.subject, "report goes on"
            )

    def _follows_quotation(self, at: int) -> bool:
        before = self.sentence.shape[max(0, at - 2) : at]
        return before[-1:] == "Q" or before in {"Q,", "Q-"}

    def _is_inverted(self, verb: Verb, subject: Items) -> bool:
        """Say whether the speaker follows a verb that closes what was said."""
        shape = self.sentence.shape
        if verb.first == 0 or shape[verb.first - 1] not in "Q,-~":
            return False
        if verb.cue.takes(Frame.TELL) and verb.cue.lemma not in _ALSO_INVERTED:
            return False
        return not _RUNS_ON.match(shape, subject[1])

    def _inverted(self, verb: Verb) -> Attribution | None:
        """Read '"…," said Ilse Brandt' and "…, said Ilse Brandt"."""
        subject = subjects.after(self.sentence, verb.at)
        if subject is None or not self._is_inverted(verb, subject):
            return None
        words = clauses.before(self.sentence, self._taken, verb.first, verb)
        if words is None or not clauses.is_said(self.sentence, *words):
            return None
        self._subject = subject
        return self._found(words, verb, subject, "words, then verb")

    def _participle(self, verb: Verb) -> Attribution | None:
        before = self.sentence.shape[verb.at - 1]
        if before not in ",Q" and verb.cue.lemma not in _SURE_PARTICIPLES:
            return None
        words = carried(self.sentence, verb, self._stops)
        subject = self._subject or self._main_subject(verb.at)
        return self._found(words, verb, subject, "participle")

    def _quoted_as(self, verb: Verb, quoting: int) -> Attribution | None:
        """Read "state media quoted him as saying …": he speaks, they pass it on."""
        medium = subjects.before(self.sentence, verb.first)
        quoted = (quoting + 1, verb.at - 1)
        if quoted[1] <= quoted[0]:
            return None
        if medium is not None and self._follows_quotation(medium[0]):
            words = clauses.before(self.sentence, self._taken, medium[0], verb)
        else:
            words = carried(self.sentence, verb, self._stops)
        found = self._found(words, verb, quoted, "quoted as saying")
        return replace(found, relay=medium) if found else None

    def _joined(self, verb: Verb) -> Attribution | None:
        """Read "…, and said …": the subject is that of the clause before."""
        if verb.first == 0 or self.sentence.shape[verb.first - 1] not in "C,":
            return None
        words = carried(self.sentence, verb, self._stops)
        subject = self._subject or self._main_subject(verb.first)
        return self._found(words, verb, subject, "second verb") if subject else None

    def _main_subject(self, end: int) -> Items | None:
        if self.sentence.shape[0] == "h" and end > 1:
            return 0, 1
        for at in range(1, end):
            if self.sentence.shape[at] in "AbFVdn":
                found = subjects.before(self.sentence, at)
                if found is not None:
                    return found
        return None

    def _found(
        self, words: Items | None, verb: Verb, subject: Items | None, rule: str
    ) -> Attribution | None:
        if words is None or words[1] <= words[0]:
            return None
        cue = (verb.at, verb.at + 1)
        self._from = words[0]
        self._taken = max(self._taken, words[1], verb.at + 1)
        return Attribution(self.sentence, (words,), cue, subject, rule)
