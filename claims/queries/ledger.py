"""The log in plain sentences: who did what, when and why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from claims.models import Change, Incident, Quantity

# What an act is called after the actor's name; {…} is taken from the line.
SENTENCES: Mapping[str, str] = {
    "article.amended": "amended what is known of “{label}”",
    "article.marks_carried": "carried the marks of “{label}” to its new text",
    "article.read": "found suggestions in “{label}”",
    "article.revised": "took in revision {revision} of “{label}”",
    "article.taken_in": "took in “{label}” ({outlet})",
    "claim.added": "recorded the claim “{label}”",
    "claim.appearance": "tied “{quote}” to the claim “{label}” ({stance})",
    "claim.linked": "said that the claim “{label}” is about {quantity}",
    "claim.unlinked": "said that the claim “{label}” is not about {quantity}",
    "comment.written": "remarked on {on}: “{label}”",
    "copy.confirmed": "confirmed that “{label}” is a copy",
    "copy.refused": "said that “{label}” is no copy",
    "copy.suggested": "found “{label}” to be alike",
    "correction.asked": "asked {contacted} {how} to correct “{figure}”",
    "correction.concluded": "recorded what {contacted} did about “{figure}”: {outcome}",
    "estimate.amended_elsewhere": "took in that {entry} was changed there",
    "estimate.forgotten": "took {entry} away from “{label}”",
    "estimate.taken_in": "recorded {entry} beside “{label}”",
    "figure.accepted": "accepted the figure “{label}”",
    "figure.amended": "amended the figure “{label}”",
    "figure.attributed": "said who gave “{label}”: {by}",
    "figure.called_correction": "said that “{label}” corrects an earlier figure",
    "figure.carried": "carried the figure “{label}” to a new text",
    "figure.dated": "dated “{label}”: {as_of}",
    "figure.filed": "filed “{label}” under {quantity}",
    "figure.handed_over": "said which quote “{label}” stands in",
    "figure.imported": "took in the figure “{label}”",
    "figure.marked": "marked the figure “{label}”",
    "figure.moved": "moved the edges of “{label}”",
    "figure.rejected": "rejected the figure “{label}”",
    "figure.reopened": "reopened the figure “{label}”",
    "figure.suggested": "suggested the figure “{label}”",
    "figure.traced": "said what “{label}” carries on: {restates}",
    "figure.unfiled": "took “{label}” out of its quantity",
    "incident.added": "recorded the incident",
    "incident.amended": "amended the incident",
    "incident.assembled": "took in the incident from a file",
    "incident.party_named": "named {speaker} as a party",
    "incident.party_removed": "removed a party",
    "outlet.added": "added the outlet {label}",
    "outlet.amended": "amended the outlet {label}",
    "quantity.added": "began the quantity “{label}”",
    "quantity.assigned": "assigned “{label}” to {assignee}",
    "quantity.merged": "merged “{label}” into {merged_into}",
    "quote.accepted": "accepted the quote {label}",
    "quote.amended": "amended the quote {label}",
    "quote.attributed": "said who spoke {label}: {by}",
    "quote.carried": "carried the quote {label} to a new text",
    "quote.imported": "took in the quote {label}",
    "quote.marked": "marked the quote {label}",
    "quote.moved": "moved the edges of {label}",
    "quote.rejected": "rejected the quote {label}",
    "quote.cued": "said what attributes {label}: {cue}",
    "quote.reopened": "reopened the quote {label}",
    "quote.suggested": "suggested the quote {label}",
    "rating.amended": "amended the rating {label}",
    "relation.dismissed": "set a {kind} aside in “{label}”",
    "relation.restored": "took a dismissal back in “{label}”",
    "settlement.approved": "approved the settlement “{label}”",
    "settlement.restored": "put back the settlement “{label}”, {status} by {decided_by}",
    "settlement.proposed": "proposed the settlement “{label}”",
    "settlement.returned": "returned the settlement “{label}”",
    "settlement.stale": "marked the settlement “{label}” as stale",
    "settlement.withdrawn": "withdrew the settlement “{label}”",
    "speaker.added": "added the speaker {label}",
    "speaker.alias_added": "recorded that {label} is also called {alias}",
    "speaker.alias_removed": "removed the name {alias} of {label}",
    "speaker.amended": "amended the speaker {label}",
    "speaker.merged": "merged {label} into {merged_into}",
    "speaker.role_added": "recorded that {label} is {title} of {organisation}",
    "speaker.role_removed": "removed a role of {label}",
    "speaker.unmerged": "took the merge of {label} back",
    "token.issued": "issued the token {label}",
    "token.revoked": "revoked the token {label}",
    "user.changed": "changed the account {label}",
    "verdict.amended_elsewhere": "took in the changed verdict “{entry}” on “{label}”",
    "verdict.taken_in": "took in the verdict “{entry}” on “{label}”",
    "verdict.approved": "approved the verdict “{rating}” on “{claim}”",
    "verdict.restored": "put back the verdict “{rating}” on “{claim}”",
    "verdict.proposed": "proposed the verdict “{rating}” on “{claim}”",
    "verdict.returned": "returned the verdict “{rating}” on “{claim}”",
    "verdict.withdrawn": "withdrew the verdict “{rating}” on “{claim}”",
    "webhook.amended": "changed the webhook “{label}”",
    "webhook.made": "made the webhook “{label}”: {events}; {about}",
    "webhook.paused": "paused the webhook “{label}”",
    "webhook.replayed": "sent {event} once more to the webhook “{label}”",
    "webhook.resumed": "resumed the webhook “{label}”",
    "webhook.rotated": "gave the webhook “{label}” a new secret",
    "webhook.tested": "tried out the webhook “{label}”",
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
        return "nobody" if key == "assignee" else "—"


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
        actor=str(change.actor) if change.actor else "The desk",
        text=known.format_map(values),
        reason=change.reason,
    )


def _words(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(str(each) for each in value) or "—"
    if value is None:
        return "nobody"
    return str(value).replace("_", " ")
