"""Pieces of HTML that are all article: their text, a blank line between paragraphs."""

from __future__ import annotations

from typing import Any

from lxml import html as lxml_html
from lxml.etree import ParserError

_BLOCKS = frozenset(
    """
    address article aside blockquote body div dd dl dt figcaption figure footer h1 h2 h3
    h4 h5 h6 header hr li main nav ol p pre section table td th tr ul
    """.split()  # noqa: SIM905  a list to be read
)
_UNSEEN = frozenset({"script", "style", "template", "noscript"})


def text_of(markup: str) -> str:
    """Return the words of a fragment, empty if there are none."""
    try:
        root = lxml_html.fragment_fromstring(markup.replace("\0", ""), create_parent="div")
    except (ParserError, ValueError):
        return ""
    pieces: list[str] = []
    _gather(root, pieces)
    paragraphs = (" ".join(part.split()) for part in "".join(pieces).split("\0"))
    return "\n\n".join(part for part in paragraphs if part)


def _gather(root: Any, pieces: list[str]) -> None:
    """Collect text in order; NUL, which no page holds, marks where a block ends."""
    waiting: list[Any] = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            pieces.append(node)
            continue
        edge = "\0" if node.tag in _BLOCKS else ""
        after = [node.tail] if node.tail else []
        if not isinstance(node.tag, str) or node.tag in _UNSEEN:
            waiting.extend(after)
            continue
        if node.tag == "br":
            pieces.append("\n")
        pieces.append(edge)
        waiting.extend([*after, edge, *reversed(node), node.text or ""])
