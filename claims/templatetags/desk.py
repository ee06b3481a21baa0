"""How the pages print what the desk works with: intervals, scopes, states."""

from __future__ import annotations

import datetime as dt

from django import template
from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext

from claims.domain.intervals import Interval, Number
from claims.models import Quantity, User, words
from claims.queries import notices
from claims.queries.quantity_naming import headline

register = template.Library()
register.filter(words.worded)
register.filter(words.in_line)

_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£"}

# The colour that goes with each state; its word always stands beside it.
_LOOKS = {
    "conflict": "conflict",
    "self_contradiction": "conflict",
    "tension": "tension",
    "update": "update",
    "undetermined": "info",
    "scope_difference": "info",
    "restatement": "info",
    "refinement": "agree",
    "agree": "agree",
    "overlap": "agree",
    "open": "info",
    "awaiting": "proposed",
    "settled": "approved",
    "superseded": "info",
    "withdrawn": "info",
}


@register.filter
def heading(quantity: Quantity) -> str:
    """Return a quantity as a headline: ``Dock workers killed, Northport``."""
    return headline(quantity)


@register.filter
def printed(interval: Interval | None, unit: str = "person") -> str:
    """Return an interval as it is read: ``7 to 8``, ``$3 million or more``."""
    if interval is None:
        return "no value"
    words = interval.in_words()
    if unit == "percent":
        return f"{words} per cent"
    return f"{_SIGNS.get(unit, '')}{words}"


@register.filter
def look(state: str) -> str:
    """Return the class of a chip for a state or a kind of relation."""
    return _LOOKS.get(state, state)


@register.filter
def spoken(word: str) -> str:
    """Return a stored word in the reader's language, where the catalogue has it."""
    return gettext(word.replace("_", " "))


@register.filter
def spaced(word: str) -> str:
    """Return a stored word as it is read: ``laid off`` for ``laid_off``."""
    return word.replace("_", " ")


@register.filter
def age(moment: dt.datetime | None) -> str:
    """Return how long ago something was, in the largest whole unit."""
    if moment is None:
        return "—"
    passed = timezone.now() - moment
    if passed.days:
        return f"{passed.days} d"
    hours = passed.seconds // 3600
    return f"{hours} h" if hours else gettext("new")


@register.filter
def number(value: Number | None, unit: str = "person") -> str:
    """Return one number as it is read, a dash where there is none."""
    return "—" if value is None else printed(Interval(value, value), unit)


@register.filter
def kind_of(row: Model) -> str:
    """Return what a row is, as its card is named: ``quote``, ``figure``."""
    return row._meta.model_name or ""


@register.simple_tag
def unread_notices(user: User) -> int:
    """Count what the person has not read yet. One query."""
    return notices.unread(user)
