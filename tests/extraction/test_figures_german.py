from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.domain.number_words import listed
from claims.extraction import engine
from claims.extraction.figures_german import find

# Every phrase, with what a desk would file of it: kind, lower and upper number.
CORPUS = [
    ("Bei dem Angriff wurden mindestens 12 Menschen getötet.", [("killed", 12, None)]),
    ("Rund 30 Menschen wurden verletzt.", [("injured", 30, 30)]),
    ("Bis zu 50 wurden verletzt.", [("injured", None, 50)]),
    ("Etwa 20 Soldaten sind gefallen.", [("killed", 20, 20)]),
    ("Mehr als 200 Menschen starben.", [("killed", 200, None)]),
    ("Knapp 300 Bewohner wurden evakuiert.", [("displaced", None, 300)]),
    ("Gut 400 Menschen protestierten.", [("crowd", 400, None)]),
    ("Fast 90 Menschen werden vermisst.", [("missing", 90, 90)]),
    ("Zwischen 20 und 25 Menschen wurden verletzt.", [("injured", 20, 25)]),
    ("20 bis 25 Arbeiter kamen ums Leben.", [("killed", 20, 25)]),
    ("Drei oder vier Polizisten wurden verletzt.", [("injured", 3, 4)]),
    ("Nicht weniger als elf Menschen starben.", [("killed", 11, None)]),
    ("Höchstens sechs Menschen wurden verletzt.", [("injured", None, 6)]),
    ("Weniger als 40 Menschen wurden festgenommen.", [("arrested", None, 40)]),
    ("Genau 31 Menschen kamen um.", [("killed", 31, 31)]),
    ("Es starben genau 31 Menschen.", [("killed", 31, 31)]),
    ("Acht Tote und sechsundfünfzig Verletzte forderte der Anschlag.",
     [("killed", 8, 8), ("injured", 56, 56)]),
    ("Die Flut kostete hundertzwanzig Menschen das Leben.", [("killed", 120, 120)]),
    ("Das Feuer riss 31 Arbeiter in den Tod.", [("killed", 31, 31)]),
    ("Ein Attentäter tötete zwölf Pilger.", [("killed", 12, 12)]),
    ("Getötet wurden 15 Bergleute.", [("killed", 15, 15)]),
    ("Ums Leben kamen 43 Fahrgäste.", [("killed", 43, 43)]),
    ("Am Wehr kam ein Mensch ums Leben, 35 weitere wurden verletzt.",
     [("killed", 1, 1), ("injured", 35, 35)]),
    ("Fünf Gläubige wurden getötet und zwei weitere verletzt.",
     [("killed", 5, 5), ("injured", 2, 2)]),
    ("Zwölf Menschen starben, darunter zwei Kinder.",
     [("killed", 12, 12), ("killed", 2, 2)]),
    ("Zwölf Menschen, darunter zwei Kinder, wurden verletzt.",
     [("injured", 12, 12), ("injured", 2, 2)]),
    ("38 Personen wurden verletzt, 16 davon lebensgefährlich.",
     [("injured", 38, 38), ("injured", 16, 16)]),
    ("Unter den Toten sind neun Zivilisten und drei Aufständische.",
     [("killed", 9, 9), ("killed", 3, 3)]),
    ("Die Zahl der Toten stieg auf 43 von 27.", [("killed", 43, 43), ("killed", 27, 27)]),
    ("Die Zahl der Verletzten erhöhte sich von 27 auf 43.",
     [("injured", 27, 27), ("injured", 43, 43)]),
    ("Die Zahl der Todesopfer liegt bei mindestens 60.", [("killed", 60, None)]),
    ("Die Opferzahl stieg auf 71. Die Suche geht weiter.", [("killed", 71, 71)]),
    ("Verletzt wurde niemand.", [("injured", 0, 0)]),
    ("Es gab keine Verletzten.", [("injured", 0, 0)]),
    ("Drei Menschen werden noch vermisst.", [("missing", 3, 3)]),
    ("Im Hafen galten 17 Matrosen als vermisst.", [("missing", 17, 17)]),
    ("Die Miliz nahm 14 Soldaten gefangen.", [("captured", 14, 14)]),
    ("Die Angreifer entführten neun Schülerinnen.", [("captured", 9, 9)]),
    ("Sie halten 40 Geiseln fest.", [("captured", 40, 40)]),
    ("Die Polizei nahm 14 Demonstranten fest.", [("arrested", 14, 14)]),
    ("Die Polizei meldete 41 Festnahmen.", [("arrested", 41, 41)]),
    ("Mehrere Tausend Menschen sind auf der Flucht.", [("displaced", 3000, None)]),
    ("10.000 Menschen mussten ihre Häuser verlassen.", [("displaced", 10000, 10000)]),
    ("Zehntausende flohen in die Berge.", [("displaced", 20000, None)]),
    ("An der Kundgebung nahmen bis zu 20.000 Menschen teil.", [("crowd", None, 20000)]),
    ("Tausende gingen auf die Straße.", [("crowd", 2000, None)]),
    ("Auf dem Markt versammelten sich 500 Menschen.", [("crowd", 500, 500)]),
    ("Der Schaden beträgt knapp 3,5 Millionen Euro.", [("money", None, 3500000)]),
    ("Das Land sagte Hilfe von zwei Milliarden Dollar zu.",
     [("money", 2 * 10**9, 2 * 10**9)]),
    ("40 Prozent der Beschäftigten streikten.", [("share", 40, 40)]),
    ("Das Beben zerstörte mehr als 200 Häuser.", [("destroyed", 200, None)]),
    ("Rund 60 Fahrzeuge wurden beschädigt.", [("damaged", 60, 60)]),
    ("15 getötete Journalisten zählt der Bericht.", [("killed", 15, 15)]),
    ("Dutzende wurden verletzt.", [("injured", 24, None)]),
    ("Mehrere hundert Menschen wurden gerettet.", [("rescued", 300, None)]),
    ("Der Konzern entlässt 300 Mitarbeiter.", [("laid_off", 300, 300)]),
    ("Dort leben 200 Menschen, und die Polizei sprach von elf Verletzten.",
     [("injured", 11, 11)]),
    ("Eine Stunde, in der die Polizei elf Männer verhaftete.", [("arrested", 11, 11)]),
    ("Am 12. Mai 2010 starben in Welby 15 Menschen.", [("killed", 15, 15)]),
    ("Der 34-jährige Täter wurde am 3. Tag um 12 Uhr festgenommen.", []),
    ("Die Brücke liegt 15 Kilometer vor der Stadt.", []),
    ("Im Jahr 2008 gab es 72 Stunden lang Regen.", []),
    ("Das Spiel endete 2:1, der Sieger war 27 Jahre alt.", []),
    ("Der Zug 320 hält auf Gleis 7.", []),
    ("Ein Mann ging mit zwei Hunden über drei Brücken.", []),
    ("22 Soldaten töteten vier Zivilisten.", [("killed", 4, 4)]),
    ("Keiner der 30 Insassen wurde verletzt.", [("injured", 0, 0)]),
    ("Mindestens zehn Flüchtlinge wurden getötet.", [("killed", 10, None)]),
    ("Die Stadt nahm 3.000 Flüchtlinge auf.", [("displaced", 3000, 3000)]),
    ("Er habe keinen Gast verletzt.", []),
    ("Zwölf Männer hatten vor Jahren Nachbarn ermordet.", []),
    ("Ein Anschlag, bei dem 30 Menschen sterben sollten.", []),
    ("Die 30.000 Einwohner zählende Stadt wurde evakuiert.", []),
    ("Zu der Demonstration kamen laut Polizei gut 20.000 Personen.",
     [("crowd", 20000, None)]),
    ("Im Einsatz waren rund 100 Feuerwehrleute.", [("strength", 100, 100)]),
    ("Sie kamen zum 50. Mal und sahen zwei Filme.", []),
]  # fmt: skip
WORDS = st.sampled_from(
    listed(
        """
        mindestens 12 7-8 zwei drei Dutzende Menschen Soldaten Frauen Kinder wurden getötet
        tot verletzt vermisst und darunter davon der weitere starben festgenommen stieg auf
        von Toten Zahl . , ; ( ) „ “ beide keine 40% Prozent Millionen Euro in 2019 mehrere
        """
    )
)


