"""A small dossier of our own, to be changed by a test that needs it otherwise."""

from __future__ import annotations

import copy
from typing import Any

TEXT = (
    "Nine dock workers were killed when a crane fell, the harbour office said.\n\n"
    "“We count 12 dead,” Ilse Marten of the union said, and more than 20 were hurt."
)
LATER = "The harbour office now puts the dead at 11, the Coast Wire reported on Friday."

_SMALL: dict[str, Any] = {
    "id": "crane-2031-03-04",
    "title": "A crane falls in the harbour",
    "event": {"date": "2031-03-04", "place": "Harbour City", "summary": "A crane falls."},
    "parties": [
        {"name": "Dock Union", "aliases": ["union workers"], "side": "A"},
        {"name": "Harbour Office", "aliases": [], "side": "B"},
    ],
    "speakers": [
        {
            "name": "Harbour Office",
            "kind": "organisation",
            "aliases": ["the port authority"],
            "roles": [],
            "side": "B",
        },
        {
            "name": "Ilse Marten",
            "kind": "person",
            "aliases": [],
            "roles": [{"organisation": "Dock Union", "title": "speaker"}],
            "side": None,
        },
        {"name": "Coast Wire", "kind": "agency", "aliases": [], "roles": [], "side": None},
    ],
    "articles": [
        {
            "id": "a1",
            "outlet": "The Mill Post",
            "agency": None,
            "published_at": "2031-03-05",
            "url": "https://mill.example/crane",
            "headline": "Crane falls",
            "text": TEXT,
            "quotes": [
                {
                    "exact": "Nine dock workers were killed when a crane fell",
                    "kind": "indirect",
                    "cue": "said",
                    "speaker": "Harbour Office",
                    "speaker_text": "the harbour office",
                    "via": [],
                },
                {
                    "exact": "We count 12 dead",
                    "kind": "direct",
                    "cue": "said",
                    "speaker": "Ilse Marten",
                    "speaker_text": "Ilse Marten",
                    "via": [],
                },
            ],
            "figures": [
                {
                    "exact": "12 dead",
                    "measure": "killed",
                    "population": "dock workers",
                    "low": 12,
                    "high": 12,
                    "hedge": "exact",
                    "speaker": "Ilse Marten",
                    "via": [],
                    "as_of": "2031-03-05",
                },
                {
                    "exact": "Nine dock workers were killed",
                    "measure": "killed",
                    "population": "dock workers",
                    "low": 9,
                    "high": 9,
                    "hedge": "exact",
                    "speaker": "Harbour Office",
                    "via": [],
                    "as_of": "2031-03-05",
                },
                {
                    "exact": "more than 20 were hurt",
                    "measure": "wounded",
                    "population": "union workers",
                    "low": 20,
                    "high": None,
                    "hedge": "more_than",
                    "speaker": None,
                    "via": [],
                    "as_of": None,
                },
            ],
        },
        {
            "id": "a2",
            "outlet": "Bay Times",
            "agency": "Coast Wire",
            "published_at": "2031-03-05",
            "url": None,
            "headline": "More dead",
            "text": LATER,
            "quotes": [],
            "figures": [
                {
                    "exact": "the dead at 11",
                    "measure": "killed",
                    "population": "dock workers",
                    "low": 11,
                    "high": 11,
                    "hedge": "exact",
                    "speaker": "Harbour Office",
                    "via": ["Coast Wire"],
                    "as_of": "2031-03-05",
                }
            ],
        },
    ],
    "comparisons": [
        {"a": ["a1", 1], "b": ["a1", 0], "relation": "conflict", "why": "Nine or twelve."},
        {"a": ["a1", 1], "b": ["a2", 0], "relation": "update", "why": "Put up in a day."},
    ],
    "independent_origins": [
        {
            "measure": "killed",
            "population": "dock workers",
            "origins": ["Harbour Office", "Ilse Marten"],
            "articles": ["a1", "a2"],
            "independent": 2,
            "why": "The office over the agency, the union directly.",
        }
    ],
}


def small() -> dict[str, Any]:
    """Return the dossier as one that a test may change."""
    return copy.deepcopy(_SMALL)
