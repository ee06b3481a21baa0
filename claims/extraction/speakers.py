"""Who a mention is: surname after full name, pronoun, office, "the ministry"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.domain import names
from claims.extraction import mentions, subjects
from claims.extraction.bearers import Bearers
from claims.extraction.bodies import Bodies
from claims.extraction.cast import Cast, Entity
from claims.extraction.documents import Documents
from claims.extraction.lexicon import english_people as words_for
from claims.extraction.lexicon.frames import Language
from claims.extraction.name_words import core_of, is_body
from claims.extraction.recency import Recency
from claims.extraction.sentences import Sentence
from claims.extraction.speaking import Speaker, speaker_of
from claims.extraction.subjects import Items
from claims.extraction.tokens import Tokens

_KIND = re.compile("D?(?P<name>P+)[xn]{1,2}$")
_ITS = frozenset(["its", "their"])


class Resolver:
    """Resolves mentions in the order of the text, remembering who spoke last."""

    def __init__(
        self,
        tokens: Tokens,
        cast: Cast,
        sentences: Sequence[Sentence],
        language: Language,
    ) -> None:
        self._pronouns = language.pronouns
        self._tokens = tokens
        self._cast = cast
        self._recency = Recency(tokens, cast, sentences)
        self._bodies = Bodies(tokens)
        self._bearers = Bearers(tokens, cast, sentences)
        self._documents = Documents(self._recency, self._bodies, self._of)
        self._group = self._thing = Speaker()

    def resolve(self, sentence: Sentence, mention: Items) -> Speaker:
        """Return who the mention is, and remember it as the last to speak."""
        speaker = self._of(sentence, mention)
        offset = sentence.starts[mention[0]]
        if speaker.entity is not None:
            self._recency.spoke(speaker.entity, offset)
        elif sentence.shape[mention[0] : mention[1]] not in "HWh":
            self._remember(sentence, mention)
        return speaker

    def _remember(self, sentence: Sentence, mention: Items) -> None:
        """Keep an unnamed speaker for "they" and "it"."""
        described = Speaker(sentence.text_of(mention))
        if sentence.lower(mention[1] - 1) in words_for.BODY_HEADS:
            self._thing = described
            self._recency.forget()
        else:
            self._group = described

    def name_of(self, sentence: Sentence, mention: Items) -> str:
        """Return what a mention that does not speak is called."""
        return self._of(sentence, mention).name or sentence.text_of(mention)

    def _of(self, sentence: Sentence, mention: Items) -> Speaker:
        shape = sentence.shape[mention[0] : mention[1]]
        if shape in {"H", "h"} or sentence.text_of(mention).lower() in self._pronouns:
            return self._pronoun(sentence, mention[0])
        if shape in {"W", "t"}:
            return self._relative(sentence, mention[0])
        link = sentence.shape.find("I", *mention)
        speak_for = sentence.lower(link - 1) if link > mention[0] else ""
        if speak_for in words_for.REPRESENTATIVES:
            return self._represented(sentence, (link + 1, mention[1]))
        whole = self._bodies.whole(sentence, mention)
        if whole is not None:
            return speaker_of(whole)
        found = self._joint(sentence, mention) or self._phrase(sentence, mention)
        if found.name is None:
            found = speaker_of(self._bodies.described(sentence, mention))
        return found

    def _pronoun(self, sentence: Sentence, at: int) -> Speaker:
        printed = sentence.lower(at).replace("’", "'").split("'")[0]
        word = self._pronouns.get(printed, printed)
        if word in {"he", "she"}:
            return speaker_of(self._recency.person(sentence.starts[at], word))
        if word == "they":
            return self._group
        return self._it(sentence.starts[at]) if word == "it" else Speaker()

    def _it(self, offset: int) -> Speaker:
        last = self._recency.last
        if last is not None and last.is_body:
            return speaker_of(last)
        if last is None and self._thing.name:
            return self._thing
        return speaker_of(self._recency.nearest_body(offset))

    def _relative(self, sentence: Sentence, at: int) -> Speaker:
        """Return whom "who" stands for: the phrase before it."""
        end = at
        while end > 0 and sentence.shape[end - 1] in ",-":
            end -= 1
        phrase = subjects.before(sentence, end) if end else None
        if phrase is None or sentence.shape[phrase[0] : phrase[1]] in "HW":
            return Speaker()
        found = self._of(sentence, phrase)
        if found.name:
            return found
        return Speaker(sentence.text_of(subjects.nearest_noun(sentence, phrase)))

    def _joint(self, sentence: Sentence, mention: Items) -> Speaker | None:
        """Return both of "A and B" if both are named."""
        first, end = mention
        at = sentence.shape.find("C", first, end)
        if at <= first or at + 1 >= end:
            return None
        one = self._phrase(sentence, (first, at))
        other = self._phrase(sentence, (at + 1, end))
        if one.name is None or other.name is None or "x" in sentence.shape[at:end]:
            return None
        return Speaker(f"{one.name}; {other.name}", one.entity, (one.name, other.name))

    def _phrase(self, sentence: Sentence, mention: Items) -> Speaker:
        first, end = mention
        aside = self._aside_name(sentence, mention)
        if aside is not None:
            return aside
        link = sentence.shape.find("I", first, end)
        if link > first and sentence.shape[link - 1] in "xn":
            return self._description(sentence, mention)
        if link > first and mentions.ends_in_name(sentence, first, link):
            return self._phrase(sentence, (first, link))
        run = mentions.name_start(sentence, first, end)
        if run == end:
            return self._description(sentence, mention)
        return self._run(sentence, (run, end), link)

    def _run(self, sentence: Sentence, run: Items, link: int) -> Speaker:
        """Return who is named by the capitalised words that end a phrase."""
        first, end = run
        words = sentence.words[first:end]
        if 0 < link < first:
            titled = names.is_title(sentence.words[link - 1])
            if not titled and first - link <= 2:  # "of the" Globe
                return self._phrase(sentence, (mentions.start_of(sentence, link), link))
            words = words[-2:] if titled else words  # Secretary of State X Y
        opens = first == 0 or sentence.shape[first - 1] in ".Q"
        if opens and len(words) == 1 and not self._is_name(words[0]):
            return self._description(sentence, run)
        return self._named(words)

    def _is_name(self, word: str) -> bool:
        return self._cast.is_proper(word) or self._cast.entity([word]) is not None

    def _named(self, words: list[str]) -> Speaker:
        for at in range(len(words) - 1, 0, -1):
            if words[at - 1].endswith(("'s", "’s")):
                words = words[at:]
                break
        core = core_of(words)
        if all(names.is_title(word) for word in core):
            office = self._recency.office(core[-1], self._tokens.ends[-1])
            if office is not None:
                return speaker_of(office)
        entity = self._cast.entity(words)
        if len(core) == 1 and is_body(core):  # "the Alliance" of a longer name
            entity = self._cast.body_called(core[0]) or entity
        if entity is None:
            entity = Entity(" ".join(core), is_body(core))
        return speaker_of(entity)

    def _description(self, sentence: Sentence, mention: Items) -> Speaker:
        """Return whom "the mayor", "her statement", "the agency" stands for."""
        first, end = mention
        link = sentence.shape.find("I", first, end)
        head = sentence.lower((link if link > first else end) - 1)
        opening = sentence.lower(first)
        possessed = opening.endswith(("'s", "’s"))
        if head in words_for.DOCUMENTS:
            return self._documents.maker(sentence, mention)
        kind = self._of_kind(sentence, mention)
        if kind is not None:
            return kind
        if opening in {"a", "an"} and (mentions.is_calling(head) or head == "official"):
            return speaker_of(self._bearers.described_later(sentence.ends[end - 1], head))
        is_its = opening in _ITS and mentions.is_calling(head)
        if opening != "the" and not is_its and not possessed:
            return Speaker()
        return self._the(sentence, mention, head)

    def _represented(self, sentence: Sentence, whom: Items) -> Speaker:
        """Return the body of "two representatives of the group"; a person is none."""
        found = self._of(sentence, whom)
        if found.entity is None and sentence.lower(whom[1] - 1) == "group":
            found = speaker_of(self._recency.next_body(sentence.starts[whom[0]]))
        is_body = found.entity is not None and found.entity.is_body
        return found if is_body else Speaker()

    def _the(self, sentence: Sentence, mention: Items, head: str) -> Speaker:
        """Return whom a definite description stands for: its holder, or one near by."""
        first, end = mention
        offset = sentence.starts[first]
        modifiers = mentions.modifiers(sentence, first, end)
        is_body = head in words_for.BODY_HEADS  # "the court" is not its judge
        office = None if is_body else self._recency.office(head, offset, modifiers)
        if office is not None:
            return speaker_of(office)
        is_linked = sentence.shape.find("I", first, end) > first
        owners = mentions.owners(sentence, mention)
        another = owners or (head in words_for.OFFICES and (modifiers or is_linked))
        if another or sentence.lower(first) in _ITS:
            return self._bearer(sentence, mention, head)
        found = self._unmatched(offset, head)
        return found if found.name else self._bearer(sentence, mention, head)

    def _bearer(self, sentence: Sentence, mention: Items, head: str) -> Speaker:
        """Return who bears an office that the text gives to nobody in so many words."""
        owners = mentions.owners(sentence, mention)
        if not mentions.is_calling(head) or any(map(self._may_be_person, owners)):
            return Speaker()
        if owners and head not in words_for.INSTITUTIONAL_OFFICES:
            return Speaker()
        first, end = mention
        span = sentence.starts[first], sentence.ends[end - 1]
        bearer = self._bearers.of(*span, mentions.gender_of(head))
        if bearer is not None:
            offices = {names.fold(head), *mentions.modifiers(sentence, first, end)}
            self._cast.appoint(bearer, offices)
        return speaker_of(bearer)

    def _may_be_person(self, owner: str) -> bool:
        """Say whether what has an office is a person: "Brandt's", "the minister's"."""
        entity = self._cast.entity([owner])
        word = owner.replace("’", "'").removesuffix("'s").lower()
        return mentions.is_calling(word) or (entity is not None and not entity.is_body)

    def _of_kind(self, sentence: Sentence, mention: Items) -> Speaker | None:
        """Return the body in "the CGT union", "the Al Arabiya television channel"."""
        first, end = mention
        match = _KIND.match(sentence.shape[first:end])
        if match is None or sentence.lower(end - 1) not in words_for.BODY_HEADS:
            return None
        words = sentence.words[first + match.start("name") : first + match.end("name")]
        if any(word.endswith(("'s", "’s")) for word in words):
            return None
        name = " ".join(words)
        return Speaker(name, self._cast.entity(words) or Entity(name, is_body=True))

    def _aside_name(self, sentence: Sentence, mention: Items) -> Speaker | None:
        """Return the name in "the director, Ilse Brandt, said"."""
        shape, (first, end) = sentence.shape, mention
        if shape[end : end + 1] != "," or set(shape[first:end]) <= {"P"}:
            return None
        if mentions.ends_in_name(sentence, first, end):
            return None
        stop = end + 1
        while stop < len(shape) and shape[stop] == "P":
            stop += 1
        if stop - end < 3 or shape[stop : stop + 1] != ",":  # a full name
            return None
        words = sentence.words[end + 1 : stop]
        return None if is_body(words) else self._named(words)

    def _unmatched(self, offset: int, head: str) -> Speaker:
        if head in words_for.PERSON_HEADS or head.endswith("-year-old"):
            person = self._recency.person(offset, mentions.gender_of(head))
            return speaker_of(None if _is_something_else(person, head) else person)
        if head in words_for.BODY_HEADS:
            return speaker_of(self._recency.body(offset, head))
        return Speaker()


def _is_something_else(person: Entity | None, office: str) -> bool:
    """Say whether somebody cannot hold an office: the commander is not the mayor."""
    if person is None or office not in words_for.OFFICES_OF_ONE or office in person.roles:
        return False
    return not person.roles.isdisjoint(words_for.OFFICES_OF_ONE | words_for.RANKS)
