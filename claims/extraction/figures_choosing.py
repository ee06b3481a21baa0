"""Which numbers without a toll are figures all the same: shares, damage, crowds, staff."""

from __future__ import annotations

from collections.abc import Sequence

from claims.domain.measures import Measure
from claims.domain.number_forms import Form
from claims.domain.number_words import listed
from claims.extraction.figures_cues import COUNTS
from claims.extraction.figures_drafts import Draft, texts
from claims.extraction.figures_heads import head_of
from claims.extraction.populations import is_people

# Told by a noun alone, these are figures only where the number is large or hedged.
_SCENERY = frozenset(
    {
        Measure.STRENGTH,
        Measure.HEADCOUNT,
        Measure.HOUSEHOLDS,
        Measure.VEHICLES,
        Measure.OTHER,
    }
)
_BEFORE_NOW = frozenset(listed("previous prior past earlier"))
_VICTIMS = frozenset(listed("victims victim losses"))
_LAUNCHED = frozenset(
    listed("were launched carried conducted mounted repelled staged recorded reported")
)
_LOSS = frozenset(
    listed(
        """
        damage damages cost costs costing loss losses lose losing lost worth aid relief
        budget deficit debt negative spend spending spent fine fines compensation
        ransom reparations rebuild rebuilding reconstruction repair repairs estimate
        estimated estimates donated pledged pledge raised funding fund funds stolen
        destroyed save saving savings revenue annually bill amount amounts
        amounted claims insured insurers
        """
    )
)
_PAID_FOR = frozenset(
    listed("compensation damages fine fines ransom reparations aid relief damage")
)
_PRICE = frozenset(
    listed(
        """
        bought buy buying paid pay price priced acquired acquire purchase purchased sold
        salary deal takeover ticket tickets wage wages rent
        """
    )
)
_GOODS = frozenset(
    listed(
        """
        ton tons tonne tonnes kg kilogram kilograms kilogrammes kilos barrels litres liters
        """
    )
)
_BURNT = frozenset(
    listed("burned burnt burn burning scorched charred flooded destroyed consumed razed")
)
_LAND = frozenset(listed("hectares acres hectare acre"))
_NO_SHARE = frozenset(listed("chance interest probability risk off discount"))
_WORKFORCE = frozenset(listed("workforce staff population electorate"))
_SIGNS = ("%", "cent", "pct", "pc", "points", "point")
_SOME, _MANY, _CROWD = 10, 50, 500
_NEAR, _NEXT, _NOUN = 10, 4, 4


def choose(draft: Draft) -> None:
    """Give ``draft`` a measure if it is a figure though it counts no toll."""
    chooser = _CHOOSERS.get(draft.phrase.form)
    if chooser is not None and draft.measure is None:
        chooser(draft)


def is_scenery(draft: Draft) -> bool:
    """Say whether ``draft`` is there to set the scene: "two officers arrived"."""
    if draft.phrase.text.lower() == "one" and draft.next_word == "of":
        return True
    if draft.rule != "noun":
        return False
    if draft.measure is Measure.ATTACKS:
        started = _LAUNCHED.intersection(texts(draft.before, _NEXT))
        return draft.phrase.kind == "vague" or not started
    is_old = bool(_BEFORE_NOW.intersection(texts(draft.after, 3)))
    is_loose = draft.measure in _SCENERY or draft.head in _VICTIMS
    return is_old or (is_loose and not _is_notable(draft))


def _is_notable(draft: Draft) -> bool:
    return draft.value >= (_SOME if draft.phrase.hedge_kind else _MANY)


def _choose_share(draft: Draft) -> None:
    if draft.next_word in _NO_SHARE:
        return
    words = texts(draft.after, _NEXT)
    place = words.index("of") if "of" in words else -1
    if not draft.phrase.text.endswith(_SIGNS) and not _is_of_people(draft):
        return
    draft.measure, draft.rule = Measure.SHARE, "share"
    if place >= 0:
        _name_whole(draft, place + 1)


def _name_whole(draft: Draft, place: int) -> None:
    """Take the words after "of" for what the share is of."""
    end = place
    while end < len(draft.after) and draft.after[end].text[0].isalpha():
        if end == place + _NOUN:
            break
        end += 1
    if end > place:
        draft.noun = draft.after[place].start, draft.after[end - 1].end


def _is_of_people(draft: Draft) -> bool:
    return any(
        is_people(word) or word in COUNTS or word in _WORKFORCE
        for word in texts(draft.after, _NEXT + 2)
    )


def _choose_money(draft: Draft) -> None:
    before, after = texts(draft.before, _NEAR), texts(draft.after, _NEAR)
    if after[:2] == ["to", "the"]:  # "4,000 pounds to the dollar"
        return
    if _PRICE.intersection(before[:_NEXT]) and not _PAID_FOR.intersection(after):
        return
    if before[:1] == ["("] and draft.phrase.kind == "exact":  # the same in other money
        return
    if _LOSS.intersection(before + after) or after[:1] == ["/"]:
        draft.measure, draft.rule = Measure.MONEY, "money"


def _choose_goods(draft: Draft) -> None:
    unit, link, goods = [*texts(draft.after, 3), "", "", ""][:3]
    if unit in _LAND and _BURNT.intersection(texts(draft.before, _NEAR)):
        draft.measure, draft.rule = Measure.OTHER, "goods"
        draft.reach(1)
    if unit in _GOODS and link == "of" and goods:
        draft.measure, draft.rule = Measure.OTHER, "goods"
        draft.noun = draft.after[2].start, draft.after[2].end
        draft.reach(len(("tons", "of", goods)))


def _choose_people(draft: Draft) -> None:
    head, length = head_of(draft)
    if is_people(head) and _is_notable(draft):
        draft.measure, draft.rule = Measure.OTHER, "people"
        draft.name(head, length)
        draft.reach(length)


_CHOOSERS = {
    Form.SHARE: _choose_share,
    Form.MONEY: _choose_money,
    Form.MEASURE: _choose_goods,
    Form.COUNT: _choose_people,
}


def name_crowds(drafts: Sequence[Draft]) -> None:
    """Take large numbers of people for crowds in a text that is about crowds."""
    crowds = sum(draft.measure is Measure.CROWD for draft in drafts)
    tolls = sum(draft.measure is Measure.KILLED for draft in drafts)
    if crowds <= tolls:
        return
    for draft in drafts:
        if draft.rule == "people" and draft.value >= _CROWD:
            draft.measure = Measure.CROWD
