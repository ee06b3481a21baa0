from __future__ import annotations

import pytest

from claims.domain.spans import Span
from claims.extraction import engine, picked

TEXT = (
    "The Corvan attacked the ford at night. The Orme Guard drove them off.\n\n"
    "Seven Corvan fighters were killed, the Orme Guard said. Two members of the Orme "
    "Guard were wounded. Nine people were killed elsewhere."
)


@pytest.mark.parametrize(
    ("words", "measure", "side"),
    [
        ("Seven Corvan fighters", "killed", "Corvan"),
        ("Two members of the Orme Guard", "injured", "Orme Guard"),
        ("Nine people were killed", "killed", ""),
        ("at night", "killed", ""),
        ("Seven Corvan fighters", "goats", ""),
    ],
)
def test_a_picked_number_has_the_side_that_the_text_tells(words, measure, side) -> None:
    start = TEXT.index(words)
    assert picked.side_of(TEXT, Span(start, start + len(words)), measure) == side


def test_it_is_the_side_that_the_engine_finds() -> None:
    found = [figure for figure in engine.read(TEXT).figures if figure.kind]
    assert [figure.side for figure in found[:2]] == ["Corvan", "Orme Guard"]
    for figure in found:
        assert picked.side_of(TEXT, figure.span, figure.kind) == (figure.side or "")
