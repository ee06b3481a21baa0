"""Expected output, reviewed as text: set ``GOLDEN=write`` to write it anew."""

from __future__ import annotations

import os
from pathlib import Path

_FOLDER = Path(__file__).parent.parent / "golden"


def expected(name: str, actual: str) -> str:
    """Return what is expected under ``name``; written from ``actual`` when asked for."""
    path = _FOLDER / name
    if os.environ.get("GOLDEN") == "write":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(actual, encoding="utf-8")
    return path.read_text(encoding="utf-8")
