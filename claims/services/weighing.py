"""What a figure was when somebody judged it: one short string to compare with."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable

from claims.domain.intervals import Interval, Number
from claims.models import Figure


def fingerprint(*figures: Figure) -> str:
    """Return one string for what figures say, of what, as of when and after whom.

    Takes figures with their chains loaded. A chain that was copied is the same chain.
    """
    said = json.dumps([_said(figure) for figure in figures])
    return hashlib.sha256(said.encode()).hexdigest()


def _said(figure: Figure) -> list[object]:
    return [
        figure.quantity_id,
        str(figure.as_of),
        *(str(end) for span in (figure.hard, figure.core) if span for end in _ends(span)),
        *_chain(figure),
    ]


def _ends(span: Interval) -> tuple[Number | None, Number | None]:
    return span.low, span.high


def _chain(figure: Figure) -> Iterable[object]:
    if figure.attribution is None:
        return ()
    stations = [*figure.attribution.relays, *figure.attribution.origins]
    return (
        figure.attribution.voice,
        *(link.speaker_id or link.name or link.descriptor for link in stations),
    )
