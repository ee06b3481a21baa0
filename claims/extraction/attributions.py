"""Words of a sentence, what reports them, and who speaks."""

from __future__ import annotations

from dataclasses import dataclass

from claims.extraction.sentences import Sentence
from claims.extraction.subjects import Items


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words of one sentence, what reports them and who speaks, as items.

    One that ``continues`` another has that one's speaker.
    """

    sentence: Sentence
    pieces: tuple[Items, ...]
    cue: Items | None
    subject: Items | None
    rule: str
    continues: Attribution | None = None
    relay: Items | None = None  # who passes the words on

    @property
    def is_direct(self) -> bool:
        """Whether a quotation is among the words."""
        return any("Q" in self.sentence.shape[first:end] for first, end in self.pieces)

    @property
    def is_quotation(self) -> bool:
        """Whether the words are a quotation and nothing else."""
        shape = "".join(self.sentence.shape[first:end] for first, end in self.pieces)
        return set(shape) <= set("Q,.-")

    @property
    def start_of_cue(self) -> int:
        """Where in the text the cue starts, or the words if there is none."""
        return self.sentence.starts[self.cue[0]] if self.cue else self.start

    @property
    def origin(self) -> Attribution:
        """The attribution that names the speaker: this one, or the one it continues."""
        one = self
        while one.subject is None and one.continues is not None:
            one = one.continues
        return one

    @property
    def start(self) -> int:
        """Where in the text the words start."""
        return self.sentence.starts[self.pieces[0][0]]

    def overlaps(self, other: Attribution) -> bool:
        """Say whether two of one sentence claim the same words."""
        return any(
            ours[0] < theirs[1] and theirs[0] < ours[1]
            for ours in self.pieces
            for theirs in other.pieces
        )
