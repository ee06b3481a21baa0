"""People's names: titles, short forms, and how alike two spellings are."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

# Words before a name that are no part of it, without their full stop.
TITLES = frozenset(
    """
    mr mrs ms miss mx dr doctor prof professor sir lord lady dame rev reverend fr father
    sister brother rabbi imam sheikh sheik mullah ayatollah bishop archbishop cardinal pope
    king queen prince princess duke duchess baron baroness count countess sultan emir
    president vice-president vice premier prime minister deputy chancellor secretary
    undersecretary treasurer ambassador consul envoy commissioner director chairman
    chairwoman chair chairperson chief governor gov mayor councillor councilman
    councilwoman councilor alderman senator sen sens representative rep reps congressman
    congresswoman mp mps mla mpp mep msp justice judge magistrate attorney general gen
    solicitor lawyer counsel prosecutor marshal field admiral adm commodore brigadier
    colonel col lieutenant lieut lt major maj captain capt commander cmdr sergeant sgt
    corporal cpl private pvt constable const const officer inspector insp superintendent
    supt detective det sheriff deputy staff warrant ceo cfo coo cto ciso chief executive
    officer co-founder founder spokesman spokeswoman spokesperson coach manager captain
    analyst economist author actor actress singer rapper comedian journalist reporter
    correspondent editor host anchor columnist pundit strategist pollster candidate
    nominee incumbent leader premier former then-president then-prime ex-president
    acting interim foreign interior defence defense finance health education justice
    environment transport labour labor energy trade minister speaker whip house majority
    minority democrat republican labour tory conservative liberal green ndp
    msgr monsignor messrs mme mlle madame monsieur herr frau señor señora don
    """.split()
)
# How German titles end, folded: "Innenminister", "Vizepräsidentin".
_HIS = tuple(
    """
    minister prasident sprecher kanzler burgermeister direktor chef sekretar intendant
    politiker anwalt experte trainer leiter botschafter senator professor forscher
    schriftsteller wissenschaftler physiker historiker journalist kommissar inspekteur
    vorsitzender abgeordneter beauftragter
    """.split()
)
_HERS = (
    *(f"{title}in" for title in _HIS),
    *("anwaltin", "expertin", "vorsitzende", "abgeordnete", "beauftragte"),
)
_GERMAN = _HIS + _HERS
_SUFFIXES = frozenset(
    ["jr", "sr", "ii", "iii", "iv", "phd", "md", "qc", "kc", "mbe", "obe"]
)
# Small words inside names: "Ursula von der Leyen", "Osama bin Laden".
PARTICLES = frozenset(
    """
    de da do dos del della di du la le van von der den ter ten zu zum zur al el ul bin ibn
    bint abu abd ben bar st san santa mac mc o d' ap y e af av und
    """.split()
)
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
_WORD = re.compile(r"[^\W\d_][^\W_]*(?:[-'’.][^\W_]+)*\.?")
_SURE, _LIKELY = 0.95, 0.85


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name taken apart: the words of it, without titles and suffixes."""

    words: tuple[str, ...]
    titles: tuple[str, ...] = ()

    @property
    def family(self) -> str:
        """The last word, with the particles that belong to it."""
        at = len(self.words) - 1
        while at > 1 and fold(self.words[at - 1]) in PARTICLES:
            at -= 1
        return " ".join(self.words[at:]) if self.words else ""

    @property
    def given(self) -> str:
        """The first word, if there is more than one."""
        return self.words[0] if len(self.words) > 1 else ""

    def __str__(self) -> str:
        return " ".join(self.words)


def parse(name: str) -> PersonName:
    """Take a printed name apart: "Gen. Mohammad Akmal Amir's" is three words and a title.

    A name that is nothing but titles ("the Prime Minister") keeps them as its words.
    """
    words = [_POSSESSIVE.sub("", word) for word in name.split()]
    words = [word.strip(',;:()[]"“”') for word in words]
    words = [word for word in words if word and fold(word) not in {"the", "a", "an"}]
    first = 0
    while first < len(words) - 1 and is_title(words[first]):
        first += 1
    last = len(words)
    while last > first + 1 and fold(words[last - 1]) in _SUFFIXES:
        last -= 1
    return PersonName(tuple(words[first:last]), tuple(words[:first]))


@lru_cache(maxsize=32_768)
def is_title(word: str) -> bool:
    """Say whether a word is a title, or the plural of one: "Generals Amir and Saifi"."""
    folded = fold(word)
    if folded in TITLES or (folded.endswith("s") and folded[:-1] in TITLES):
        return True
    return folded.endswith(_GERMAN)


def gender_of_title(word: str) -> str | None:
    """Return "he" or "she" if the ending of a German title tells."""
    folded = fold(word)
    if folded in TITLES:
        return None
    if folded.endswith(_HERS):
        return "she"
    return "he" if folded.endswith(_HIS) else None


@lru_cache(maxsize=32_768)
def fold(word: str) -> str:
    """Return a word for comparing: lower case, no accents, no full stops."""
    if word.isascii():
        return word.lower().replace(".", "").strip()
    plain = unicodedata.normalize("NFKD", word)
    kept = (char for char in plain if not unicodedata.combining(char))
    return "".join(kept).casefold().replace(".", "").replace("’", "'").strip()


def caseless(name: str) -> str:
    """Return a name by which it is looked up: its letters and accents without case."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def key(name: str) -> str:
    """Return what two printings of one name share: "Mr. Kéttana" and "kettana"."""
    return " ".join(fold(word) for word in parse(name).words)


def is_short_form(short: str, full: str) -> bool:
    """Say whether ``short`` can stand for ``full``: a surname, initials and surname."""
    part, whole = parse(short), parse(full)
    if not part.words or len(part.words) >= len(whole.words):
        return False
    if fold(part.family) not in {fold(whole.family), fold(whole.words[-1])}:
        return len(part.words) == 1 and fold(part.words[0]) == fold(whole.words[0])
    return all(
        _may_be(ours, theirs)
        for ours, theirs in zip(part.words[:-1], whole.words, strict=False)
    )


def _may_be(short: str, full: str) -> bool:
    ours, theirs = fold(short), fold(full)
    return ours == theirs or (len(ours) == 1 and theirs.startswith(ours))


def likeness(one: str, other: str) -> float:
    """Return from 0 to 1 how surely two printed names are one person's.

    1 for the same words, 0.95 for a short form of the other, less for words that
    differ by a letter or two (Kettana, Kettaneh); 0 if the family names differ.
    """
    ours, theirs = parse(one), parse(other)
    if not ours.words or not theirs.words:
        return 0.0
    if key(one) == key(other):
        return 1.0
    if is_short_form(one, other) or is_short_form(other, one):
        return _SURE
    family = _similar(fold(ours.family), fold(theirs.family))
    if not ours.given or not theirs.given:
        return _LIKELY * family if family >= _LIKELY else 0.0
    given = _similar(fold(ours.given), fold(theirs.given))
    if _may_be(ours.given, theirs.given) or _may_be(theirs.given, ours.given):
        given = 1.0
    return _SURE * min(family, given) if min(family, given) >= 0.7 else 0.0


def _similar(one: str, other: str) -> float:
    """Return 1 minus the edits between two words over the longer one's length."""
    if one == other:
        return 1.0
    longest = max(len(one), len(other))
    return 1 - _edits(one[:40], other[:40]) / longest if longest else 0.0


def _edits(one: str, other: str) -> int:
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        above, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            above, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, above + (a != b))
    return row[-1]
