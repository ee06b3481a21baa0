"""How sure a finding is, going by the rule that found it and what it rests on."""

from __future__ import annotations

from claims.extraction.attributions import Attribution
from claims.extraction.findings import QuoteType, Voice
from claims.extraction.lexicon.frames import Frame, Language
from claims.extraction.sentences import Sentence

# How often a finding of each rule is right in its words and its speaker, in tenths
# and halves of tenths; `bench/reliability.py` shows how near that is.
_BY_RULE = {
    "words, then speaker": 0.97,
    "words, then verb": 0.95,
    "clause, then speaker": 0.9,
    "speaker, then words": 0.87,
    "interrupted": 0.93,
    "goes on": 0.92,
    "goes on below": 0.75,
    "goes on in the sentence": 0.7,
    "report goes on": 0.75,
    "participle": 0.75,
    "second verb": 0.7,
    "quoted as saying": 0.8,
    "citing": 0.75,
    "relative clause": 0.75,
    "as reported": 0.8,
    "according to": 0.82,
    "in whose words": 0.75,
    "reporting noun": 0.6,
    "whose count": 0.95,
    "name and dash": 0.8,
    "name and colon": 0.6,
    "account": 0.9,
    "colon": 0.75,
    "pointed at": 0.95,
    "mood of a clause": 0.7,
    "passive": 0.8,
    "so": 1.0,
    "reported mood": 0.65,
}
_UNKNOWN = 0.5
# What a report loses by resting on a verb that is not always one of speech.
_BY_VERB = {"say": 1.05, "tell": 0.88, "state": 0.78, "other": 0.7}
_UNNAMED, _SPEAKERLESS = 0.85, 0.5
# The words of a language that the rules know less well.
_BY_LANGUAGE = {"en": 1.0, "de": 0.78}
_LEAST, _MOST = 0.05, 0.99


def confidence_of(
    one: Attribution, kind: QuoteType, voice: Voice, language: Language
) -> float:
    """Return from 0 to 1 how likely words and speaker are both right."""
    value = _BY_RULE.get(one.rule, _UNKNOWN)
    if kind is not QuoteType.DIRECT and one.cue is not None:
        value *= _BY_VERB[_verb(one.sentence, one.cue[0], language)]
    if one.origin.subject is None:
        value *= _SPEAKERLESS
    elif voice is Voice.UNNAMED:
        value *= _UNNAMED
    value *= _BY_LANGUAGE[language.code]
    return round(min(_MOST, max(_LEAST, value)), 3)


def _verb(sentence: Sentence, at: int, language: Language) -> str:
    cue = language.cues.get(sentence.lower(at))
    if cue is None or cue.takes(Frame.SAY):
        return "say"
    if cue.takes(Frame.TELL):
        return "tell"
    return "state" if cue.takes(Frame.STATE) else "other"
