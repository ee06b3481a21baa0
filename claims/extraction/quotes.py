"""Find the quotes of a text: what is said, who says it, through whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.domain import names
from claims.domain.spans import Span
from claims.extraction.attributions import Attribution, attributions
from claims.extraction.cast import Cast
from claims.extraction.continuations import continuations
from claims.extraction.findings import (
    Candidate,
    KnownSpeaker,
    QuoteFinding,
    QuoteType,
    Voice,
)
from claims.extraction.lexicon.frames import Language
from claims.extraction.quotations import quotations
from claims.extraction.sentences import Sentence, sentences
from claims.extraction.speakers import Resolver, Speaker
from claims.extraction.subjects import Items
from claims.extraction.tokens import tokens

_MARKS = "\"“”„‟«»'‘’‚‹›`"
_CLOSING = " \t\r\n\xa0,.;"
_SPEECH = frozenset("VvnGpIQ:")  # a sentence without any of these reports nothing
_SIGNPOSTS = frozenset(
    ["read", "watch", "related", "more", "see", "listen", "photos", "video", "gallery"]
)
_ALIKE = 0.75  # names less alike are not offered


def find(
    text: str, *, language: Language, known: Sequence[KnownSpeaker] = ()
) -> list[QuoteFinding]:
    """Return the quotes of a text in its order."""
    words = tokens(text, language)
    marked = quotations(words, text)
    parts = sentences(words, marked)
    read = [
        (part, attributions(part, language) if _SPEECH & set(part.shape) else [])
        for part in parts
        if not _is_signpost(part)
    ]
    found = [one for _, several in read for one in several]
    found += continuations(read)
    found.sort(key=lambda one: one.start)
    resolver = Resolver(words, Cast(words, marked), parts)
    builder = _Builder(text, resolver, known)
    quotes = [quote for one in found if (quote := builder.build(one)) is not None]
    return sorted(quotes, key=lambda quote: (quote.span, quote.rule))


def _is_signpost(sentence: Sentence) -> bool:
    """Say whether a line points elsewhere: "READ MORE: …", "WATCH: …"."""
    colon = sentence.shape.find(":", 0, 4)
    return colon > 0 and sentence.lower(0) in _SIGNPOSTS


@dataclass
class _Builder:
    """Turns attributions into findings, in the order of the text."""

    text: str
    resolver: Resolver
    known: Sequence[KnownSpeaker]

    def __post_init__(self) -> None:
        self._speakers: dict[int, Speaker] = {}

    def build(self, one: Attribution) -> QuoteFinding | None:
        pieces = tuple(self._pieces(one))
        if not pieces:
            return None
        speaker = self._speaker(one)
        named = one.origin
        subject = _span(named.sentence, named.subject)
        cue = _span(one.sentence, one.cue)
        return QuoteFinding(
            pieces=pieces,
            type=_type(one),
            cue=cue.of(self.text) if cue else None,
            cue_span=cue,
            speaker=subject.of(self.text) if subject else None,
            speaker_span=subject,
            speaker_name=speaker.name,
            speaker_names=speaker.names,
            voice=Voice.NAMED if speaker.name else Voice.UNNAMED,
            candidates=self._candidates(speaker.name),
            rule=one.rule,
        )

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

    def _candidates(self, name: str | None) -> tuple[Candidate, ...]:
        if name is None:
            return ()
        scored = (
            Candidate(
                one.name, max(names.likeness(name, n) for n in (one.name, *one.aliases))
            )
            for one in self.known
        )
        likely = [candidate for candidate in scored if candidate.score >= _ALIKE]
        return tuple(sorted(likely, key=lambda one: (-one.score, one.name)))


def _type(one: Attribution) -> QuoteType:
    shape = "".join(one.sentence.shape[first:end] for first, end in one.pieces)
    if "Q" not in shape:
        return QuoteType.INDIRECT
    return QuoteType.DIRECT if set(shape) <= set("Q,.-~;!?") else QuoteType.MIXED


def _span(sentence: Sentence, items: Items | None) -> Span | None:
    if items is None:
        return None
    return Span(sentence.starts[items[0]], sentence.ends[items[1] - 1])


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """Return the words without closing marks, nor the quotation marks around them."""
    while end > start and text[end - 1] in _CLOSING:
        end -= 1
    while end - start > 1 and text[start] in _MARKS and text[end - 1] in _MARKS:
        inner = text[start + 1 : end - 1]
        if any(mark in inner for mark in _MARKS[:7]):
            break
        start, end = start + 1, end - 1
        while end > start and text[end - 1] in _CLOSING:
            end -= 1
        while start < end and text[start].isspace():
            start += 1
    return Span(start, end) if end > start else None
