from __future__ import annotations

import pytest

from tests.extraction.reading import named

BEARERS = [
    # an office that no apposition ties to a name
    (
        (
            "Karl Brandt stayed up on Monday evening to thank the crews. "
            '"They held the dyke," the harbour minister wrote.'
        ),
        ["Karl Brandt"],
    ),
    (
        (
            "The ferries are to stop, the harbour board's head of safety wrote on Monday. "
            "The quay is sinking, Ilse Brandt said."
        ),
        ["Ilse Brandt", "Ilse Brandt"],
    ),
    (
        (
            "The quay is sinking, according to the harbour minister. "
            '"It must be shut," Karl Brandt said. '
            '"It will be dear," the minister said.'
        ),
        ["Karl Brandt"] * 3,
    ),
    (
        (
            "The rebels want more, their head of trade has said. "
            '"We are not for sale," the Lindvik Post quotes Karl Brandt as saying.'
        ),
        ["Karl Brandt", "Karl Brandt"],
    ),
    (
        (
            "Eleven boats were lost, the spokesperson for harbour chief Ilse Brandt said. "
            "They sank at night, according to Karl Verin."
        ),
        ["Karl Verin", "Karl Verin"],
    ),
    (
        (
            "Eleven boats were lost, a harbour official said. "
            "More may be missing, the official, Karl Verin, warned."
        ),
        ["Karl Verin", "Karl Verin"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), BEARERS)
def test_an_office_belongs_to_whoever_near_by_is_described_in_no_other_way(text, expected):
    assert named(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        # somebody else, going by what the text tells of him
        "Karl Brandt, a nurse from Lindvik, came. The harbour minister said it was shut.",
        "Mayor Karl Brandt came. The harbour minister said that it was shut.",
        (
            "Karl Brandt, secretary-general of the Lindvik Guild, came. "
            "The harbour minister said that it was shut."
        ),
        # the one who has a lawyer is not the lawyer
        "Karl Brandt came to the quay. Brandt's lawyer said that it was shut.",
        "Karl Brandt came to the quay. The mayor's spokesman said that it was shut.",
        # an official is anybody
        "Karl Brandt came to the quay. An official said that it was shut.",
        # too far off
        (
            "Karl Brandt came. It rained. It snowed. It froze. It thawed. It rained again. "
            "The harbour minister said that it was shut."
        ),
    ],
)
def test_an_office_is_left_open_if_nobody_fits(text):
    assert named(text) == [None]
