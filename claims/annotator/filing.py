"""The form that files a figure: under a quantity that is there, or a new one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import gettext, gettext_noop
from django.utils.translation import gettext_lazy as _

from claims.annotator.fields import Suggesting
from claims.annotator.forms import ActForm
from claims.errors import Incomplete
from claims.models import Figure, Incident, Quantity, User
from claims.models.words import offered
from claims.queries import filing as proposing
from claims.queries.filing import Proposal
from claims.services import filing
from claims.services.annotating import Row
from claims.services.filing import ScopeKey
from claims.services.recording import Happening

NEW = "new"
_NUMBERED = re.compile(r"(.+?) \(#(\d+)\)\Z")
_SCOPE = (
    *("measure", "population", "side", "population_status", "place"),
    *("window_from", "window_until", "unit"),
)


class FileFields(forms.Form):
    """Where a figure belongs, as ``proposal`` has it."""

    proposal: Proposal

    under = forms.ChoiceField(label=_("File under"))
    incident = forms.CharField(
        label=_("Incident of a new quantity"),
        widget=Suggesting("incidents"),
        max_length=320,
        required=False,
        help_text=_("A title that nobody has yet is recorded as a new incident."),
    )
    happened_on = forms.DateField(
        label=_("A new incident happened on"),
        required=False,
        widget=forms.DateInput({"type": "date"}),
    )
    measure = forms.CharField(label=_("What is counted"), max_length=60, required=False)
    population = forms.CharField(label=_("Whom or what"), max_length=200, required=False)
    side = forms.CharField(
        label=_("Their side"),
        max_length=50,
        required=False,
        help_text=_("any, or as the parties have it."),
    )
    population_status = forms.ChoiceField(
        label=_("Status"), choices=offered(Quantity.PopulationStatus), required=False
    )
    place = forms.CharField(
        label=_("Part of the place"),
        max_length=300,
        required=False,
        help_text=_("Whole / part."),
    )
    window_from = forms.DateField(
        label=_("Counted from"), required=False, widget=forms.DateInput({"type": "date"})
    )
    window_until = forms.DateField(
        label=_("Counted until"), required=False, widget=forms.DateInput({"type": "date"})
    )
    unit = forms.CharField(label=_("Unit"), max_length=40, required=False)

    def offer(self, quantities: Iterable[Quantity], *more: tuple[str, str]) -> None:
        """Offer these to file under, by their incidents, a new one, and what is more."""
        field = self.fields["under"]
        field.help_text = self.proposal.reason
        if isinstance(field, forms.ChoiceField):
            field.choices = [
                *_by_incident(quantities),
                (NEW, gettext("A new quantity, as below")),
                *more,
            ]

    @property
    def key(self) -> ScopeKey:
        cleaned = self.cleaned_data
        given = {name: cleaned[name] for name in _SCOPE if cleaned.get(name)}
        if "measure" not in given:
            raise Incomplete("Say what the new quantity counts.")
        return ScopeKey(**given)


def file(fields: FileFields, figure: Figure, *, by: User, reason: str = "") -> None:
    """File ``figure`` as the form says."""
    under = fields.cleaned_data["under"]
    if under == NEW:
        filing.file_anew(figure, _incident(fields), fields.key, by=by)
    else:
        quantity = Quantity.objects.select_related("incident__parent").get(pk=under)
        filing.file(figure, quantity, by=by, reason=reason)


def shown(proposal: Proposal, figure: Figure) -> dict[str, Any]:
    """Return what the fields show for a proposal."""
    incident = proposal.incident
    return {
        "under": str(proposal.quantity.pk) if proposal.quantity else NEW,
        "incident": f"{incident} (#{incident.pk})" if incident else "",
        "happened_on": None if incident else figure.as_of,
        **proposal.scope,
    }


def quantities_near(figure: Figure, proposal: Proposal) -> Sequence[Quantity]:
    """Return the standing quantities of the incidents that the article may be about."""
    ranked = proposing.incidents(figure.revision.article, figure.revision.text)[:8]
    likely = [incident for incident, _ in ranked]
    if figure.quantity is not None:
        likely.insert(0, figure.quantity.incident)
    elif proposal.incident is not None:
        likely.insert(0, proposal.incident)
    order = {incident.pk: place for place, incident in reversed(list(enumerate(likely)))}
    rows = Quantity.objects.standing().filter(incident__in=order)
    return sorted(rows.select_related("incident"), key=lambda each: order[each.incident_id])


def told(figure: Figure) -> SafeString:
    """Say where a figure was filed, with a way there."""
    quantity = figure.quantity
    if quantity is None:
        raise ValueError("the figure is not filed")
    return format_html(
        'Filed “{}” under <a href="{}">{}</a>, {}.',
        Truncator(figure.exact).chars(60),
        quantity.get_absolute_url(),
        quantity,
        quantity.incident,
    )


class FileForm(ActForm, FileFields):
    """File a figure under a quantity."""

    title = gettext_noop("What the figure is about")
    button = gettext_noop("File")

    def __init__(self, row: Row, data: Mapping[str, Any] | None = None) -> None:
        if not isinstance(row, Figure):
            raise TypeError("only figures are filed")
        self.figure = row
        self.proposal = proposing.proposed(row)
        super().__init__(row, data)
        self.offer(quantities_near(row, self.proposal))
        if row.quantity is not None:
            self.fields["why"] = forms.CharField(label=_("Why it moves"), max_length=500)

    def shown(self) -> dict[str, Any]:
        known = shown(self.proposal, self.figure)
        if self.figure.quantity_id is not None:
            known["under"] = str(self.figure.quantity_id)
        return known

    def perform(self, *, by: User) -> None:
        self.figure.version = self.version_read
        file(self, self.figure, by=by, reason=self.why)


def _incident(fields: FileFields) -> Incident | Happening:
    title = fields.cleaned_data["incident"].strip()
    found = _NUMBERED.match(title)
    known = Incident.objects.filter(pk=found.group(2)).first() if found else None
    if known is not None:
        return known
    if not title:
        raise Incomplete("Name the incident of the new quantity.")
    return Happening(title, happened_on=fields.cleaned_data["happened_on"])


def _by_incident(quantities: Iterable[Quantity]) -> list[tuple[str, list[tuple[str, str]]]]:
    groups: dict[str, list[tuple[str, str]]] = {}
    for quantity in quantities:
        label = _told(quantity)
        groups.setdefault(quantity.incident.title, []).append((str(quantity.pk), label))
    return list(groups.items())


def _told(quantity: Quantity) -> str:
    parts = [f"{quantity} ({quantity.incident})"]
    if quantity.side != "any":
        parts.append(f"side {quantity.side}")
    if quantity.place:
        parts.append(quantity.place)
    if quantity.window_from is not None:
        parts.append(f"from {quantity.window_from:%-d %b %Y}")
    parts.append(f"{quantity.figure_count} filed")
    return ", ".join(parts)
