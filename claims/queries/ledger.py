"""The log in plain sentences: who did what, when and why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from claims.models import Change, Incident, Quantity

# What an act is called after the actor's name; {…} is taken from the line.
SENTENCES: Mapping[str, str | Promise] = {
    "article.amended": _("amended what is known of “{label}”"),
    "article.marks_carried": _("carried the marks of “{label}” to its new text"),
    "article.read": _("found suggestions in “{label}”"),
    "article.revised": _("took in revision {revision} of “{label}”"),
    "article.taken_in": _("took in “{label}” ({outlet})"),
    "claim.added": _("recorded the claim “{label}”"),
    "claim.appearance": _("tied “{quote}” to the claim “{label}” ({stance})"),
    "claim.linked": _("said that the claim “{label}” is about {quantity}"),
    "claim.unlinked": _("said that the claim “{label}” is not about {quantity}"),
    "comment.written": _("remarked on {on}: “{label}”"),
    "copy.confirmed": _("confirmed that “{label}” is a copy"),
    "copy.refused": _("said that “{label}” is no copy"),
    "copy.suggested": _("found “{label}” to be alike"),
    "correction.asked": _("asked {contacted} {how} to correct “{figure}”"),
    "correction.concluded": _("recorded what {contacted} did about “{figure}”: {outcome}"),
    "estimate.amended_elsewhere": _("took in that {entry} was changed there"),
    "estimate.forgotten": _("took {entry} away from “{label}”"),
    "estimate.taken_in": _("recorded {entry} beside “{label}”"),
    "figure.accepted": _("accepted the figure “{label}”"),
    "figure.amended": _("amended the figure “{label}”"),
    "figure.attributed": _("said who gave “{label}”: {by}"),
    "figure.called_correction": _("said that “{label}” corrects an earlier figure"),
    "figure.carried": _("carried the figure “{label}” to a new text"),
    "figure.dated": _("dated “{label}”: {as_of}"),
    "figure.filed": _("filed “{label}” under {quantity}"),
    "figure.handed_over": _("said which quote “{label}” stands in"),
    "figure.imported": _("took in the figure “{label}”"),
    "figure.marked": _("marked the figure “{label}”"),
    "figure.moved": _("moved the edges of “{label}”"),
    "figure.rejected": _("rejected the figure “{label}”"),
    "figure.reopened": _("reopened the figure “{label}”"),
    "figure.traced": _("said what “{label}” carries on: {restates}"),
    "figure.unfiled": _("took “{label}” out of its quantity"),
    "incident.added": _("recorded the incident"),
    "incident.amended": _("amended the incident"),
    "incident.assembled": _("took in the incident from a file"),
    "incident.party_named": _("named {speaker} as a party"),
    "incident.party_removed": _("removed a party"),
    "outlet.added": _("added the outlet {label}"),
    "outlet.amended": _("amended the outlet {label}"),
    "quantity.added": _("began the quantity “{label}”"),
    "quantity.assigned": _("assigned “{label}” to {assignee}"),
    "quantity.merged": _("merged “{label}” into {merged_into}"),
    "quote.accepted": _("accepted the quote {label}"),
    "quote.amended": _("amended the quote {label}"),
    "quote.attributed": _("said who spoke {label}: {by}"),
    "quote.carried": _("carried the quote {label} to a new text"),
    "quote.imported": _("took in the quote {label}"),
    "quote.marked": _("marked the quote {label}"),
    "quote.moved": _("moved the edges of {label}"),
    "quote.rejected": _("rejected the quote {label}"),
    "quote.cued": _("said what attributes {label}: {cue}"),
    "quote.reopened": _("reopened the quote {label}"),
    "quote.suggested": _("suggested the quote {label}"),
    "rating.amended": _("amended the rating {label}"),
    "relation.dismissed": _("set a {kind} aside in “{label}”"),
    "relation.restored": _("took a dismissal back in “{label}”"),
    "settlement.approved": _("approved the settlement “{label}”"),
    "settlement.restored": _("put back the settlement “{label}”, {status} by {decided_by}"),
    "settlement.proposed": _("proposed the settlement “{label}”"),
    "settlement.returned": _("returned the settlement “{label}”"),
    "settlement.stale": _("marked the settlement “{label}” as stale"),
    "settlement.withdrawn": _("withdrew the settlement “{label}”"),
    "speaker.added": _("added the speaker {label}"),
    "speaker.alias_added": _("recorded that {label} is also called {alias}"),
    "speaker.alias_removed": _("removed the name {alias} of {label}"),
    "speaker.amended": _("amended the speaker {label}"),
    "speaker.merged": _("merged {label} into {merged_into}"),
    "speaker.role_added": _("recorded that {label} is {title} of {organisation}"),
    "speaker.role_removed": _("removed a role of {label}"),
    "speaker.unmerged": _("took the merge of {label} back"),
    "token.issued": _("issued the token {label}"),
    "token.revoked": _("revoked the token {label}"),
    "user.changed": _("changed the account {label}"),
    "verdict.amended_elsewhere": _("took in the changed verdict “{entry}” on “{label}”"),
    "verdict.taken_in": _("took in the verdict “{entry}” on “{label}”"),
    "verdict.approved": _("approved the verdict “{rating}” on “{claim}”"),
    "verdict.restored": _("put back the verdict “{rating}” on “{claim}”"),
    "verdict.proposed": _("proposed the verdict “{rating}” on “{claim}”"),
    "verdict.returned": _("returned the verdict “{rating}” on “{claim}”"),
    "verdict.withdrawn": _("withdrew the verdict “{rating}” on “{claim}”"),
    "webhook.amended": _("changed the webhook “{label}”"),
    "webhook.made": _("made the webhook “{label}”: {events}; {about}"),
    "webhook.paused": _("paused the webhook “{label}”"),
    "webhook.replayed": _("sent {event} once more to the webhook “{label}”"),
    "webhook.resumed": _("resumed the webhook “{label}”"),
    "webhook.rotated": _("gave the webhook “{label}” a new secret"),
    "webhook.tested": _("tried out the webhook “{label}”"),
}


@dataclass(frozen=True, slots=True)
class Sentence:
    """One line of the log as a person reads it."""

    at: dt.datetime
    actor: str
    text: str
    reason: str


class _Values(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return gettext("nobody") if key == "assignee" else "—"


def of_incident(incident: Incident, *, limit: int = 30) -> list[Sentence]:
    """Return the newest lines about an incident and what belongs to it."""
    return sentences(Change.objects.filter(incident=incident).for_page()[:limit])


def of_quantity(quantity: Quantity, *, limit: int = 20) -> list[Sentence]:
    """Return the newest lines of the incident that name the quantity or its parts."""
    about = Change.objects.filter(incident=quantity.incident_id)
    named = str(quantity)
    lines = (
        about.filter(subject="quantity", subject_pk=quantity.pk)
        | about.filter(after__quantity=named)
        | about.filter(before__quantity=named)
        # A quantity may be called something else by now.
        | about.filter(after__quantity_pk=quantity.pk)
        | about.filter(before__quantity_pk=quantity.pk)
        | about.filter(
            subject="settlement", subject_pk__in=quantity.settlements.values("pk")
        )
    )
    return sentences(lines.for_page()[:limit])


def sentences(changes: Iterable[Change]) -> list[Sentence]:
    """Say each line in words. Takes loaded actors."""
    return [_sentence(change) for change in changes]


def _sentence(change: Change) -> Sentence:
    values = _Values(
        {key: _words(value) for key, value in {**change.before, **change.after}.items()}
    )
    values["label"] = change.label
    known = SENTENCES.get(change.act, f"{change.act.replace('.', ' ')} “{{label}}”")
    return Sentence(
        at=change.at,
        actor=str(change.actor) if change.actor else gettext("The desk"),
        text=str(known).format_map(values),
        reason=change.reason,
    )


def _words(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(str(each) for each in value) or "—"
    if value is None:
        return gettext("nobody")
    return str(value).replace("_", " ")
