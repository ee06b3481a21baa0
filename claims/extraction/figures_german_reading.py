"""What a number of a German text counts, read from the words around it."""

from __future__ import annotations

from collections.abc import Iterator

from claims.domain.measures import Measure
from claims.domain.number_forms import Form
from claims.extraction.figures_drafts import Draft, Phrasebook, texts
from claims.extraction.lexicon import german_figures as words

_STATES = Phrasebook(words.STATES)
_ACTS = Phrasebook(words.ACTS, reverse=True)
_ENDINGS = ("er", "en", "es", "em", "e", "")
_REACH, _ACT_REACH, _TOLL_REACH, _NEAR, _FAR, _ADJECTIVES = 16, 10, 14, 9, 18, 5
_VERB_LAST: tuple[list[str], ...] = ([], [","], ["."], ["und"], [";"])
_NOTABLE, _CROWD = 50, 10
_LOOSE = frozenset({Measure.STRENGTH, Measure.HEADCOUNT, Measure.CROWD})
_HARM = frozenset(
    {
        Measure.KILLED,
        Measure.INJURED,
        Measure.MISSING,
        Measure.CASUALTIES,
        Measure.ARRESTED,
    }
)
_BUILT = frozenset({Measure.DESTROYED, Measure.DAMAGED})


def read(draft: Draft, text: str) -> None:
    """Find what ``draft`` counts, if it is a figure at all."""
    form = draft.phrase.form
    if form is Form.SHARE:
        draft.measure, draft.rule = Measure.SHARE, "share"
    elif form is Form.MONEY:
        _read_money(draft)
    elif form in {Form.COUNT, Form.ABSENCE}:
        _Reader(draft, text).read()


def is_scenery(draft: Draft) -> bool:
    """Say whether a noun alone tells the measure and the number is small."""
    if draft.rule != "noun" or draft.measure not in _LOOSE:
        return False
    return draft.value < (_CROWD if draft.measure is Measure.CROWD else _NOTABLE)


def _read_money(draft: Draft) -> None:
    near = {*texts(draft.before, _FAR), *texts(draft.after, _NEAR)}
    if words.LOSS & near:
        draft.measure, draft.rule = Measure.MONEY, "money"


def _suits(draft: Draft, measure: Measure) -> bool:
    """Say whether the noun, if there is one, can be what ``measure`` counts."""
    if measure in _BUILT:
        return draft.head in words.BUILT
    if draft.head in words.THINGS:
        return False
    if draft.phrase.kind == "zero" and not _says_none(draft, measure):
        return False
    if measure is Measure.CROWD and draft.value < _CROWD:
        return False
    return measure not in _LOOSE or not draft.head or _are_people(draft.head)


def _says_none(draft: Draft, measure: Measure) -> bool:
    """Tell "keine Verletzten" and "niemand starb" from "keinen Gast verletzt"."""
    if measure not in _HARM:
        return False
    return not draft.head or draft.head in words.COUNTS or draft.head in words.PEOPLE


def _are_people(head: str) -> bool:
    return head in words.PEOPLE or head in words.COUNTS or head.endswith(words.SUFFIXES)


