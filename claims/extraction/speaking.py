"""Who speaks, as far as the text names them."""

from __future__ import annotations

from dataclasses import dataclass

from claims.extraction.cast import Entity


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: the full name if the text gives one, and each of joint speakers."""

    name: str | None = None
    entity: Entity | None = None
    names: tuple[str, ...] = ()


def speaker_of(entity: Entity | None) -> Speaker:
    """Return the speaker that a person or body of the text is."""
    return Speaker() if entity is None else Speaker(entity.name, entity)
