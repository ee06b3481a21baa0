"""Compare with expected output that was read and agreed to.

Run the tests with ``GOLDEN=write`` to write what they find, then read the difference.
"""

from __future__ import annotations

import os
from pathlib import Path

_FOLDER = Path(__file__).parent.parent / "golden" / "plots"


def expected(name: str, found: str) -> str:
    """Return what ``name`` is expected to hold."""
    path = _FOLDER / name
    if os.environ.get("GOLDEN") == "write":
        path.write_text(found + "\n", encoding="utf-8")
    return path.read_text(encoding="utf-8").removesuffix("\n")
