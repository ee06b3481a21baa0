"""Which speakers that the desk knows a name may be, and how well it fits."""

from __future__ import annotations

from collections.abc import Sequence

from claims.domain import names
from claims.extraction.findings import Candidate, KnownSpeaker

_ALIKE = 0.75  # names less alike are not offered
_MOST = 5
_STEM = 3  # letters that two spellings of a family name share


class Candidates:
    """Known speakers, to be asked for by name as often as a text has quotes."""

    def __init__(self, known: Sequence[KnownSpeaker]) -> None:
        self._by_stem: dict[str, set[int]] = {}
        self._known = known
        self._asked: dict[str, tuple[Candidate, ...]] = {}
        for at, speaker in enumerate(known):
            for name in (speaker.name, *speaker.aliases):
                for stem in _stems(name):
                    self._by_stem.setdefault(stem, set()).add(at)

    def like(self, name: str | None) -> tuple[Candidate, ...]:
        """Return the known speakers whose name or alias is like this one, best first."""
        if name is None or not self._known:
            return ()
        if name not in self._asked:
            self._asked[name] = self._ask(name)
        return self._asked[name]

    def _ask(self, name: str) -> tuple[Candidate, ...]:
        near = set[int]().union(*(self._by_stem.get(stem, set()) for stem in _stems(name)))
        scored = [self._score(self._known[at], name) for at in near]
        likely = [candidate for candidate in scored if candidate.score >= _ALIKE]
        return tuple(sorted(likely, key=lambda one: (-one.score, one.name))[:_MOST])

    def _score(self, speaker: KnownSpeaker, name: str) -> Candidate:
        forms = (speaker.name, *speaker.aliases)
        return Candidate(speaker.name, max(names.likeness(name, form) for form in forms))


def _stems(name: str) -> set[str]:
    words = names.parse(name).words
    return {names.fold(word)[:_STEM] for word in words[-1:] + words[:1]}
