"""What every format shares: limits, metadata from best to worst, dates and hosts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from claims.errors import Unreadable

# Longer than any article; what is larger is something else.
MOST_BYTES = 10 * 1024 * 1024
MOST_CHARACTERS = 2_000_000


@dataclass(slots=True)
class Facts:
    """Metadata gathered from best to worst; the first that knows a thing is believed."""

    known: dict[str, str] = field(default_factory=dict)
    guessed: set[str] = field(default_factory=set)

    def state(self, facts: Mapping[str, str | None]) -> None:
        for name, value in facts.items():
            if value and value.strip():
                self.known.setdefault(name, " ".join(value.split()))

    def guess(self, facts: Mapping[str, str | None]) -> None:
        before = set(self.known)
        self.state(facts)
        self.guessed |= set(self.known) - before


def refuse_unsuitable(raw: bytes) -> None:
    """Refuse what is too large to be an article, or nothing at all."""
    if len(raw) > MOST_BYTES:
        raise Unreadable(
            f"The file has {len(raw):,} bytes; at most {MOST_BYTES:,} are read."
        )
    if not raw.strip():
        raise Unreadable("The file is empty.")


def refuse_too_long(text: str) -> None:
    if len(text) > MOST_CHARACTERS:
        raise Unreadable(
            f"The text has {len(text):,} characters; at most {MOST_CHARACTERS:,} are read."
        )


def moment(words: str | None) -> tuple[dt.datetime, bool] | None:
    """Return the moment that an ISO date gives, and whether it is only a day.

    A time without an offset is taken for UTC; what is no date is None.
    """
    if not words:
        return None
    plain = words.strip()
    try:
        found = dt.datetime.fromisoformat(plain)
    except ValueError:
        return None
    if found.tzinfo is None:
        found = found.replace(tzinfo=dt.UTC)
    return found, len(plain) <= len("2021-08-31")


def domain_of(url: str) -> str:
    """Return the host of an address without www, empty if it has none."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")
