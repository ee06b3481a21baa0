from __future__ import annotations

import pytest

from tests.extraction.reading import quotes_of, said, words_of

DIRECT = [
    # text, words, speaker, cue
    ('"It is shut," as Ilse Brandt put it.', "It is shut", "Ilse Brandt", "put"),
    ('"It is shut," was how Brandt summed it up.', "It is shut", "Brandt", "summed"),
    ('"It is shut," Ilse Brandt said.', "It is shut", "Ilse Brandt", "said"),
    ("“It is shut,” said Ilse Brandt.", "It is shut", "Ilse Brandt", "said"),
    ("'It is shut,' Ilse Brandt said.", "It is shut", "Ilse Brandt", "said"),
    ("‘It is shut,’ Ilse Brandt said.", "It is shut", "Ilse Brandt", "said"),
    ("«It is shut», said Ilse Brandt.", "It is shut", "Ilse Brandt", "said"),
    ("''It is shut,'' Ilse Brandt said.", "It is shut", "Ilse Brandt", "said"),
    ('Ilse Brandt said: "It is shut."', "It is shut", "Ilse Brandt", "said"),
    ('She told reporters, "It is shut."', "It is shut", "She", "told"),
    ('"Is it shut?" Brandt asked on Monday.', "Is it shut?", "Brandt", "asked"),
    (
        '"It is shut," Brandt, a mother of two who lives nearby, said.',
        "It is shut",
        "Brandt",
        "said",
    ),
    (
        "“It [the bridge] is (still) shut,” she wrote in a letter.",
        "It [the bridge] is (still) shut",
        "she",
        "wrote",
    ),
    (
        "\"He told me 'never again' and left,\" she recalled.",
        "He told me 'never again' and left",
        "she",
        "recalled",
    ),
    (
        'Brandt spoke in the rain on Monday and added: "It is shut."',
        "It is shut",
        "Brandt",
        "added",
    ),
]


@pytest.mark.parametrize(("text", "words", "speaker", "cue"), DIRECT)
def test_a_quotation_is_found_with_its_speaker_and_cue(text, words, speaker, cue):
    assert said(text) == [(words, speaker, cue)]
    assert quotes_of(text)[0].type == "direct"


