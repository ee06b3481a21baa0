from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.domain.addresses import forms_of


@pytest.mark.parametrize(
    "other",
    [
        "https://mill.example/raid",
        "http://mill.example/raid",
        "https://www.mill.example/raid/",
        "http://www.mill.example/raid",
    ],
)
def test_the_same_page_is_found_however_its_address_is_written(other: str) -> None:
    assert other in forms_of("https://mill.example/raid")
    assert "https://mill.example/raid" in forms_of(other)


@pytest.mark.parametrize(
    "other",
    [
        "https://mill.example/raids",
        "https://mill.example/raid?page=2",
        "https://news.mill.example/raid",
        "https://mill.example/Raid",
    ],
)
def test_another_page_is_another(other: str) -> None:
    assert other not in forms_of("https://mill.example/raid")


def test_no_address_has_no_forms() -> None:
    assert forms_of("") == frozenset()


@given(st.text(min_size=1))
def test_whatever_is_written_is_one_of_its_own_forms(url: str) -> None:
    assert url in forms_of(url)
