"""How a reporting word takes its speaker and its words, and what a language knows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Frame(StrEnum):
    """What may follow a reporting verb."""

    SAY = "say"  # a clause, however short, or a quotation: "said …"
    STATE = "state"  # a clause with its verb in sight, or a quotation: "announced …"
    THAT = "that"  # a clause after "that" only, or a quotation: "agreed that …"
    TELL = "tell"  # somebody, then a clause or a quotation: "told them (that) …"
    VOICE = "voice"  # a quotation beside it, never a bare clause: "smiled"
    NAME = "name"  # a thing, then words for it: "called it …"
    VOW = "vow"  # an infinitive: "vowed to …"
    URGE = "urge"  # somebody, then an infinitive: "urged them to …"
    RULE = "rule"  # a thing or an act: "ruled out …", "denied …"
    COUNT = "count"  # a number of something: "counted …", "put the dead at …"
    THINK = "think"  # words that stand before it: "…, he felt"
    ASK = "ask"  # a question: "asked why …"
    CALL = "call"  # something wanted: "called for …"
    CHARGE = "charge"  # somebody, and what for: "accused them of …", "described it as …"
    TOPIC = "topic"  # a quotation after a preposition: "spoke of a "…""


class Form(StrEnum):
    """The form a reporting verb stands in."""

    BASE = "base"
    FINITE = "finite"
    PAST = "past"  # also the participle, unless the verb keeps them apart
    PARTICIPLE = "participle"
    ING = "ing"


@dataclass(frozen=True, slots=True)
class Cue:
    """One form of a reporting verb."""

    lemma: str
    form: Form
    frames: frozenset[Frame]
    also_noun: bool = False

    def takes(self, *frames: Frame) -> bool:
        return not self.frames.isdisjoint(frames)


@dataclass(frozen=True, slots=True)
class Language:
    """The words of one language that the engine goes by.

    ``classes`` maps a lower-case word to the one letter that stands for it in the
    shape of a text, see `claims.extraction.tokens`.
    """

    code: str
    cues: Mapping[str, Cue]
    classes: Mapping[str, str]
    abbreviations: frozenset[str]
    titles: frozenset[str]  # abbreviations that a name follows
    not_adverbs: frozenset[str] = field(default_factory=frozenset)
    has_capital_nouns: bool = False  # a word with a capital is no verb
    has_ordinal_dots: bool = False  # "am 4. Mai"
    pronouns: Mapping[str, str] = field(default_factory=dict)  # to he, she, they, it
