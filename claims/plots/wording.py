"""Small phrases that several pictures share, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext, ngettext


def figures(number: int) -> str:
    """Return "1 figure", "7 figures"."""
    return _counted(ngettext("%(number)s figure", "%(number)s figures", number), number)


def more_figures(number: int) -> str:
    """Return "and 7 more figures"."""
    words = ngettext("and %(number)s more figure", "and %(number)s more figures", number)
    return _counted(words, number)


def more_speakers(number: int) -> str:
    """Return "and 7 more speakers"."""
    words = ngettext("and %(number)s more speaker", "and %(number)s more speakers", number)
    return _counted(words, number)


def speakers(number: int) -> str:
    """Return "1 speaker", "7 speakers"."""
    return _counted(ngettext("%(number)s speaker", "%(number)s speakers", number), number)


def reports(number: int) -> str:
    """Return "1 report", "7 reports"."""
    return _counted(ngettext("%(number)s report", "%(number)s reports", number), number)


def outlets(number: int) -> str:
    """Return "1 outlet", "7 outlets"."""
    return _counted(ngettext("%(number)s outlet", "%(number)s outlets", number), number)


def origins(number: int) -> str:
    """Return "1 origin", "7 origins"."""
    return _counted(ngettext("%(number)s origin", "%(number)s origins", number), number)


def independent_origins(number: int) -> str:
    """Return "1 independent origin", "7 independent origins"."""
    words = ngettext(
        "%(number)s independent origin", "%(number)s independent origins", number
    )
    return _counted(words, number)


def positions(number: int) -> str:
    """Return "1 position", "7 positions"."""
    words = ngettext("%(number)s position", "%(number)s positions", number)
    return _counted(words, number)


def settled_at(span: str) -> str:
    """Return "settled at 7–10"."""
    return gettext("settled at %(span)s") % {"span": span}


def sentence(title: str, facts: Iterable[str]) -> str:
    """Return the facts about what is drawn as one sentence."""
    return f"{title}: {', '.join(facts)}."


def _counted(words: str, number: int) -> str:
    return words % {"number": f"{number:,}"}
