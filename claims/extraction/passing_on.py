"""Where a medium speaks for nobody but itself, and where it passes on what others said."""

from __future__ import annotations

from dataclasses import replace

from claims.extraction import subjects
from claims.extraction.attributions import Attribution
from claims.extraction.chains import is_medium


def passed_on(found: list[Attribution]) -> list[Attribution]:
    """Return the attributions with a medium as relay where it is no more than that.

    "…, a spokesman said, the agency reports" has one speaker; so has "the station
    reported, citing a ministry".
    """
    media = [one for one in found if _is_by_medium(one)]
    if not media:
        return found
    cited = [_citing(one) for one in media]
    others = [one for one in found if one not in media]
    inner = [
        one for one in others if any(one.start < medium.start_of_cue for medium in media)
    ]
    if inner:
        relay = media[-1].subject
        return [replace(one, relay=relay) if one in inner else one for one in others]
    return others + cited


def _is_by_medium(one: Attribution) -> bool:
    if one.subject is None or one.cue is None:
        return False
    return is_medium(one.sentence.words[slice(*one.subject)])


def _citing(one: Attribution) -> Attribution:
    """Return what a medium reports by whom it cites, if it cites anybody."""
    sentence = one.sentence
    for at in range(1, len(sentence.shape)):
        if (
            sentence.lower(at) in {"citing", "quoting"}
            and sentence.shape[at - 1] in ",QxTP"
        ):
            cited = subjects.after(sentence, at)
            if cited is not None:
                return replace(one, subject=cited, relay=one.subject, rule="citing")
    return one
