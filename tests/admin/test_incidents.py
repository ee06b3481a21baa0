from __future__ import annotations

import pytest
from django.urls import reverse

from claims.models import Change, Copy, Incident, Quote, Rating
from tests.factories import (
    ArticleFactory,
    FigureFactory,
    IncidentFactory,
    QuoteFactory,
    SpeakerFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


def facts(**changes: str) -> dict[str, str]:
    known = {"title": "Raid at the mill", "summary": "", "place": "", "parent": ""}
    known |= {"happened_on": "2031-03-03", "happened_precision": "day"}
    counts = ("TOTAL_FORMS", "INITIAL_FORMS")
    for part in ("parties", "quantities"):
        known |= {f"{part}-{count}": "0" for count in counts}
    return known | changes


def test_an_incident_is_recorded_with_its_parties(client, editor) -> None:
    guard = SpeakerFactory(name="Valley Guard")
    form = {
        "parties-TOTAL_FORMS": "1",
        "parties-0-speaker": guard.pk,
        "parties-0-side": "A",
    }
    client.post(reverse("admin:claims_incident_add"), facts(**form))
    incident = Incident.objects.get()
    assert str(incident.parties.get()) == "Valley Guard (A)"
    assert Change.objects.filter(act="incident.party_named").exists()


def test_a_party_changes_sides_or_leaves(client, editor) -> None:
    incident = IncidentFactory(title="Raid at the mill")
    kept = incident.parties.create(speaker=SpeakerFactory(), side="A")
    gone = incident.parties.create(speaker=SpeakerFactory(), side="B")
    form = {"parties-TOTAL_FORMS": "2", "parties-INITIAL_FORMS": "2"}
    for number, party in enumerate((kept, gone)):
        form |= {f"parties-{number}-id": party.pk, f"parties-{number}-side": "C"}
        form |= {f"parties-{number}-speaker": party.speaker_id}
    form |= {"parties-1-DELETE": "on", "version_read": "1"}
    where = reverse("admin:claims_incident_change", args=[incident.pk])
    client.post(where, facts(**form))
    assert [party.side for party in incident.parties.all()] == ["C"]


def test_an_incident_cannot_become_a_part_of_its_own_part(client, editor) -> None:
    whole = IncidentFactory(title="Raid at the mill")
    part = IncidentFactory(parent=whole)
    where = reverse("admin:claims_incident_change", args=[whole.pk])
    response = client.post(where, facts(parent=str(part.pk), version_read="1"))
    assert response.status_code == 409
    assert "not the reverse" in response.content.decode()


def test_a_lead_rewords_the_scale_and_nobody_overwrites_it(client) -> None:
    client.force_login(UserFactory(role="lead"))
    rating = Rating.objects.first()
    where = reverse("admin:claims_rating_change", args=[rating.pk])
    form = client.get(where).context["adminform"].form
    opened = {name: form[name].value() for name in form.fields}
    client.post(where, {**opened, "meaning": "No source supports it."})
    response = client.post(where, {**opened, "meaning": "Nothing supports it."})
    assert response.status_code == 409
    rating.refresh_from_db()
    assert rating.meaning == "No source supports it."


def test_suggestions_are_decided_in_bulk_and_refusals_are_told(client, editor) -> None:
    ready = FigureFactory(
        accepted=True, status="suggested", decided_by=None, decided_at=None
    )
    nameless = FigureFactory()
    where = reverse("admin:claims_figure_changelist")
    form = {"action": "accept", "_selected_action": [ready.pk, nameless.pk]}
    html = client.post(where, form, follow=True).content.decode()
    assert "Done: 1." in html
    assert "Say who said" in html
    ready.refresh_from_db()
    assert ready.is_accepted


def test_who_may_not_decide_is_offered_no_bulk_decision(client) -> None:
    quote = QuoteFactory()
    client.force_login(UserFactory(role="reviewer"))
    where = reverse("admin:claims_quote_changelist")
    assert "Accept the chosen suggestions" not in client.get(where).content.decode()
    client.post(where, {"action": "reject", "_selected_action": [quote.pk]})
    quote.refresh_from_db()
    assert quote.status == Quote.Status.SUGGESTED


@pytest.mark.parametrize(
    ("chosen", "words"), [("sure", ["a"]), ("likely", ["b"]), ("doubt", ["c"])]
)
def test_suggestions_are_filtered_by_how_sure_the_engine_was(
    client, editor, chosen, words
) -> None:
    for exact, confidence in (("a", 0.95), ("b", 0.7), ("c", 0.2)):
        QuoteFactory(exact=exact, confidence=confidence)
    where = reverse("admin:claims_quote_changelist")
    rows = client.get(where, {"confidence": chosen}).context["cl"].queryset
    assert [row.exact for row in rows] == words


def test_a_change_of_roles_leaves_a_line_without_the_password(client) -> None:
    root = UserFactory(is_superuser=True)
    client.force_login(root)
    form = {"username": "new-editor", "usable_password": "true"}
    form |= {"password1": "a long enough pass 1", "password2": "a long enough pass 1"}
    client.post(reverse("admin:claims_user_add"), form)
    line = Change.objects.get(act="user.changed")
    assert line.actor == root
    assert "long enough" not in str(line.after)
    assert line.label == "new-editor"


def test_likely_copies_are_confirmed_or_refused_in_bulk(client, editor) -> None:
    copies = [
        Copy.objects.create(
            article=ArticleFactory(), original=ArticleFactory(), likeness=0.9
        )
        for _ in range(2)
    ]
    where = reverse("admin:claims_copy_changelist")
    for copy, action in zip(copies, ("confirm", "refuse"), strict=True):
        client.post(where, {"action": action, "_selected_action": [copy.pk]})
        copy.refresh_from_db()
    assert [copy.status for copy in copies] == ["confirmed", "refused"]


def test_who_may_not_decide_on_copies_is_not_offered_it(client) -> None:
    copy = Copy.objects.create(
        article=ArticleFactory(), original=ArticleFactory(), likeness=0.9
    )
    client.force_login(UserFactory(role="viewer"))
    where = reverse("admin:claims_copy_changelist")
    form = {"action": "confirm", "_selected_action": [copy.pk]}
    html = client.post(where, form, follow=True).content.decode()
    assert "Confirm: the one" not in html
    copy.refresh_from_db()
    assert copy.status == "suggested"
