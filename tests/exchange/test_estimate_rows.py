from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from claims.errors import Unreadable
from claims.exchange.estimate_rows import FORMS, Reader

UCDP = "id,year,source_article,where_description,date_start,date_end,best,high,low\n"
IBC = (
    "IBC code,Start Date,End Date,Time,Location,Target,Weapons,"
    "Reported Minimum,Reported Maximum,Sources\n"
)


def read(text: str, form: str = "plain", **names: str) -> list[Any]:
    reader = Reader(text.splitlines(keepends=True), FORMS[form], names, "")
    return [line for _, line in reader.lines()]


def test_the_columns_of_ucdp_are_known() -> None:
    (line,) = read(
        f'{UCDP}77,2031,"Coast Wire,2031-03-05",Harbour City,'
        "2031-03-04 00:00:00.000,2031-03-05 00:00:00.000,11,14,9\n",
        "ucdp",
    )

    found = line.estimate
    assert (found.recorder, found.event) == ("UCDP GED", "77")
    assert (found.low, found.best, found.high) == (Decimal(9), Decimal(11), Decimal(14))
    assert found.sources == "Coast Wire,2031-03-05"
    assert (found.from_on, found.until_on) == (dt.date(2031, 3, 4), dt.date(2031, 3, 5))


def test_the_columns_of_iraq_body_count_are_known() -> None:
    (line,) = read(
        f"{IBC}k1,04 Mar 2031,05 Mar 2031,PM,Harbour City,-,-,9,12,CW; MP\n", "ibc"
    )

    found = line.estimate
    assert (found.recorder, found.event) == ("Iraq Body Count", "k1")
    assert (found.low, found.best, found.high) == (Decimal(9), None, Decimal(12))
    assert (found.from_on, found.place) == (dt.date(2031, 3, 4), "Harbour City")


def test_numbers_in_a_broken_order_stand_as_they_are() -> None:
    (line,) = read("event,recorder,low,best,high\n1,R,12,9,8\n")

    assert (line.estimate.low, line.estimate.high) == (Decimal(12), Decimal(8))


def test_columns_may_have_any_name() -> None:
    (line,) = read("code,who,dead\n1,R,12\n", event="code", recorder="who", high="dead")

    assert line.estimate.high == Decimal(12)


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (",R,1,2,3,", "event is empty."),
        ("1,,1,2,3,", "recorder is empty."),
        ("1,R,,,,", "It has no number."),
        ("1,R,some,2,3,", "low “some” is no number of people."),
        ("1,R,1,-2,3,", "best “-2” is no number of people."),
        ("1,R,1,2,1e99,", "high “1e99” is no number of people."),
        ("1,R,1,2,3,soon", "from “soon” is no day."),
    ],
)
def test_what_is_wrong_with_a_line_names_the_column(line: str, sentence: str) -> None:
    wrong, right = read(f"event,recorder,low,best,high,from\n{line}\n2,R,1,2,3,\n")

    assert (type(wrong), str(wrong)) == (Unreadable, sentence)
    assert right.estimate.event == "2"


@pytest.mark.parametrize(
    ("head", "missing"), [("low,best", "event"), ("event,sources", "low")]
)
def test_a_file_without_what_is_needed_is_refused(head: str, missing: str) -> None:
    with pytest.raises(Unreadable, match=f"There is no column '{missing}' in the file"):
        read(f"{head}\n1,2\n")
