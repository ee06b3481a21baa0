"""The files a command is given: each is there and can be read before work begins."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from django.core.management.base import CommandError


def readable(names: Sequence[str]) -> list[Path]:
    """Return the paths of the files; refuse if one cannot be read."""
    paths = [Path(name) for name in names]
    for path in paths:
        try:
            with path.open("rb"):
                pass
        except OSError as broken:
            raise CommandError(f"{path}: {broken.strerror}.") from broken
    return paths
