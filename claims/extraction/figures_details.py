"""What the words around a figure add: who, where, what unit, how surely, on what basis."""

from __future__ import annotations

import re

from claims.domain.measures import Measure, unit_of
from claims.domain.number_forms import Form
from claims.domain.number_words import listed
from claims.extraction.figures_drafts import Draft, Note, texts
from claims.extraction.populations import unit_word

# What tells most comes first.
_PUT = (
    ("denied", listed("denied denies denying rejected dismissed")),
    (
        "feared",
        listed(
            "feared believed may might could possibly probably presumed thought likely fear"
        ),
    ),
    (
        "reported",
        listed(
            """
            reportedly alleged allegedly claimed claims claiming apparently unconfirmed
            """
        ),
    ),
)
_BASES = (
    ("bodies", listed("bodies body corpses corpse")),
    ("morgue", listed("morgue mortuary morgues")),
    ("names", listed("named names identified")),
    ("hospital", listed("hospital hospitals medics doctors clinic paramedics")),
    ("estimate", listed("estimate estimated estimates estimating")),
    (
        "official",
        listed("ministry minister officials official police government governor"),
    ),
)
_PUT_RANKS = {word: rank for rank, (_, words) in enumerate(_PUT) for word in words}
_BASIS_RANKS = {word: rank for rank, (_, words) in enumerate(_BASES) for word in words}
_PLACE = re.compile(
    r"[ ,]{0,2}(?:(?:[a-z]+ ){0,2}?)(?:in|at|near|outside|around|across) (?:the )?"
    r"((?:[A-Z][\w’'-]*)(?: (?:[A-Z][\w’'-]*|of|al-[A-Z]\w*)){0,3})"
)
_PLACE_BEFORE = re.compile(
    r"\b(?!(?:In|At|On|The|And|But|For|From)\b)([A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2}) ?\(?$"
)
_IN_BEFORE = re.compile(r"\b[Ii]n ([A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2})\b[^.;]{0,40}$")
_NO_PLACE = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|"
    r"December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|The|In|At|On|A|An|"
    r"Some|About|Only|But|And)\b"
)
_OWNED = re.compile(r"of (?:(?:the|their|its|our|his|her) )?(?=[a-z])", re.IGNORECASE)
_MEMBERS = re.compile(r" of (?:the |its |their )?(?:[A-Z][\w’'-]*)(?: [A-Z][\w’'-]*){0,4}")
_BODY = re.compile(
    r" of (?:the |its |their |his )?[\w’'-]+(?: (?:forces?|army|guards?|police|family|"
    r"families|crew|group|team|party|brigade|services?|unit|staff))?"
)
_WINDOW = 60


def population_span(draft: Draft, text: str) -> tuple[int, int] | None:
    """Return where it says who or what is counted, with the body they belong to."""
    if draft.noun is None:
        return None
    start, end = draft.noun
    found = _MEMBERS.match(text, end)
    if found is None and draft.head in {"member", "members"}:
        found = _BODY.match(text, end)
    if found and found.end() <= draft.sentence.end:
        end = found.end()
    return start, end


def population_of(draft: Draft, text: str) -> str | None:
    """Return who or what is counted, as printed: "their fighters" are fighters."""
    span = population_span(draft, text)
    if span is None:
        return None
    owned = _OWNED.match(text, *span)
    return text[owned.end() if owned else span[0] : span[1]]


def unit_in(draft: Draft) -> str:
    """Return what the number is a number of: person, family, vehicle, percent, USD ..."""
    phrase = draft.phrase
    if phrase.form is Form.SHARE:
        return "percent"
    if phrase.form is Form.MONEY:
        return phrase.currency.upper() or draft.next_word
    if phrase.form is not Form.COUNT and phrase.form is not Form.ABSENCE:
        return draft.next_word
    default = unit_of(draft.measure or Measure.OTHER)
    return unit_word(draft.head) or ("person" if draft.rule == "people" else default)


def place_of(draft: Draft, text: str) -> str | None:
    """Return the place that is named right after the figure, or right before it."""
    begin = max(draft.sentence.start, draft.start - _WINDOW)
    limit = min(draft.sentence.end, draft.end + _WINDOW)
    found = _PLACE.match(text, draft.end, limit)
    if found is None and Note.AFTER_NAME in draft.notes:
        found = _PLACE_BEFORE.search(text, begin, draft.phrase.span.start)
    if found is None:
        found = _IN_BEFORE.search(text, begin, draft.start)
    if found is None or _NO_PLACE.match(found[1]):
        return None
    return found[1]


def epistemic_of(draft: Draft) -> str:
    """Say how the figure is put: stated, reported, feared or denied."""
    near = _PUT_RANKS.keys() & {*texts(draft.before, 6), *texts(draft.after, 8)}
    ranks = [_PUT_RANKS[word] for word in near]
    return _PUT[min(ranks)][0] if ranks else "stated"


def basis_of(draft: Draft) -> str | None:
    """Say what the number was got from, where the sentence tells."""
    if Note.NAMES in draft.notes:
        return "names"
    near = _BASIS_RANKS.keys() & {*texts(draft.before, 12), *texts(draft.after, 12)}
    ranks = [_BASIS_RANKS[word] for word in near]
    return _BASES[min(ranks)][0] if ranks else None