class _Reader:
    """One number and the words on both sides of it."""

    def __init__(self, draft: Draft, text: str) -> None:
        self._draft, self._text = draft, text
        self._after, self._before = draft.after, draft.before
        self._adjective: Measure | None = None
        self._size = self._see_noun()

    def read(self) -> None:
        draft = self._draft
        if texts(self._before, 2) == ["der", "keiner"]:
            return  # "keiner der 30 Insassen"
        following = texts(self._after[self._size :], 1)
        if following and following[0].startswith("zählend"):
            return  # "die 30.000 Einwohner zählende Stadt"
        noun = words.COUNTS.get(draft.head)
        surely = noun if noun in _HARM else None
        told = (
            (self._toll(), "toll"),
            (self._adjective or surely, "noun"),
            (self._among(), "part"),
        )
        measure, rule = next(((found, rule) for found, rule in told if found), (None, ""))
        if measure is not None:
            self._take(measure, rule)
        elif not self._take_done() and noun is not None:
            self._take(noun, "noun")

    def _take(self, measure: Measure, rule: str) -> bool:
        draft = self._draft
        if not _suits(draft, measure):
            return False
        draft.measure, draft.rule = measure, rule
        return True

    def _see_noun(self) -> int:
        """Find the noun after the number; return how many words it takes."""
        draft = self._draft
        for place, word in enumerate(self._after[:_ADJECTIVES]):
            if not word.text[0].isalpha():
                break
            if self._text[word.start].isupper():
                draft.name(word.text, place + 1)
                draft.reach(place + 1)
                return place + 1
            if word.text == "von" and draft.phrase.kind == "vague":
                continue
            if word.text in words.NO_ADJECTIVES:
                break
            self._adjective = self._adjective or _adjective(word.text)
        return 0

    def _toll(self) -> Measure | None:
        """Return what "die Zahl der Toten stieg auf 43" counts."""
        before = texts(self._before, _TOLL_REACH)
        if not before or before[0] not in words.TOLL_LINKS:
            return None
        subject = None
        for word in before:
            if word in words.CLAUSE_ENDS:
                return None
            subject = words.TOLL_SUBJECTS.get(word, subject)
            if word in words.TOLL_WORDS:
                return subject
        return None

    def _among(self) -> Measure | None:
        """Return whom "unter den Toten sind neun Zivilisten" is a part of."""
        before = texts(self._before, _TOLL_REACH)[::-1]
        for place, word in enumerate(before[:-2]):
            if word == "unter" and before[place + 1] in {"den", "allen"}:
                return words.TOLL_SUBJECTS.get(before[place + 2])
        return None

    def _take_done(self) -> bool:
        """Take what was done to the counted, said behind them or before."""
        ahead = self._state()
        if ahead is not None and self._take(ahead, "state"):
            return True
        behind = self._act()
        return behind is not None and self._take(behind, "act")

    def _state(self) -> Measure | None:
        """Return the state that the clause ends with: "wurden ... getötet"."""
        for place in self._clause():
            found = _STATES.at(self._after, place)
            if found is not None and self._holds(place, found[1]):
                if self._is_denied(place, found[1]):
                    return None
                return self._reach(found[0], place, found[1])
            last = words.LAST.get(self._after[place].text)
            following = texts(self._after[place + 1 :], 1)
            if last is not None and following in _VERB_LAST:
                return self._reach(last, place, 1)
        return None

    def _reach(self, measure: Measure, place: int, size: int) -> Measure:
        """Cover the words up to the state, but no other number on the way."""
        between = texts(self._after[self._size : place], place)
        if not any(word[0].isdecimal() for word in between):
            self._draft.reach(place + size)
        return measure

    def _is_denied(self, place: int, size: int) -> bool:
        """Say whether it did not happen, or was done by the counted."""
        if place > 0 and self._after[place - 1].text in words.NEGATIONS:
            return True
        if words.PLANNED.intersection(texts(self._after[place + size :], 1)):
            return True
        between = texts(self._after[self._size : place], place)
        is_passive = self._after[place].text in words.PARTICIPLES
        return is_passive and not words.HAVE.isdisjoint(between)

    def _holds(self, place: int, size: int) -> bool:
        """Say whether the verb that a parted phrase needs is there: "nahm ... fest"."""
        phrase = " ".join(texts(self._after[place:], size))
        needed = words.NEEDED.get(phrase)
        if needed is None:
            return True
        near = {*texts(self._before, _REACH), *texts(self._after, _REACH)}
        return bool(needed & near)

    def _clause(self) -> Iterator[int]:
        """Yield the places of the words up to the end of the clause."""
        place, asides = self._size, 0
        while place < min(len(self._after), self._size + _REACH):
            word = self._after[place].text
            if word in words.CLAUSE_ENDS or self._opens(place):
                return
            if word == ",":
                asides += 1
                place = self._past_comma(place, asides)
                if place < 0:
                    return
                continue
            yield place
            place += 1

    def _opens(self, place: int) -> bool:
        """Say whether another clause begins: "als" does not in "als vermisst"."""
        following = texts(self._after[place + 1 :], 1)
        is_state = bool(following) and following[0] in words.STATES
        return self._after[place].text in words.OPENERS and not is_state

    def _past_comma(self, comma: int, asides: int) -> int:
        """Return the place after a comma where the clause goes on, else -1.

        Skips "darunter zwei Kinder,", and goes into "die ... starben".
        """
        following = self._after[comma + 1].text if comma + 1 < len(self._after) else ""
        if following in words.PARTS:
            for place in range(comma + 1, len(self._after)):
                if self._after[place].text == ",":
                    return place + 1
        if following in words.RELATIVES and asides == 1:
            return comma + 2
        return -1

    def _act(self) -> Measure | None:
        """Return what was done, where the verb stands first: "starben 43 Menschen"."""
        for place, word in enumerate(self._before[:_ACT_REACH]):
            found = _ACTS.at(self._before, place)
            if found is not None and self._is_verb(place, found[1]):
                self._draft.cover(self._before[place + found[1] - 1].start, self._draft.end)
                return found[0]
            if word.text in words.ACT_ENDS:
                return None
        return None

    def _is_verb(self, place: int, size: int) -> bool:
        """Say whether a participle has its "wurden" beside it."""
        if size > 1 or self._before[place].text not in words.PARTICIPLES:
            return True
        return bool(words.AUXILIARIES.intersection(texts(self._before, place)))


def _adjective(word: str) -> Measure | None:
    """Return what an adjective before the noun tells: "getötete Journalisten"."""
    for ending in _ENDINGS:
        stem = word.removesuffix(ending) if ending else word
        if stem in words.ADJECTIVES and (stem != word or not ending):
            return words.ADJECTIVES[stem] if stem != word else None
    return None
