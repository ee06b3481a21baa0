from __future__ import annotations

import pytest

from claims.extraction.figures import find
from claims.extraction.figures_victims import RULE
from claims.extraction.findings import FigureFinding

LEAD = "It was quiet again in the town.\n\n"  # so that the text is no bare passage


def counted(text: str) -> list[FigureFinding]:
    return [figure for figure in find(text) if figure.rule == RULE]


def told(text: str) -> list[tuple[str | None, object]]:
    return [(figure.kind, figure.low) for figure in counted(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (("A man was shot dead outside a bakery in Welby on Friday. Another man died in "
         "hospital a day later, police said."), ("killed", 2)),
        (("Lena Orme, 34, was found dead in her kitchen. Her brother, Paul Orme, 29, was "
         "shot and killed in the yard."), ("killed", 2)),
        (("Officer Dana Holt was shot and killed on Friday. The gunman was pronounced dead "
         "at the scene."), ("killed", 2)),
        (("A police officer was wounded in the leg. The suspect was also shot and is in "
         "critical condition."), ("injured", 2)),
        (("Two deputies were killed at a petrol station. The suspect, Carl Weber, later "
         "shot himself."), ("killed", 3)),
        (("A woman was stabbed to death in Ilford. Her husband then took his own life, "
         "investigators believe."), ("killed", 2)),
        (("The death of Mira Quant shocked the town. A day later Theo Brandt was killed on "
         "the same road, and Ada Lund died there on Sunday."), ("killed", 3)),
        ("Police called it a murder-suicide. The pair had lived in Orme for years.",
         ("killed", 2)),
        ("A gunman killed two shoppers before killing himself.", ("killed", 3)),
        ("A soldier was wounded on Monday, and another soldier was wounded on Tuesday.",
         ("injured", 2)),
        ("Nora Feld was hit by a bullet. Her neighbour, Tom Ashe, was also wounded.",
         ("injured", 2)),
        ("Two men were shot on the quay. A third man was shot two streets away.",
         ("injured", 3)),
        ("A woman and her son were found dead. The suspect was killed by police.",
         ("killed", 3)),
        (("A guard was hurt in the crash. A second passenger was flown out. A third person "
         "suffered minor injuries."), ("injured", 3)),
        (("A 27-year-old man was shot beside the mill, and a 22-year-old man was grazed. "
         "The 27-year-old is still in hospital."), ("injured", 2)),
        ("Police found a woman dead in the yard. A man died in hospital a day later.",
         ("killed", 2)),
        (("Police named the dead of Friday's shooting as Ada Lund, 31, of Welby, and Theo "
         "Brandt, 33. Jonas Veit, 50, died a day later."),
         ("killed", 3)),
        ("The fight left a guard wounded. Another guard was hit as well.",
         ("injured", 2)),
    ],
)  # fmt: skip
def test_victims_who_are_told_one_by_one_are_counted(text, expected):
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "A man was shot in the leg on Monday. The man, Karl Vogt, 30, died on Tuesday.",
        "A man was shot dead. Jonas Veit, 40, was killed at the door of his shop.",
        "A farmer was killed in 1987. A teacher was killed in 1991.",
        "Three people were killed, including the gunman, who shot himself.",
        (
            "Six people were killed in the blast. Mira Quant was killed at the gate, and "
            "Theo Brandt died later."
        ),
        "A man said nobody had to be killed for this. A woman said she felt unsafe.",
        "The plan was dead, the company said. Talks about a merger died last month.",
        "A man was almost killed. A woman could have been killed as well.",
        "Police killed Terence Quill, a 40-year-old man. The 40-year-old was killed.",
        "A 24-year-old man was shot. Karl Vogt, 24, was shot at the door of his shop.",
        "A farmer killed himself. A teacher took her own life.",
        "Officers named as witnesses were Ada Lund, 31, and Theo Brandt, 33.",
        "The suspect was identified as Ada Lund, 31, of Welby, who killed a guard.",
        "Two women were killed. Officer Dana Holt was shot in the arm.",
        "",
    ],
)
def test_no_more_victims_are_counted_than_the_text_tells_apart(text):
    assert counted(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Man kills wife, self in Welby, police say.", ("killed", 2)),
        ("A man and his girlfriend were found shot to death.", ("killed", 2)),
        (
            (
                "The victims were pronounced dead. They were identified as Ada Lund, 20, "
                "and Theo Brandt, 25."
            ),
            ("killed", 2),
        ),
        ("The bodies of Mira Quant, 34, and her son, Tim, 8, were found.", ("killed", 2)),
        ("A fire killed a mother and her two daughters on Sunday.", ("killed", 3)),
        ("An elderly couple was found dead on Ash Street.", ("killed", 2)),
        ("A pair of teenagers were shot on Monday night.", ("injured", 2)),
        ("Twin brothers were killed on the road to Orme.", ("killed", 2)),
        ("A 19-year-old and a 21-year-old were shot on Ash Street.", ("injured", 2)),
        ("Killed were Paul Orme, 25, and Ada Lund, 30.", ("killed", 2)),
        ("Wounded were Paul Orme, 25, of Welby; and Ada Lund, 30.", ("injured", 2)),
        (
            "Paul Orme, 25; Ada Lund, 30; and Theo Brandt, 22, died at the scene.",
            ("killed", 3),
        ),
        (
            "One victim died at the scene. A second victim, 32, also died.",
            ("killed", 2),
        ),
        ("Deputies found the bodies of a man and a woman.", ("killed", 2)),
        ("He opened fire, hitting a 15-year-old girl and her father.", ("injured", 2)),
        ("The shooting claimed the lives of Dana Holt and Tom Ashe.", ("killed", 2)),
        ("Dana Holt and Tom Ashe were killed in the shooting.", ("killed", 2)),
        (
            "He is accused of killing Dana Holt. Another man, Tom Ashe, was also killed.",
            ("killed", 2),
        ),
        (
            (
                "Paul Orme, 33, was pronounced dead at the hospital. A woman in the car "
                "also died."
            ),
            ("killed", 2),
        ),
        (
            "A teenager was shot in the chest and another was hit in the leg.",
            ("injured", 2),
        ),
        ("A guard was killed and the gunman was fatally shot by police.", ("killed", 2)),
        (
            "Deputy Tom Ashe was shot twice. The man who shot him was killed. Ashe died.",
            ("killed", 2),
        ),
        (
            "A pregnant woman was shot and killed. Her unborn child also died.",
            ("killed", 2),
        ),
        (
            "Dana Holt, 24, of Welby, and a 17-year-old boy were killed in the crash.",
            ("killed", 2),
        ),
        ("He wounded a teacher and a student before he was disarmed.", ("injured", 2)),
        ("Jon Verin killed his parents, Ilse and Karl Verin.", ("killed", 2)),
        (
            "A bullet struck the driver in the neck. His passenger was shot in the hand.",
            ("injured", 2),
        ),
        ("Police investigate the murders of Dana Holt and Tom Ashe.", ("killed", 2)),
    ],
)
def test_reports_of_a_crime_give_the_number_of_its_victims(text, expected):
    found = [(figure.kind, figure.low) for figure in find(LEAD + text)]

    assert expected in found
    assert all(value <= expected[1] for _, value in found)


@pytest.mark.parametrize(
    "text",
    [
        "The suspect was found dead. Carl Weber died of a self-inflicted gunshot wound.",
        "Justice Orme died in May. Before Justice Orme died, he wrote a letter.",
    ],
)
def test_one_person_under_two_names_is_one(text):
    assert counted(LEAD + text) == []


def test_the_count_stands_on_the_words_that_tell_of_the_last_victim():
    text = "Officer Dana Holt was shot and killed. The gunman was later found dead."

    [figure] = counted(text)

    assert figure.text == "The gunman was later found dead"
    assert figure.confidence == 0.5


def test_he_is_the_person_of_the_sentence_before():
    text = "Paul Orme, 29, was wounded. Ada Lund, 40, was hit as well. She died on Sunday."

    assert counted(text) == []


def test_a_count_shares_its_place_with_no_other_figure():
    text = "One man was killed. Another man was killed. Another man was killed."
    spans = [figure.span for figure in find(text)]

    assert len(spans) == len(set(spans))
