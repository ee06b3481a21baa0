"""What the engine finds, stored as suggestions for an editor."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claims.domain.measures import Measure, unit_of
from claims.domain.spans import Span
from claims.extraction import engine
from claims.extraction.findings import (
    FigureFinding,
    KnownSpeaker,
    QuoteFinding,
    Reading,
    Voice,
)
from claims.models import Attribution, Figure, Link, Quote, Revision, Speaker
from claims.services import attributing, logging
from claims.services.acting import act
from claims.services.dating import dated
from claims.services.logging import Line
from claims.services.marking import lead_end, locus_of, marked, place_cue

# More names than this would cost more to match than they help.
MOST_KNOWN_SPEAKERS = 20_000


@act
def refresh(revision: Revision) -> int:
    """Store the engine's findings; return how many were new.

    Safe to run again: a span that is already marked, even by a rejected row, is left
    as it is.
    """
    reading = read(revision)
    writer = _Writer(revision, reading)
    quotes = [writer.quote(found) for found in reading.quotes]
    figures = [writer.figure(found, quotes) for found in reading.figures]
    count = writer.store()
    if count:
        after = {
            "quotes": sum(row is not None for row in quotes),
            "figures": sum(row is not None for row in figures),
        }
        line = Line("article.read", revision.article, after=after)
        logging.write(line, by=None)
    return count


def read(revision: Revision) -> Reading:
    """Run the engine on a revision, with the speakers that the desk knows."""
    article = revision.article
    return engine.read(
        revision.text,
        published_at=article.published_at,
        outlet=article.outlet.name,
        lang=article.language,
        known=known_speakers(),
    )


def known_speakers() -> list[KnownSpeaker]:
    people = Speaker.objects.standing().exclude(kind=Speaker.Kind.UNNAMED)
    people = people.prefetch_related("aliases")[:MOST_KNOWN_SPEAKERS]
    return [
        KnownSpeaker(each.name, tuple(alias.name for alias in each.aliases.all()))
        for each in people
    ]


class _Writer:
    """Collects the new rows of one reading, to store them in a few statements."""

    def __init__(self, revision: Revision, reading: Reading) -> None:
        self.revision = revision
        self.read = reading.quotes
        self.lead = lead_end(revision.text)
        self.known_quotes = set(revision.quotes.values_list("start", "end", "kind"))
        self.known_figures = set(revision.figures.values_list("start", "end", "measure"))
        self.attributions: list[Attribution] = []
        self.links: list[Link] = []
        self.quotes: list[Quote] = []
        self.figures: list[Figure] = []

    def quote(self, found: QuoteFinding) -> Quote | None:
        """Add a row a piece; return the first, or None if the quote is known."""
        pieces = [
            piece
            for piece in found.pieces
            if (piece.start, piece.end, found.type.value) not in self.known_quotes
        ]
        if not pieces:
            return None
        attribution = self._attribution(found)
        rows: list[Quote] = []
        for piece in pieces:
            self.known_quotes.add((piece.start, piece.end, found.type.value))
            row = Quote(
                **self._mark(piece, found),
                kind=found.type.value,
                attribution=attribution,
                said_at=found.said_at,
                continues=rows[-1] if rows else None,
            )
            if not rows and found.cue_span is not None:
                place_cue(row, found.cue_span, self.revision.text)
            rows.append(row)
        self.quotes += rows
        return rows[0]

    def figure(self, found: FigureFinding, quotes: Sequence[Quote | None]) -> Figure | None:
        measure = found.kind or Measure.OTHER.value
        key = (found.span.start, found.span.end, measure)
        if key in self.known_figures or found.hard is None or found.core is None:
            return None
        self.known_figures.add(key)
        quote = None if found.quote is None else quotes[found.quote]
        row = Figure(
            **self._mark(found.span, found),
            quote=quote,
            attribution=quote.attribution if quote else self._voice(found),
            measure=measure,
            population=(found.population or "")[:200],
            side=(found.side or "")[:200],
            unit=(found.unit or unit_of(measure))[:40],
            place=(found.place or "")[:300],
            hedge=(found.hedge or "")[:100],
            kind=found.number_kind,
            printed_low=min(found.printed, default=None),
            printed_high=max(found.printed, default=None),
            low=found.hard.low,
            high=found.hard.high,
            core_low=found.core.low,
            core_high=found.core.high,
            is_additive=found.additive,
            epistemic=found.epistemic,
            basis=found.basis or Figure.Basis.CLAIM,
            locus=locus_of(found.span.start, self.lead),
            **dated(found.as_of, quote, self.revision.article),
        )
        self.figures.append(row)
        return row

    def store(self) -> int:
        Attribution.objects.bulk_create(self.attributions, batch_size=500)
        Link.objects.bulk_create(self.links, batch_size=500)
        # A piece points at the piece before it, which has to be there first.
        for depth in _by_depth(self.quotes):
            Quote.objects.bulk_create(depth, batch_size=500)
        Figure.objects.bulk_create(self.figures, batch_size=500)
        return len(self.quotes) + len(self.figures)

    def _mark(self, span: Span, found: QuoteFinding | FigureFinding) -> dict[str, object]:
        return marked(self.revision, span) | {
            "found_by": Quote.Finder.ENGINE,
            "confidence": found.confidence,
            "rule": found.rule[:100],
        }

    def _attribution(self, found: QuoteFinding) -> Attribution | None:
        origins = self._origins(found)
        if found.voice is not Voice.OWN and not origins and not found.via:
            return None
        attribution = Attribution(revision=self.revision, voice=found.voice.value)
        self.attributions.append(attribution)
        for position, name in enumerate(dict.fromkeys(found.via), start=1):
            relay = Link(attribution=attribution, position=position, role=Link.Role.RELAY)
            relay.name = name[:300]
            self.links.append(relay)
        for origin in origins:
            origin.attribution = attribution
            origin.position = len(found.via) + 1
        self.links += origins
        return attribution

    def _origins(self, found: QuoteFinding) -> list[Link]:
        names = found.speaker_names or ((found.speaker_name,) if found.speaker_name else ())
        origins = [Link(name=name[:300]) for name in dict.fromkeys(names)]
        described = found.speaker_name or found.speaker
        if found.voice is Voice.UNNAMED and described:
            origins = [Link(descriptor=described[:300])]
        elif not origins and found.speaker:
            origins = [Link(descriptor=found.speaker[:300])]
        if origins and found.speaker_span is not None:
            attributing.place_mention(origins[0], found.speaker_span, self.revision.text)
        return origins

    def _voice(self, found: FigureFinding) -> Attribution | None:
        """Return who gives a figure for which no quote is stored with it.

        The speaker of the quote it stands in, named or only described, if that quote
        was there before; else the outlet itself.
        """
        if found.quote is not None:
            return self._attribution(self.read[found.quote])
        attribution = Attribution(revision=self.revision, voice=Attribution.Voice.OWN)
        self.attributions.append(attribution)
        return attribution


def _by_depth(quotes: Iterable[Quote]) -> list[list[Quote]]:
    depths: list[list[Quote]] = []
    at: dict[int, int] = {}
    for quote in quotes:
        before = quote.continues
        depth = at[id(before)] + 1 if before is not None else 0
        at[id(quote)] = depth
        if depth == len(depths):
            depths.append([])
        depths[depth].append(quote)
    return depths
