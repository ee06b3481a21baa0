"""Small phrases that several pictures share."""

from __future__ import annotations


def counted(number: int, noun: str) -> str:
    """Return the number with its noun: "1 figure", "7 figures"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