def told(text: str) -> list[tuple[str | None, object, object]]:
    return [(figure.kind, figure.low, figure.high) for figure in find(text)]


@pytest.mark.parametrize(("text", "expected"), CORPUS)
def test_german_figures_are_read_from_the_words_around_them(text, expected):
    assert told(text) == expected


def test_a_part_points_at_its_whole_and_says_that_it_describes_it():
    whole, part = find("Zwölf Menschen starben, darunter zwei Kinder.")

    assert part.part_of == whole.span
    assert part.describes


def test_the_later_number_replaces_the_earlier():
    new, old = find("Die Zahl der Toten stieg auf 43 von 27.")

    assert new.update_of == old.span


def test_others_are_additive():
    _, others = find("Fünf Gläubige wurden getötet und zwei weitere verletzt.")

    assert others.additive


def test_a_german_text_is_read_in_german_with_the_quote_a_figure_stands_in():
    text = (
        "Die Stadt ist ruhig. Am Montag wurden nach dem Brand zwei Straßen gesperrt.\n\n"
        "„Wir haben zwölf Verletzte gezählt“, sagte die Sprecherin Ilse Brandt."
    )

    reading = engine.read(text)

    [figure] = reading.figures
    assert (reading.lang, figure.kind, figure.low) == ("de", "injured", 12)
    assert figure.speaker_name == "Ilse Brandt"


def test_doubt_and_basis_are_told():
    [figure] = find(
        "Nach Angaben der Polizei wurden möglicherweise zwölf Menschen getötet."
    )

    assert (figure.epistemic, figure.basis) == ("feared", "official")


@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_any_text_is_read_and_every_figure_stands_in_it(text):
    for figure in find(text):
        assert text[figure.span.start : figure.span.end] == figure.text


def test_a_number_beyond_all_counts_is_none():
    assert told("Etwa 9500 Billionen Menschen starben.") == []