INDIRECT = [
    ("Nobody heard their earlier claim that it was shut.", "that it was shut", "their"),
    ("Brandt said that the bridge was shut.", "that the bridge was shut", "Brandt"),
    ("Brandt said the bridge was shut.", "the bridge was shut", "Brandt"),
    ("Brandt said on Monday the bridge was shut.", "the bridge was shut", "Brandt"),
    ("Brandt told reporters the bridge was shut.", "the bridge was shut", "Brandt"),
    ("Brandt told them it was shut.", "it was shut", "Brandt"),
    ("The bridge was shut, Brandt said.", "The bridge was shut", "Brandt"),
    ("The bridge was shut, said Brandt.", "The bridge was shut", "Brandt"),
    ("The bridge is shut, officials said on Friday.", "The bridge is shut", "officials"),
    ("Brandt vowed to open the bridge.", "to open the bridge", "Brandt"),
    ("Brandt has ruled out a toll on it.", "a toll on it", "Brandt"),
    ("Brandt denied that it was shut.", "that it was shut", "Brandt"),
    ("Brandt denied closing the bridge.", "closing the bridge", "Brandt"),
    ("Brandt urged drivers to stay away.", "to stay away", "Brandt"),
    ("Brandt called it a mistake.", "a mistake", "Brandt"),
    ("Brandt put the dead at more than 70.", "the dead at more than 70", "Brandt"),
    ("Police counted 3,000 marchers.", "3,000 marchers", "Police"),
    (
        "In a statement on Monday, the ministry said that it was shut.",
        "that it was shut",
        "the ministry",
    ),
    ("Brandt tweeted that it was shut.", "that it was shut", "Brandt"),
    ("According to Brandt, the bridge is shut.", "the bridge is shut", "Brandt"),
    ("The bridge is shut, according to Brandt.", "The bridge is shut", "Brandt"),
    ("The bridge is shut, in her view.", "The bridge is shut", "her"),
    ("Brandt pointed out that it was shut.", "that it was shut", "Brandt"),
    ("Brandt, however, said that it was shut.", "that it was shut", "Brandt"),
    ("Brandt on Tuesday said that it was shut.", "that it was shut", "Brandt"),
    ("Brandt asked why it was shut.", "why it was shut", "Brandt"),
    ("Nobody heard Brandt's claim that it was shut.", "that it was shut", "Brandt"),
    (
        "Nobody heeded Mayor Ilse Brandt's warning that it was shut.",
        "that it was shut",
        "Mayor Ilse Brandt",
    ),
    ("Nobody heard the mayor's claim that it was shut.", "that it was shut", "the mayor"),
    ("As Brandt put it, the bridge was never safe.", "the bridge was never safe", "Brandt"),
    ("Nobody heard her warning that it was shut.", "that it was shut", "her"),
    ("It is a bridge that Brandt said was unsafe.", "was unsafe", "Brandt"),
    ("A source close to him said it was shut.", "it was shut", "A source close to him"),
    ("One said it was shut.", "it was shut", "One"),
    ("Brandt likened it to a trap.", "to a trap", "Brandt"),
    ("As Brandt noted, the bridge was shut.", "the bridge was shut", "Brandt"),
    ("The bridge was shut, as Brandt noted.", "The bridge was shut", "Brandt"),
    ("It stood, with Brandt calling it a trap.", "a trap", "Brandt"),
    ("The ministry recorded 12 dead.", "12 dead", "The ministry"),
    ("Brandt said 12 people had died.", "12 people had died", "Brandt"),
    ("Brandt said Tuesday 12 people had died.", "12 people had died", "Brandt"),
    ("Brandt said about 40 people had died.", "about 40 people had died", "Brandt"),
    ("Brandt said at least 40 people had died.", "at least 40 people had died", "Brandt"),
    ("Brandt told Reuters 12 people had died.", "12 people had died", "Brandt"),
    ("Brandt told Reuters about 40 had died.", "about 40 had died", "Brandt"),
    ("Brandt told Reuters at least 40 had died.", "at least 40 had died", "Brandt"),
    ("Brandt told France 24 the bridge was shut.", "the bridge was shut", "Brandt"),
    ("Brandt told 12 reporters the bridge was shut.", "the bridge was shut", "Brandt"),
    ("Brandt said on 4 May the bridge was shut.", "the bridge was shut", "Brandt"),
    ("Brandt said on May 4 2031 the bridge was shut.", "the bridge was shut", "Brandt"),
    ("Brandt said on 4 May 7 people had died.", "7 people had died", "Brandt"),
    ("Brandt said late on Sunday the bridge was shut.", "the bridge was shut", "Brandt"),
    ("Brandt said about half of it was shut.", "about half of it was shut", "Brandt"),
    ("Brandt told a panel of 12 judges it was shut.", "it was shut", "Brandt"),
    (
        "Brandt told Dagens News in one of her rare interviews that it was shut.",
        "that it was shut",
        "Brandt",
    ),
    ("Brandt this past week said it was shut.", "it was shut", "Brandt"),
    ("A statement published on Monday said it was shut.", "it was shut", "A statement"),
    ("Drivers got a letter that says it is shut.", "it is shut", "that"),
    (
        "Verin lives in Bergen and wrote in an email that the bridge was shut.",
        "that the bridge was shut",
        "Verin",
    ),
    (
        "The road is shut, and as Brandt noted, the bridge could still be closed.",
        "the bridge could still be closed",
        "Brandt",
    ),
    (
        "Ilse Brandt, the director of the board said the bridge was shut.",
        "the bridge was shut",
        "Ilse Brandt",
    ),
    (
        "According to some on the radio, the bridge was shut.",
        "the bridge was shut",
        "some",
    ),
    (
        "The bridge was shut, according to a list published by the board.",
        "The bridge was shut",
        "a list published by the board",
    ),
    ("Brandt called on drivers to take the tunnel.", "to take the tunnel", "Brandt"),
    ("Brandt warned of a long wait.", "a long wait", "Brandt"),
    (
        "Brandt accused the board of closing it too late.",
        "the board of closing it too late",
        "Brandt",
    ),
    (
        "Brandt criticised the board for the long wait.",
        "the board for the long wait",
        "Brandt",
    ),
    (
        "Brandt described the bridge as a danger.",
        "the bridge as a danger",
        "Brandt",
    ),
    ("Drivers heard his promise to open it.", "to open it", "his"),
    (
        "A source not to be named as the case is not closed told Brandt it was shut.",
        "it was shut",
        "A source",
    ),
    (
        "The march drew 2,000 people, if one goes by the CGT.",
        "The march drew 2,000 people",
        "the CGT",
    ),
    (
        "If the police are to be believed, the march drew 2,000 people.",
        "the march drew 2,000 people",
        "the police",
    ),
    (
        "The ministry's estimate had been about 7 dead.",
        "about 7 dead",
        "The ministry",
    ),
    ("By police estimates, 12 people died.", "12 people died", "police"),
    (
        "Some 75 of the staff were said by the CGT to have stopped work.",
        "Some 75 of the staff … to have stopped work",
        "the CGT",
    ),
    (
        "It is shut, the Foundation for Bridges' Long River Journal reckons.",
        "It is shut",
        "the Foundation for Bridges' Long River Journal",
    ),
    ("Verin is among those that say it is shut.", "it is shut", "that"),
]


@pytest.mark.parametrize(("text", "words", "speaker"), INDIRECT)
def test_a_report_is_found_with_its_speaker(text, words, speaker):
    assert [(found, who) for found, who, _ in said(text)] == [(words, speaker)]
    assert quotes_of(text)[0].type == "indirect"


