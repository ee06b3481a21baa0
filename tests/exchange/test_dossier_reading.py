from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from typing import Any

import pytest

from claims.errors import Unreadable
from claims.exchange import dossier_reading
from claims.services.dossier import Carried
from tests.exchange.dossiers import small

Content = dict[str, Any]


def read(content: Any) -> Any:
    return dossier_reading.read(json.dumps(content).encode(), name="crane.json")


def _drop(content: Content) -> None:
    del content["event"]


def _misspell(content: Content) -> None:
    content["articles"][0]["qoutes"] = []


def _mistype(content: Content) -> None:
    content["articles"][0]["figures"][1]["low"] = "nine"


def _repeat(content: Content) -> None:
    content["articles"][0]["text"] += " Later they said 12 dead again."


def _invent(content: Content) -> None:
    content["articles"][0]["quotes"][1]["speaker"] = "Nobody Known"


def _relay(content: Content) -> None:
    content["articles"][0]["figures"][0]["via"] = ["The Unheard Wire"]


def _reverse(content: Content) -> None:
    content["articles"][0]["figures"][0]["low"] = 30


def _unbound(content: Content) -> None:
    content["articles"][0]["figures"][0]["low"] = None


def _ceiling(content: Content) -> None:
    content["articles"][0]["figures"][0] |= {"hedge": "at_most", "high": None}


def _empty(content: Content) -> None:
    content["articles"][0]["figures"][0] |= {"low": None, "high": None}


def _point(content: Content) -> None:
    content["comparisons"][0]["a"] = ["a1", 9]


def _self(content: Content) -> None:
    content["comparisons"][0]["a"] = content["comparisons"][0]["b"]


def _cue(content: Content) -> None:
    content["articles"][0]["quotes"][0]["cue"] = "shouted"


def _twice(content: Content) -> None:
    content["articles"][1]["id"] = "a1"


def _role(content: Content) -> None:
    content["speakers"][1]["roles"][0]["organisation"] = "A Party Unheard Of"


def _own_role(content: Content) -> None:
    content["speakers"][1]["roles"][0]["organisation"] = "Ilse Marten"


def _day(content: Content) -> None:
    content["articles"][0]["published_at"] = "2031-02-30"


def _slug(content: Content) -> None:
    content["id"] = "A Crane"


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (_drop, "event is missing."),
        (_misspell, "a1.qoutes is no key of this format."),
        (_mistype, "a1.figures[1].low is not a number or null."),
        (_repeat, "a1.figures[0].exact does not stand in the text exactly once."),
        (_invent, "a1.quotes[1].speaker 'Nobody Known' is not among the speakers."),
        (_relay, "a1.figures[0].via 'The Unheard Wire' is not among the speakers."),
        (_reverse, "a1.figures[0].low is above its high."),
        (_unbound, "a1.figures[0].low is missing for a figure hedged exact."),
        (_ceiling, "a1.figures[0].high is missing for a figure hedged at_most."),
        (_empty, "a1.figures[0] has neither low nor high."),
        (_point, "comparisons[0].a names no figure of this dossier."),
        (_self, "comparisons[0] sets a figure against itself."),
        (_cue, "a1.quotes[0].cue does not stand in the text."),
        (_twice, "articles has 'a1' twice."),
        (_role, "speakers[1].roles[0].organisation is neither a speaker nor a party."),
        (_own_role, "speakers[1].roles[0].organisation is the speaker itself."),
        (_day, "a1.published_at is not a day such as 2021-08-31."),
        (_slug, "id is not words in small letters joined by hyphens."),
    ],
)
def test_what_is_wrong_is_said_with_the_file_and_the_place(
    spoil: Callable[[Content], None], sentence: str
) -> None:
    content = small()
    spoil(content)

    with pytest.raises(Unreadable) as refusal:
        read(content)

    assert f"crane.json: {sentence}" in str(refusal.value).splitlines()


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"{\n oops", "crane.json, line 2: not JSON"),
        (b"\xff", "crane.json: byte 0 is not UTF-8."),
        (b"[" * 100_000, "crane.json: JSON that is too large or too deep."),
        (b"[]", "crane.json: The file is not a JSON object."),
        (b'{"id": {}, "articles": [7]}', "crane.json: title is missing."),
    ],
)
def test_a_file_that_is_no_dossier_at_all_is_refused(raw: bytes, words: str) -> None:
    with pytest.raises(Unreadable, match=r"crane\.json") as refusal:
        dossier_reading.read(raw, name="crane.json")

    assert words in str(refusal.value)


