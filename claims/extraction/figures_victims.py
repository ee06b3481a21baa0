"""Victims who are told one by one: how many they are, where no number says it.

"Orme was shot dead ... A neighbour died later ... The gunman killed himself" is three
killed. It is counted only where the text prints no such number itself, and the finding
stands on the words that tell of the last of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from claims.domain.measures import Measure
from claims.domain.spans import Span
from claims.extraction.figures_drafts import Draft, Note
from claims.extraction.figures_sentences import Sentences
from claims.extraction.figures_unprinted import phrase_of
from claims.extraction.lexicon import english_victims as words
from claims.extraction.victim_people import ANOTHER, PAIR, Harm, Victim
from claims.extraction.victims import victims_of

RULE = "victims counted"
_CLASSES = {
    "men": words.MEN,
    "women": words.WOMEN,
    "boys": words.BOYS,
    "girls": words.GIRLS,
    "children": words.CHILDREN,
}
_PAIR = 2
_MANY = 10  # printed dead among whom nobody is counted one by one


def count_victims(
    text: str, lowered: str, sentences: Sentences, figures: Sequence[Draft]
) -> Iterator[Draft]:
    """Yield how many were killed, and how many hurt, if only the whole text tells it."""
    killed = [draft for draft in figures if draft.measure is Measure.KILLED]
    if _largest(killed) >= _MANY:
        return
    victims = victims_of(text, lowered, sentences)
    hurt = [draft for draft in figures if draft.measure is Measure.INJURED]
    taken = {Span(draft.start, draft.end) for draft in figures}
    printed = {
        Harm.KILLED: (Measure.KILLED, killed, 0),
        Harm.HURT: (
            Measure.INJURED,
            [draft for draft in hurt if not (killed and _is_shot(draft))],
            _largest(killed),
        ),
    }
    for harm, (measure, numbers, dead) in printed.items():
        harmed = [victim for victim in victims if victim.harm is harm]
        value = _counted(harmed, numbers, dead)
        spans = [span for victim in harmed if (span := victim.told) not in taken and span]
        if value > 1 and spans and all(draft.value != value for draft in numbers):
            last = max(spans, key=lambda span: span.start)
            yield _draft(text, sentences, last, value, measure)


def _is_shot(draft: Draft) -> bool:
    """Say whether the words leave open who of the counted died: "eight were shot"."""
    lowered = draft.sentence.lowered[draft.start : draft.end]
    return "shot" in lowered.split()


def _largest(drafts: Sequence[Draft]) -> int:
    return max((int(draft.value) for draft in drafts), default=0)


def _counted(harmed: Sequence[Victim], printed: Sequence[Draft], dead: int) -> int:
    """Return how many there are, 0 where a printed number says it as well.

    ``dead`` is the largest number of killed that is printed.
    """
    attackers = [victim for victim in harmed if victim.attacks]
    others = [victim for victim in harmed if not victim.attacks]
    group = _largest(printed)
    if group > 1:
        return _beside(group, attackers, others, printed, dead)
    is_pair = any(victim.head == PAIR for victim in attackers)
    if not others and not is_pair:
        return 0
    named = sum(bool(victim.name) or victim.apart for victim in others)
    known = sum(bool(victim.name) for victim in attackers)
    described, nameless = _described(others), len(attackers) - known
    total = max(named + known, described + nameless, max(named, described) + known)
    if attackers and max(named, described) == 1:
        total = max(total, _PAIR)
    return max(total, _PAIR) if is_pair else total


def _beside(
    group: int,
    attackers: Sequence[Victim],
    others: Sequence[Victim],
    printed: Sequence[Draft],
    dead: int,
) -> int:
    """Return a printed number with those who stand beside it: their killer, a third."""
    third = max((victim.place for victim in others), default=0)
    if third == group + 1 and dead < group:
        return third
    apart = _largest([draft for draft in printed if _is_of_targets(draft)])
    if apart < group:
        return 0
    described = [victim for victim in attackers if victim.head and victim.head != PAIR]
    named = len([victim for victim in attackers if victim.name])
    return apart + max(named, len(described))


def _is_of_targets(draft: Draft) -> bool:
    """Say whether a killer cannot be among the counted: "killed two", "two officers"."""
    if draft.rule in {"act", "fold"} or draft.head in words.TARGETS:
        return True
    listed = bool(draft.notes & {Note.LISTED, Note.NAMES})
    return listed and words.ATTACKER.search(draft.phrase.text.lower()) is None


def _by_role(heads: Counter[str]) -> int:
    """Return how many have callings of their own: a driver, a passenger, an officer."""
    roles = {"officer" if head in words.FORCES else head for head in heads}
    return len(roles - words.GENERIC - words.GENDERED - set(words.CHILDREN))


def _described(victims: Sequence[Victim]) -> int:
    """Return how many of the described cannot be the same: "a man", "another man"."""
    nameless = [victim for victim in victims if not victim.name]
    first = [victim for victim in nameless if victim.place != ANOTHER]
    heads = Counter(victim.head for victim in first if not victim.age)
    aged = Counter(victim.head for victim in first if victim.age)
    apart = heads | aged  # "a man" may be "a 24-year-old man"
    of = {name: max(apart[head] for head in heads) for name, heads in _CLASSES.items()}
    adults, minors = of["men"] + of["women"], of["boys"] + of["girls"]
    by_class = adults + max(minors, of["children"])
    anyone = max((*apart.values(), aged.total(), _by_role(apart)), default=0)
    more = len(nameless) - len(first)
    third = max((victim.place for victim in victims), default=0)
    if third > len(victims) + 1:  # the first two may have fared otherwise
        third = 0
    return max(max(by_class, anyone) + more, third)


def _draft(
    text: str, sentences: Sentences, span: Span, value: int, measure: Measure
) -> Draft:
    phrase = phrase_of(text, span, value)
    return Draft(phrase, sentences.at(span.start), measure, RULE)
