"""What a command takes articles from: files and addresses, in the order given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from claims.domain.documents import Document
from claims.intake import fetching, files
from claims.management.files import readable
from claims.outward.sending import Rules

_ADDRESSES = ("http://", "https://")

Found = tuple[str, Document]


class Sources:
    """Reads each source as often as it is asked, but fetches an address only once.

    A file is read again, so that an archive of any size fits; an address might give
    something else the second time.
    """

    def __init__(self, names: Sequence[str], *, rules: Rules) -> None:
        self.names = [str(name) for name in names]
        readable([name for name in self.names if not name.startswith(_ADDRESSES)])
        self._rules = rules
        self._fetched: dict[str, list[Found]] = {}

    def __iter__(self) -> Iterator[Found]:
        for name in self.names:
            yield from self.read(name)

    def read(self, name: str) -> Iterator[Found]:
        """Yield what a source holds with where it stands; refuse in a sentence."""
        if not name.startswith(_ADDRESSES):
            yield from files.documents(Path(name))
            return
        if name not in self._fetched:
            page = fetching.fetch(name, rules=self._rules)
            self._fetched[name] = list(fetching.documents(page))
        yield from self._fetched[name]