def test_of_many_mistakes_twenty_are_told() -> None:
    content = small()
    content["articles"] = [7] * 50

    with pytest.raises(Unreadable) as refusal:
        read(content)

    assert len(str(refusal.value).splitlines()) == 21
    assert str(refusal.value).endswith("And 30 more.")


def test_printed_numbers_and_hedge_become_what_the_words_allow_and_mean() -> None:
    hurt = read(small()).articles[0].figures[2].figure

    assert (hurt.value.hard.low, hurt.value.hard.high) == (21, None)
    assert (hurt.value.core.low, hurt.value.core.high) == (21, 40)
    assert (hurt.value.measure, hurt.value.hedge) == ("injured", "more than")


def test_a_floor_that_is_a_range_keeps_its_upper_number() -> None:
    content = small()
    figure = content["articles"][1]["figures"][0]
    content["articles"][1]["text"] = "At least 9-10 died, the harbour office said."
    figure |= {"exact": "At least 9-10 died", "low": 9, "high": None, "hedge": "at_least"}

    value = read(content).articles[1].figures[0].figure.value

    assert (value.printed_low, value.printed_high) == (9, 10)
    assert (value.hard.low, value.hard.high, value.core.high) == (9, None, 20)


def test_a_toll_put_up_within_a_day_corrects_the_one_before() -> None:
    assert read(small()).carried == (Carried(("a2", 0), ("a1", 1), is_correction=True),)


def test_what_is_carried_on_goes_back_to_the_first_of_all() -> None:
    content = small()
    content["comparisons"] = [
        {"a": ["a1", 0], "b": ["a1", 1], "relation": "restatement", "why": ""},
        {"a": ["a1", 1], "b": ["a2", 0], "relation": "restatement", "why": ""},
    ]

    assert read(content).carried == (
        Carried(("a1", 1), ("a1", 0)),
        Carried(("a2", 0), ("a1", 0)),
    )


def test_a_figure_without_a_day_is_read_without_one() -> None:
    assert read(small()).articles[0].figures[2].figure.value.as_of is None


def test_the_day_of_saying_is_read_where_a_quote_has_one() -> None:
    content = small()
    content["articles"][0]["quotes"][0]["said_at"] = "2031-03-04"

    first, second, *_ = read(content).articles[0].quotes

    assert (first.said_at, second.said_at) == (dt.date(2031, 3, 4), None)


def test_the_side_counted_is_that_of_the_party_whose_name_it_bears() -> None:
    killed, _, hurt = read(small()).articles[0].figures

    assert (killed.scope.side, hurt.scope.side) == ("any", "A")


@pytest.mark.parametrize(
    ("population", "status"),
    [
        ("civilians", "civilian"),
        ("Bay children", "child"),
        ("women", "woman"),
        ("men", "man"),
    ],
)
def test_a_population_may_name_a_status(population: str, status: str) -> None:
    content = small()
    content["articles"][0]["figures"][0]["population"] = population

    assert read(content).articles[0].figures[0].scope.population_status == status


def test_a_march_has_a_number_for_its_day_and_its_place() -> None:
    content = small()
    figures = content["articles"][0]["figures"]
    figures[0] |= {"measure": "demonstrators", "population": "Harbour City"}
    figures[1] |= {"measure": "demonstrators", "population": "Mill Town", "as_of": None}

    here, there, _ = read(content).articles[0].figures

    assert (here.scope.place, str(here.scope.window_from)) == ("", "2031-03-05")
    assert (there.scope.place, str(there.scope.window_until)) == ("Mill Town", "2031-03-04")


def test_a_piece_without_cue_and_speaker_continues_the_quote_before_it() -> None:
    content = small()
    quotes = content["articles"][0]["quotes"]
    quotes.append(
        {
            "exact": "more than 20 were hurt",
            "kind": "direct",
            "cue": None,
            "speaker": "Ilse Marten",
            "speaker_text": None,
            "via": [],
        }
    )

    assert [quote.continues for quote in read(content).articles[0].quotes] == [
        None,
        None,
        1,
    ]
