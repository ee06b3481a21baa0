"""Find the quotes of a text: what is said, who says it, through whom."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.domain import names
from claims.domain.spans import Span
from claims.extraction.attributions import Attribution
from claims.extraction.attributions_english import attributions_in_english
from claims.extraction.attributions_german import attributions_in_german
from claims.extraction.candidates import Candidates
from claims.extraction.cast import Cast
from claims.extraction.chains import agency_of, relays_in, reporter_of
from claims.extraction.confidence import confidence_of
from claims.extraction.continuations import continuations
from claims.extraction.findings import (
    KnownSpeaker,
    QuoteFinding,
    QuoteType,
    Voice,
)
from claims.extraction.lexicon.frames import Language
from claims.extraction.passages import in_passages
from claims.extraction.quotations import quotations
from claims.extraction.retold_german import retold
from claims.extraction.said import said_on
from claims.extraction.sentences import Sentence, sentences
from claims.extraction.speakers import Resolver
from claims.extraction.speakers_german import GermanResolver
from claims.extraction.speaking import Speaker
from claims.extraction.subjects import Items
from claims.extraction.tokens import tokens

_MARKS = frozenset("\"“”„‟«»'‘’‚‹›`")
_TWO_MARKS = ("''", "``")
_DOUBLE = '"“”„‟«»'
_CLOSING = " \t\r\n\xa0,.;"
# A sentence without any of these letters reports nothing.
_SPEECH = {"en": frozenset("VvnGpIQ:"), "de": frozenset("VvnGpIQ:R")}
_READERS = {"en": attributions_in_english, "de": attributions_in_german}
_RESOLVERS = {"en": Resolver, "de": GermanResolver}
_SIGNPOSTS = frozenset(
    ["read", "watch", "related", "more", "see", "listen", "photos", "video", "gallery"]
)


def find(
    text: str,
    *,
    language: Language,
    published_at: dt.date | None = None,
    outlet: str | None = None,
    known: Sequence[KnownSpeaker] = (),
) -> list[QuoteFinding]:
    """Return the quotes of a text in its order; ``outlet`` is no relay of its own."""
    words = tokens(text, language)
    marked = quotations(words, text)
    parts = sentences(words, marked)
    reader, speech = _READERS[language.code], _SPEECH[language.code]
    read = [
        (part, reader(part, language) if speech & set(part.shape) else [])
        for part in parts
        if not _is_signpost(part)
    ]
    found = [one for _, several in read for one in several]
    found += continuations(read)
    found += retold(read, language) if language.code == "de" else []
    found.sort(key=lambda one: one.start)
    resolver = _RESOLVERS[language.code](words, Cast(words, marked), parts, language)
    relays = _Relays(text, outlet, resolver)
    builder = _Builder(text, language, published_at, resolver, Candidates(known), relays)
    quotes = [quote for one in found if (quote := builder.build(one)) is not None]
    quotes.sort(key=lambda quote: (quote.span, quote.rule))
    return list(in_passages(quotes, text)) if language.code == "de" else quotes


def _is_signpost(sentence: Sentence) -> bool:
    """Say whether a line points elsewhere: "READ MORE: …", "WATCH: …"."""
    colon = sentence.shape.find(":", 0, 4)
    return colon > 0 and sentence.lower(0) in _SIGNPOSTS


@dataclass
class _Builder:
    """Turns attributions into findings, in the order of the text."""

    text: str
    language: Language
    published_at: dt.date | None
    resolver: Resolver
    known: Candidates
    relays: _Relays

    def __post_init__(self) -> None:
        self._speakers: dict[int, Speaker] = {}

    def build(self, one: Attribution) -> QuoteFinding | None:
        pieces = tuple(self._pieces(one))
        if not pieces:
            return None
        speaker = self._speaker(one)
        named = one.origin
        subject = _owner(self.text, _span(named.sentence, named.subject))
        cue = _span(one.sentence, one.cue)
        kind, voice = _type(one), self._voice(one, speaker)
        said = said_on(one, self.text, self.published_at)
        return QuoteFinding(
            pieces=pieces,
            type=kind,
            cue=cue.of(self.text) if cue else None,
            cue_span=cue,
            speaker=subject.of(self.text) if subject else None,
            speaker_span=subject,
            speaker_name=speaker.name,
            speaker_names=speaker.names,
            via=self.relays.of(one, speaker),
            voice=voice,
            candidates=self.known.like(speaker.name) if speaker.entity else (),
            said_at=said.first if said else None,
            said_part=said.part if said else "",
            confidence=confidence_of(one, kind, voice, self.language),
            rule=one.rule,
        )

    def _voice(self, one: Attribution, speaker: Speaker) -> Voice:
        """Return whose voice it is; the outlet's own reporter is its own voice."""
        if speaker.entity is None:
            return Voice.UNNAMED
        return Voice.OWN if self.relays.is_own(one) else Voice.NAMED

    def _speaker(self, one: Attribution) -> Speaker:
        if one.continues is not None:
            known = self._speakers.get(id(one.continues))
            speaker = known if known is not None else self._speaker(one.continues)
        elif one.subject is not None:
            speaker = self.resolver.resolve(one.sentence, one.subject)
        else:
            speaker = Speaker()
        self._speakers[id(one)] = speaker
        return speaker

    def _pieces(self, one: Attribution) -> Iterator[Span]:
        sentence = one.sentence
        for first, end in one.pieces:
            span = _trimmed(self.text, sentence.starts[first], sentence.ends[end - 1])
            if span is not None:
                yield span