NOTHING = [
    'The "red" bridge is shut.',
    "The 'caretaker' keeper left the bridge.",
    'Brandt sang "The Long Road" and left.',
    "Brandt would not say what had happened.",
    "Brandt did not say that it was shut.",
    "Nobody could say how long it would take.",
    "The report is on the table and the claims are many.",
    "Brandt has notes, orders and a reply in the drawer.",
    "In May 2009, after Brandt was hurt, she emailed her condolences.",
    "Two of the drivers who have accused the board of fraud left the bridge.",
    "The mill added 0.1 per cent, and the port 2 per cent.",
    "They are paid for by a fund maintained since the war.",
    "Runners came from more than 50 member states that share a language.",
    "READ MORE: Brandt says the bridge is shut",
    "'A bridge too long'",
    "",
    "\x00\ud800",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_nobody_said_is_no_quote(text):
    assert said(text) == []


def test_words_in_marks_within_a_report_make_it_mixed():
    text = 'Brandt said the bridge was "a disgrace" to the city.'

    (quote,) = quotes_of(text)

    assert (quote.type, words_of(quote, text)) == (
        "mixed",
        'the bridge was "a disgrace" to the city',
    )


def test_a_quotation_signed_with_a_dash_has_its_speaker():
    assert said("“The bridge is shut.” — Ilse Brandt, mayor of Lindvik") == [
        ("The bridge is shut", "Ilse Brandt", None)
    ]


def test_an_interrupted_sentence_is_one_quote_of_two_pieces():
    spoken = '"The bridge," Brandt said on Monday, "is shut."'
    retold = "The bridge, Brandt said, is shut until May."

    assert said(spoken) == [("The bridge … is shut", "Brandt", "said")]
    assert said(retold) == [("The bridge … is shut until May", "Brandt", "said")]


def test_what_follows_the_speaker_belongs_to_the_words_before():
    assert said("The bridge is shut, Brandt said, because it is old.") == [
        ("The bridge is shut … because it is old", "Brandt", "said")
    ]
    assert said('"It is bad luck," Brandt said, that both bridges are shut.') == [
        ("It is bad luck … that both bridges are shut", "Brandt", "said")
    ]


def test_the_narrators_own_half_of_a_sentence_is_no_part_of_the_words():
    assert said("The bridge is shut, Brandt said, as the rain fell.") == [
        ("The bridge is shut", "Brandt", "said")
    ]


def test_a_second_sentence_between_marks_goes_on_with_the_first_ones_speaker():
    text = '"It is shut," Ilse Brandt said. "It will stay shut."'

    first, second = quotes_of(text)

    assert (second.speaker_name, second.cue, second.rule) == (
        "Ilse Brandt",
        None,
        "goes on",
    )
    assert second.confidence < first.confidence


def test_every_paragraph_opened_and_only_the_last_closed_is_one_speech():
    text = (
        "Ilse Brandt stood on the bridge.\n\n"
        "“It is shut,” Brandt said. “It was old.\n\n"
        "“It was never repaired.\n\n"
        "“It will be now.”\n\n"
        "The river is high."
    )

    found = quotes_of(text)

    assert [words_of(quote, text) for quote in found] == [
        "It is shut",
        "It was old",
        "It was never repaired",
        "It will be now",
    ]
    assert {quote.speaker_name for quote in found} == {"Ilse Brandt"}


def test_a_line_with_a_colon_gives_the_speaker_of_the_lines_below():
    text = "Tomas Verin went on:\n\n“The bridge is shut.”\n\n“It was old.”"

    assert [quote.speaker_name for quote in quotes_of(text)] == ["Tomas Verin"] * 2


TAILS = [
    # what a report does not swallow
    (
        "Brandt said the bridge was shut, adding that it was old.",
        ["the bridge was shut", "that it was old"],
    ),
    (
        "Brandt said it was shut, but Verin said it was open.",
        ["it was shut", "it was open"],
    ),
    (
        "While Brandt says it is shut, Verin says it is open.",
        ["it is shut", "it is open"],
    ),
    (
        "Brandt said it was shut — a view that few share.",
        ["it was shut"],
    ),
    (
        "Brandt has vowed to open it and has ruled out a toll.",
        ["to open it", "a toll"],
    ),
    (
        "It is shut, Brandt said, and the ferries are full.",
        ["It is shut", "the ferries are full"],
    ),
    (
        "Some 500 came according to the port and 70 according to the police.",
        ["Some 500 came", "70"],
    ),
    (
        "Workers struck, the CGT maintained: 75 in Bergen, 80 in Lindvik.",
        ["Workers struck", "75 in Bergen, 80 in Lindvik"],
    ),
    (
        "It is shut, according to the city, and the ferries are full.",
        ["It is shut", "the ferries are full"],
    ),
]


@pytest.mark.parametrize(("text", "words"), TAILS)
def test_a_report_ends_where_another_begins(text, words):
    assert [found for found, _, _ in said(text)] == words


def test_a_dateline_is_no_part_of_the_words():
    text = "BERGEN (AP) - The bridge is shut, officials said."

    assert said(text)[0][0] == "The bridge is shut"
