"""Who a German mention is. Every noun has a capital, so that tells no name here."""

from __future__ import annotations

from claims.domain import names
from claims.extraction.lexicon.german import GENITIVES, is_account, is_group
from claims.extraction.sentences import Sentence
from claims.extraction.speakers import Resolver
from claims.extraction.speaking import Speaker, speaker_of
from claims.extraction.subjects import Items

_DEFINITE = frozenset(["der", "die", "das", "dieser", "diese", "dieses"])


class GermanResolver(Resolver):
    """Resolves German mentions: by their first noun, not by their last."""

    def _phrase(self, sentence: Sentence, mention: Items) -> Speaker:
        first, end = mention
        link = _link(sentence, first, end)
        noun = sentence.words[link - 1]
        if link < end and is_account(noun):
            after = link if sentence.shape[link] == "D" else link + 1
            return self._phrase(sentence, (after, end))
        if names.is_title(noun):
            return self._aside_name(sentence, mention) or self._holder(sentence, mention)
        alone = link - 2 < first or sentence.shape[link - 2] != "P"
        if is_account(noun) or (alone and is_group(noun)):
            return self._aside_name(sentence, mention) or Speaker()
        return super()._phrase(sentence, (first, link))

    def _holder(self, sentence: Sentence, mention: Items) -> Speaker:
        """Return who "die Ministerin" is: the one of that gender named last."""
        first, end = mention
        noun = sentence.words[_link(sentence, first, end) - 1]
        if sentence.lower(first) not in _DEFINITE or _link(sentence, first, end) < end:
            return Speaker()
        gender = names.gender_of_title(noun)
        return speaker_of(self._recency.person(sentence.starts[first], gender))


def _link(sentence: Sentence, first: int, end: int) -> int:
    """Return where the genitive starts that follows the first noun, or the end."""
    for at in range(first + 1, end):
        if sentence.shape[at - 1] in "P)" and sentence.lower(at) in GENITIVES:
            return at
    return end
