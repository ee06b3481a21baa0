"""How the fields of a form stand together: some in sight, some folded away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_noop


@dataclass(frozen=True)
class Group:
    """Fields under one heading; a folded group is opened when one of them is wrong."""

    heading: str
    fields: Sequence[BoundField]
    is_folded: bool

    @property
    def is_open(self) -> bool:
        return not self.is_folded or any(field.errors for field in self.fields)


FOLDED = "+ "
NEW_QUANTITY = FOLDED + gettext_noop("A new quantity")
# A heading with the names of its fields; those that start with “+” are folded.
GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (gettext_noop("Which words"), ("words",)),
    (
        gettext_noop("What it says"),
        ("measure", "population", "whose", "low", "high", "kind", "hedge", "as_of"),
    ),
    (gettext_noop("Of what"), ("of", "role", "name")),
    (gettext_noop("Who says so"), ("voice", "said_by", "descriptor", "reason")),
    (
        FOLDED + gettext_noop("Through whom"),
        ("via", "is_first_hand"),
    ),
    (gettext_noop("Where it belongs"), ("under",)),
    (
        NEW_QUANTITY,
        (
            *("incident", "happened_on", "side", "population_status", "place"),
            *("window_from", "window_until"),
        ),
    ),
    (
        FOLDED + gettext_noop("More on the value"),
        (
            *("printed_low", "printed_high", "core_low", "core_high", "unit", "place"),
            *("epistemic", "basis", "is_additive", "is_correction"),
        ),
    ),
)


# Where nothing is said of a value, what is counted is that of the new quantity.
FILING: tuple[tuple[str, tuple[str, ...]], ...] = (
    (gettext_noop("Where it belongs"), ("under",)),
    (
        NEW_QUANTITY,
        (
            *("incident", "happened_on", "measure", "population", "side"),
            *("population_status", "place", "window_from", "window_until", "unit"),
        ),
    ),
)


def groups(form: forms.BaseForm) -> Iterator[Group]:
    """Yield the visible fields of ``form`` in groups; the rest come under no heading."""
    visible = {field.name: field for field in form.visible_fields()}
    grouped = []
    for heading, names in GROUPS if "low" in form.fields else (*FILING, *GROUPS):
        if heading == NEW_QUANTITY and "under" not in form.fields:
            continue
        fields = [visible.pop(name) for name in names if name in visible]
        if fields:
            folded = heading.startswith(FOLDED) and not _is_wanted(heading, form)
            grouped.append(Group(heading.removeprefix(FOLDED), fields, folded))
    rest = list(visible.values())
    first = [field for field in rest if field.name != "why"]
    last = [field for field in rest if field.name == "why"]
    if first:
        yield Group("", first, is_folded=False)
    yield from grouped
    if last:
        yield Group("", last, is_folded=False)


def _is_wanted(heading: str, form: forms.BaseForm) -> bool:
    """Say whether a folded group is what the form is about as it stands."""
    return heading == NEW_QUANTITY and form["under"].value() == "new"
