"""Speakers, outlets and incidents that decisions rest on change with a reason only."""

from __future__ import annotations

import pytest
from django.urls import reverse

from claims.models import Alias, Change
from claims.services import filing
from tests.factories import (
    FigureFactory,
    IncidentFactory,
    LinkFactory,
    OutletFactory,
    QuantityFactory,
    QuoteFactory,
    SpeakerFactory,
)

pytestmark = pytest.mark.django_db


def typed(client, row) -> tuple[str, dict[str, object]]:
    """Return the address of a row's form and what the form shows."""
    where = reverse(f"admin:claims_{row._meta.model_name}_change", args=[row.pk])
    context = client.get(where).context
    form = context["adminform"].form
    shown = {name: form[name].value() or "" for name in form.fields}
    for inline in context["inline_admin_formsets"]:
        management = inline.formset.management_form
        shown |= {
            management.add_prefix(n): management[n].value() for n in management.fields
        }
        for part in inline.formset.initial_forms:
            shown |= {part.add_prefix(n): part[n].value() or "" for n in part.fields}
    return where, shown


def reasons(act: str) -> list[str]:
    return list(Change.objects.filter(act=act).values_list("reason", flat=True))


@pytest.fixture
def speaker(editor):
    row = SpeakerFactory(name="Fara Dashti")
    Alias.objects.create(speaker=row, name="F. Dashti")
    row.roles.create(organisation=SpeakerFactory(name="Valley Guard"), title="clerk")
    LinkFactory(attribution=QuoteFactory(accepted=True).attribution, speaker=row)
    return row


@pytest.mark.parametrize(
    ("changes", "act"),
    [
        ({"name": "Farah Dashti"}, "speaker.amended"),
        ({"kind": "group"}, "speaker.amended"),
        ({"aliases-0-name": "Dashti"}, "speaker.alias_added"),
        ({"aliases-0-DELETE": "on"}, "speaker.alias_removed"),
        ({"roles-0-title": "envoy"}, "speaker.role_added"),
        ({"roles-0-until_on": "2031-01-01"}, "speaker.role_added"),
        ({"roles-0-DELETE": "on"}, "speaker.role_removed"),
    ],
)
def test_a_quoted_speaker_changes_with_a_reason(client, speaker, changes, act) -> None:
    where, shown = typed(client, speaker)
    refused = client.post(where, shown | changes)
    assert refused.status_code == 409
    assert "rests on Fara Dashti; say why." in refused.content.decode()
    assert not Change.objects.filter(act=act).exists()
    why = {"why": "As its own site has it."}
    assert client.post(where, shown | changes | why).status_code == 302
    assert reasons(act) == ["As its own site has it."]


def test_a_note_and_another_spelling_need_no_reason(client, speaker) -> None:
    where, shown = typed(client, speaker)
    more = {"note": "Of the valley.", "aliases-TOTAL_FORMS": "2"}
    more |= {"aliases-1-name": "Fara D.", "aliases-1-speaker": speaker.pk}
    assert client.post(where, shown | more).status_code == 302
    assert speaker.aliases.count() == 2


def test_a_speaker_whom_nobody_accepted_changes_freely(client, editor) -> None:
    row = SpeakerFactory()
    LinkFactory(speaker=row)
    where, shown = typed(client, row)
    assert client.post(where, shown | {"name": "Farah Dashti"}).status_code == 302


def test_who_was_merged_into_a_speaker_rests_on_it_too(client, speaker) -> None:
    into = SpeakerFactory()
    speaker.merged_into = into
    speaker.save()
    where, shown = typed(client, into)
    assert client.post(where, shown | {"name": "Farah Dashti"}).status_code == 409


def test_the_publisher_of_an_outlet_with_figures_changes_with_a_reason(
    client, editor
) -> None:
    outlet = FigureFactory(accepted=True).revision.article.outlet
    where, shown = typed(client, outlet)
    changes = {"family": OutletFactory().pk}
    assert client.post(where, shown | changes).status_code == 409
    assert client.post(where, shown | {"domain": "mill.example.org"}).status_code == 302
    where, shown = typed(client, outlet)
    client.post(where, shown | changes | {"why": "Bought in March."})
    assert reasons("outlet.amended") == ["", "Bought in March."]


@pytest.mark.parametrize(
    ("changes", "act"),
    [
        ({"happened_on": "2031-03-01"}, "incident.amended"),
        ({"parties-0-side": "B"}, "incident.party_named"),
        ({"parties-0-DELETE": "on"}, "incident.party_removed"),
    ],
)
def test_an_incident_with_figures_changes_with_a_reason(
    client, editor, changes, act
) -> None:
    incident = IncidentFactory(title="Raid at the mill")
    incident.parties.create(speaker=SpeakerFactory(), side="A")
    quantity = QuantityFactory(incident=incident)
    filing.file(FigureFactory(accepted=True), quantity, by=editor)
    where, shown = typed(client, incident)
    refused = client.post(where, shown | changes)
    assert "rests on Raid at the mill; say why." in refused.content.decode()
    client.post(where, shown | changes | {"why": "A slip."})
    assert reasons(act) == ["A slip."]


def test_an_incident_without_figures_changes_freely(client, editor) -> None:
    where, shown = typed(client, IncidentFactory())
    assert client.post(where, shown | {"place": "Mill"}).status_code == 302
