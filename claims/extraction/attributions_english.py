"""Which words of an English sentence are attributed to whom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from claims.extraction import clauses, subjects
from claims.extraction.according import without_verb
from claims.extraction.attributions import Attribution
from claims.extraction.carrying import carried, past_addressee
from claims.extraction.halves import with_second_half
from claims.extraction.lexicon.frames import Frame, Language
from claims.extraction.passing_on import passed_on
from claims.extraction.sentences import Sentence
from claims.extraction.subjects import Items
from claims.extraction.verbs import Verb, verbs

# After a speaker that stands behind the verb, the sentence does not run on so.
_RUNS_ON = re.compile("Q|i|[^,;.:QWS-]*?[AbFVvhHX]")
_ALSO_INVERTED = frozenset(["promise", "warn", "advise", "remind"])
_BEFORE_CLAUSES = frozenset(",;:-CSQR")
_OPENING = 3  # items before a speaker that opens the sentence: "But as Brandt noted"
_PLAIN_SUBJECT = re.compile("[CR,]{0,2}(?P<who>P+|H)(?=R?x)")  # "Brandt lives …, and said"
# What goes on with words, not with the narrator's "while", "as", "though".
_TAILS = frozenset(["because", "until", "unless", "if", "especially", "perhaps"])
_SHORT = 3  # items that may be no clause
# Verbs that report without a comma before them: "a statement saying".
_SURE_PARTICIPLES = frozenset(
    ["say", "claim", "argue", "warn", "state", "note", "tell", "read"]
)


def attributions_in_english(sentence: Sentence, language: Language) -> list[Attribution]:
    """Return what a sentence attributes, in its order."""
    found = list(_Reader(sentence, language).read())
    for (words, cue, subject), rule in without_verb(sentence):
        one = Attribution(sentence, (words,), cue, subject, rule)
        if not any(one.overlaps(other) for other in found):
            found.append(one)
    whole = [with_second_half(one) for one in passed_on(found)]
    return sorted(whole, key=lambda one: one.start)


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
            if verb.at < self._taken:
                continue
            found = self._passive(verb) if verb.passive else self._read_verb(verb)
            if found is not None:
                yield found
                yield from self._going_on(found, self._past_verb(verb))

    def _read_verb(self, verb: Verb) -> Attribution | None:
        if verb.quoting is not None:
            return self._quoted_as(verb, verb.quoting)
        if verb.is_participle:
            return self._participle(verb)
        return self._inverted(verb) or self._straight(verb)

    def _passive(self, verb: Verb) -> Attribution | None:
        """Read "12 people are said by the police to have died"."""
        shape, by = self.sentence.shape, verb.at + 1
        says = verb.cue.takes(Frame.SAY, Frame.STATE, Frame.COUNT)
        if by >= len(shape) or self.sentence.lower(by) != "by" or not says:
            return None
        agent = subjects.after(self.sentence, by)
        head = subjects.before(self.sentence, verb.first)
        if agent is None or head is None or shape[agent[1] : agent[1] + 1] != "i":
            return None
        tail = agent[1], clauses.end_of(self.sentence, agent[1], self._stops)
        self._taken = tail[1]
        cue = (verb.at, by)
        return Attribution(self.sentence, (head, tail), cue, agent, "passive")

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
        as_reported = self._as_reported(verb, subject)
        if as_reported is not None:
            return as_reported
        words = carried(self.sentence, verb, self._stops)
        if words is not None and shape[first] in "Wt":
            words = clauses.relative(self.sentence, words)
        if words is not None:
            return self._found(words, verb, subject, "speaker, then words")
        return (
            self._gap(verb, subject)
            or self._interrupted(verb, subject)
            or self._postposed(verb, subject)
        )

    def _as_reported(self, verb: Verb, subject: Items) -> Attribution | None:
        """Read "As Brandt noted, the bridge was shut" and "…, as Brandt noted"."""
        before = self.sentence.lower(subject[0] - 1) if subject[0] else ""
        if before == "how" and self.sentence.shape[: subject[0]].endswith(("Q,bS", "QbS")):
            words = clauses.before(self.sentence, self._taken, subject[0] - 2, verb)
            return self._found(words, verb, subject, "as reported")
        if before != "as":
            return None
        start = clauses.after_comma(self.sentence, self._past_verb(verb))
        if start is not None and self._opens_clause(subject[0] - 1):
            words = (start, clauses.end_of(self.sentence, start, self._stops))
        elif self._closes(verb) and self.sentence.shape[subject[0] - 2] in ",Q":
            words = clauses.before(self.sentence, self._taken, subject[0] - 1, verb)
        else:
            words = None
        return self._found(words, verb, subject, "as reported")

    def _opens_clause(self, at: int) -> bool:
        """Say whether "as" opens the sentence, or what follows "…, and"."""
        shape = self.sentence.shape
        return at < _OPENING or shape[max(0, at - 2) : at] in {",C", ";C"}

    def _gap(self, verb: Verb, subject: Items) -> Attribution | None:
        """Read "a bridge that she said was unsafe": the words have no subject."""
        shape, start = self.sentence.shape, verb.at + 1
        before = shape[subject[0] - 1 : subject[0]] if subject[0] else ""
        if not verb.cue.takes(Frame.SAY) or before not in {"t", "W", "P", "x", "g"}:
            return None
        if shape[start : start + 1] not in {"A", "b", "F"}:
            return None
        words = (start, clauses.end_of(self.sentence, start, self._stops))
        return self._found(words, verb, subject, "relative clause")

    def _postposed(self, verb: Verb, subject: Items) -> Attribution | None:
        """Read "The bridge is shut, she said on Monday"."""
        if not self._is_set_off(subject) or not self._closes(verb):
            return None
        words = clauses.before(self.sentence, self._taken, subject[0], verb)
        found = self._found(words, verb, subject, "clause, then speaker")
        return self._with_tail(found, self._past_verb(verb)) if found else None

    def _with_tail(self, found: Attribution, at: int) -> Attribution:
        """Add what follows the speaker: "The bridge is shut, she said, because …"."""
        start = clauses.after_comma(self.sentence, at)
        if start is None or self.sentence.lower(start) not in _TAILS:
            return found
        words = start, clauses.end_of(self.sentence, start, self._stops)
        if words[1] - words[0] < _SHORT:
            return found
        self._taken = max(self._taken, words[1])
        return replace(found, pieces=(*found.pieces, words))

    def _is_set_off(self, subject: Items) -> bool:
        """Say whether a comma or a dash parts the speaker from what stands before."""
        shape, first = self.sentence.shape, subject[0]
        return first > 0 and shape[first - 1] in ",-" and shape[first] not in "Wt"

    def _closes(self, verb: Verb) -> bool:
        """Say whether the verb ends its clause: "…, she said on Monday"."""
        return clauses.closes(self.sentence, self._past_verb(verb))

    def _past_verb(self, verb: Verb) -> int:
        """Return the item after the verb, its particle and whom it tells."""
        if verb.cue.takes(Frame.TELL):
            return past_addressee(self.sentence, verb.at + 1)
        particle = {"go": "on", "put": "it"}.get(verb.cue.lemma)
        return verb.at + (2 if particle else 1)

    def _interrupted(self, verb: Verb, subject: Items) -> Attribution | None:
        """Read "The bridge, she said, is shut": two pieces of one clause."""
        if not verb.cue.takes(Frame.SAY, Frame.STATE, Frame.TELL, Frame.THINK):
            return None
        if not self._is_set_off(subject):
            return None
        head = (self._taken, subject[0] - 1)
        start = clauses.after_comma(self.sentence, self._past_verb(verb))
        if start is None or head[1] <= head[0] or clauses.has_verb(self.sentence, *head):
            return None
        end = clauses.end_of(self.sentence, start, self._stops)
        if not self._goes_with(head, (start, end)):
            return None
        self._taken = end
        cue = (verb.at, verb.at + 1)
        pieces = (head, (start, end))
        return Attribution(self.sentence, pieces, cue, subject, "interrupted")

    def _goes_with(self, head: Items, tail: Items) -> bool:
        """Say whether what follows the speaker completes what stands before."""
        shape, (start, end) = self.sentence.shape, tail
        if end <= start or shape[start] in "CGgS":
            return False
        if shape[start] in "AbFVvdR" or clauses.has_verb(self.sentence, start, end):
            return True
        return shape[head[0]] in "ITR" and end - start > _SHORT

    def _going_on(self, found: Attribution, end: int) -> Iterator[Attribution]:
        """Read what follows "The bridge is shut, she said, and …"."""
        if found.rule not in {"clause, then speaker", "words, then verb"}:
            return
        if found.subject is None or found.is_quotation:
            return
        at = max(end, found.subject[1])
        start = self._past_source(clauses.after_comma(self.sentence, at))
        if start is None:
            return
        if self.sentence.shape[start] == "C":
            start += 1
        elif self.sentence.shape[start - 1] == ",":
            return
        end = clauses.end_of(self.sentence, start, self._stops)
        is_said = clauses.is_said(self.sentence, start, end)
        if end - start > 2 and (is_said or self.sentence.shape[start - 1] == ":"):
            self._taken = end
            pieces = ((start, end),)
            yield Attribution(
                self.sentence, pieces, found.cue, found.subject, "report goes on"
            )

    def _past_source(self, start: int | None) -> int | None:
        """Skip "according to the agency," between two halves of a report."""
        if start is None or self.sentence.lower(start) != "according":
            return start
        comma = self.sentence.shape.find(",", start)
        return comma + 1 if 0 < comma < len(self.sentence.shape) - 1 else None

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
        if shape[subject[0] : subject[1]] == "H":
            return shape[subject[1] : subject[1] + 1] in {",", ".", ";", ""}
        return not _RUNS_ON.match(shape, subject[1])

    def _inverted(self, verb: Verb) -> Attribution | None:
        """Read '"…," said Ilse Brandt' and "…, said Ilse Brandt"."""
        subject = subjects.after(self.sentence, verb.at)
        if subject is None or not self._is_inverted(verb, subject):
            return None
        words = clauses.before(self.sentence, self._taken, verb.first, verb)
        if words is None or not clauses.is_said(self.sentence, *words):
            return None
        if not clauses.is_main_clause(self.sentence, *words):
            return None
        self._subject = subject
        return self._found(words, verb, subject, "words, then verb")

    def _participle(self, verb: Verb) -> Attribution | None:
        shape = self.sentence.shape
        before = shape[verb.at - 1]
        beside = self._beside(verb)
        leans = before in ",QC" or verb.cue.lemma in _SURE_PARTICIPLES
        if beside is None and not leans:
            return None
        words = carried(self.sentence, verb, self._stops)
        subject = beside or self._subject or self._main_subject(verb.at)
        return self._found(words, verb, subject, "participle")

    def _beside(self, verb: Verb) -> Items | None:
        """Return who speaks in "with Brandt calling it a mistake"."""
        found = subjects.before(self.sentence, verb.at)
        if found is None or found[0] == 0 or self.sentence.shape[verb.at - 1] in ",-":
            return None
        return found if self.sentence.lower(found[0] - 1) == "with" else None

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
        """Return the nearest subject that opens a clause before item ``end``."""
        shape = self.sentence.shape
        for at in range(end - 1, 0, -1):
            if shape[at] not in "AbFVvdn":
                continue
            found = subjects.before(self.sentence, at)
            if found is None or shape[found[0]] == "W":
                continue
            if found[0] == 0 or shape[found[0] - 1] in _BEFORE_CLAUSES:
                return found
        opening = _PLAIN_SUBJECT.match(shape)
        if opening is not None and opening.end() < end:
            return opening.span("who")
        return (0, 1) if shape[0] == "h" and end > 1 else None

    def _found(
        self, words: Items | None, verb: Verb, subject: Items | None, rule: str
    ) -> Attribution | None:
        if words is None or words[1] <= words[0]:
            return None
        cue = (verb.at, verb.at + 1)
        self._from = words[0]
        self._taken = max(self._taken, words[1], verb.at + 1)
        return Attribution(self.sentence, (words,), cue, subject, rule)
