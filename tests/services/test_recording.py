from __future__ import annotations

import pytest

from claims.errors import Changed, Forbidden, Incomplete
from claims.models import Change, Incident, Party
from claims.services import recording
from claims.services.recording import Happening
from tests.factories import IncidentFactory, SpeakerFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    return UserFactory(role="editor")


def test_two_incidents_of_one_title_have_two_addresses(editor) -> None:
    slugs = [recording.add(Happening("Raid at the mill"), by=editor).slug for _ in "ab"]
    assert slugs == ["raid-at-the-mill", "raid-at-the-mill-2"]


def test_an_incident_needs_a_title(editor) -> None:
    with pytest.raises(Incomplete):
        recording.add(Happening(" "), by=editor)


def test_an_incident_is_not_made_part_of_its_own_part(editor) -> None:
    whole = IncidentFactory()
    part = IncidentFactory(parent=whole)
    with pytest.raises(Incomplete, match="part of"):
        recording.amend(whole, version=1, by=editor, parent=part)


def test_an_amendment_of_what_somebody_else_changed_is_refused(editor) -> None:
    incident = IncidentFactory()
    recording.amend(incident, version=1, by=editor, title="Raid")
    with pytest.raises(Changed):
        recording.amend(incident, version=1, by=editor, title="Attack")
    assert Incident.objects.get().title == "Raid"


def test_a_party_named_again_takes_the_new_side(editor) -> None:
    incident, speaker = IncidentFactory(), SpeakerFactory()
    for side in ("A", "A", "B"):
        recording.add_party(incident, speaker, side=side, by=editor)
    assert Party.objects.get().side == "B"
    assert Change.objects.filter(act="incident.party_named").count() == 2
    recording.remove_party(Party.objects.get(), by=editor)
    assert not Party.objects.exists()


def test_a_viewer_records_nothing() -> None:
    with pytest.raises(Forbidden):
        recording.add(Happening("Raid"), by=UserFactory(role="viewer"))
