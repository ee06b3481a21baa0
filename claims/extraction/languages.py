"""Which language a text is in, as far as the engine can read it."""

from __future__ import annotations

import re

from claims.extraction.lexicon.english import ENGLISH
from claims.extraction.lexicon.frames import Language
from claims.extraction.lexicon.german import GERMAN

_KNOWN = {language.code: language for language in (ENGLISH, GERMAN)}
_WORD = re.compile(r"[a-zäöüß]{2,9}")
_COMMON = {
    "en": frozenset("the and of to in was for that on with said he is by".split()),
    "de": frozenset("der die und das den von ist mit dem nicht ein auf sich im".split()),
}
_SAMPLE = 4000  # characters that tell enough


def language_of(text: str, lang: str | None = None) -> Language:
    """Return the language that is named, or the one the common words speak for.

    English stands for every language that the engine has no words of.
    """
    named = (lang or "").lower().replace("_", "-").split("-")[0]
    if named:
        return _KNOWN.get(named, ENGLISH)
    words = _WORD.findall(text[:_SAMPLE])
    counts = {
        code: sum(word in common for word in words) for code, common in _COMMON.items()
    }
    return GERMAN if counts["de"] > counts["en"] else ENGLISH
