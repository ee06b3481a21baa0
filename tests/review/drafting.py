"""A draft of a settlement as a reviewer would write it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from claims.services.settling import Draft

WORDING = "Between seven and ten raiders were killed, the Valley Guard said."
RATIONALE = "The Guard gave both numbers in one report."


def draft(**changes: Any) -> Draft:
    values = {"low": Decimal(7), "high": Decimal(10)} | changes
    return Draft(wording=WORDING, rationale=RATIONALE, **values)