class _Relays:
    """Through whom each quote came, going by the sentence, then by the speaker."""

    def __init__(self, text: str, outlet: str | None, resolver: Resolver) -> None:
        self._resolver = resolver
        self._outlet = _printed(outlet or "")
        agency = agency_of(text)
        self._base = (agency,) if agency else ()
        self._last: dict[str, tuple[str, ...]] = {}

    def is_own(self, one: Attribution) -> bool:
        """Say whether the speaker is a reporter of the outlet itself."""
        origin = one.origin
        if origin.subject is None or not self._outlet:
            return False
        medium = reporter_of(origin.sentence.words[slice(*origin.subject)])
        return (
            medium is not None and names.fold(medium.split()[0]) == self._outlet.split()[0]
        )

    def of(self, one: Attribution, speaker: Speaker) -> tuple[str, ...]:
        origin = one.origin
        found = list(self._base)
        if origin.relay is not None:
            found.append(self._resolver.name_of(origin.sentence, origin.relay))
        taken = [*origin.pieces, *([origin.subject] if origin.subject else [])]
        found += relays_in(origin.sentence, taken)
        own = tuple(dict.fromkeys(each for each in found if self._passes_on(each)))
        if speaker.name is None:
            return own
        if len(own) > len(self._base):
            self._last[speaker.name] = own
        return own if len(own) > len(self._base) else self._last.get(speaker.name, own)

    def _passes_on(self, name: str) -> bool:
        return _printed(name) != self._outlet


def _printed(outlet: str) -> str:
    """Return what "The Lindvik Post" and "Lindvik Post" share."""
    return names.fold(outlet).removeprefix("the ")


def _type(one: Attribution) -> QuoteType:
    shape = "".join(one.sentence.shape[first:end] for first, end in one.pieces)
    if "Q" not in shape:
        return QuoteType.INDIRECT
    return QuoteType.DIRECT if set(shape) <= set("Q,.-~;!?") else QuoteType.MIXED


def _span(sentence: Sentence, items: Items | None) -> Span | None:
    if items is None:
        return None
    return Span(sentence.starts[items[0]], sentence.ends[items[1] - 1])


def _owner(text: str, span: Span | None) -> Span | None:
    """Return who is named: "Brandt" of "Brandt's claim that"."""
    if span is None or not text.endswith(("'s", "’s"), span.start, span.end):
        return span
    return Span(span.start, span.end - 2) if len(span) > len("'s") else None


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """Return the words without closing marks, nor the quotation marks around them."""
    while end > start and text[end - 1] in _CLOSING:
        end -= 1
    opened, closed = _marks_around(text[start:end])
    inner = text[start + opened : end - closed]
    if (opened or closed) and not any(mark in inner for mark in _DOUBLE):
        start, end = start + opened, end - closed
    while end > start and text[end - 1] in _CLOSING:
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return Span(start, end) if end > start else None


def _marks_around(words: str) -> tuple[int, int]:
    """Return how many characters of mark open and close some words: 0, 1 or 2."""
    opened = 2 if words.startswith(_TWO_MARKS) else int(words[:1] in _MARKS)
    closed = 2 if words.endswith(_TWO_MARKS) else int(words[-1:] in _MARKS)
    return (opened, closed) if opened + closed < len(words) else (0, 0)
