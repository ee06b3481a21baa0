"""What a page says, read out of its HTML."""

from __future__ import annotations

from html.parser import HTMLParser

_EMPTY = frozenset(("meta", "link", "input", "br", "hr", "img"))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, frozenset[str], str]] = []
        self.found: list[tuple[list[tuple[str, frozenset[str], str]], str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _EMPTY:
            given = dict(attrs)
            classes = frozenset((given.get("class") or "").split())
            self.open.append((tag, classes, f"{len(self.found)}-{self.getpos()}"))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        self.found.append((list(self.open), data))


def _read(page: str) -> _Reader:
    reader = _Reader()
    reader.feed(page)
    return reader


def text_of(page: str) -> str:
    """Return the page's words with their white space put in order."""
    return " ".join(" ".join(text for _, text in _read(page).found).split())


def words_of(page: str, selector: str) -> list[str]:
    """Return the words of each element that ``selector`` finds.

    A selector is tags and classes, each inside the one before: ``.stats dd``.
    """
    steps = [step.partition(".") for step in selector.split()]
    words: dict[str, list[str]] = {}
    for path, text in _read(page).found:
        place = _match(path, [(tag, name) for tag, _, name in steps])
        if place is not None:
            words.setdefault(place, []).append(text)
    return [" ".join("".join(parts).split()) for parts in words.values()]


def _match(
    path: list[tuple[str, frozenset[str], str]], steps: list[tuple[str, str]]
) -> str | None:
    """Return the identity of the element that matches the last step, if the path does."""
    at, place = 0, None
    for tag, classes, identity in path:
        if at == len(steps):
            break
        wanted, name = steps[at]
        if wanted in ("", tag) and (not name or name in classes):
            at, place = at + 1, identity
    return place if at == len(steps) else None
