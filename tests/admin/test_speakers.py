from __future__ import annotations

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from claims.models import Alias, Change, Link, Outlet, Quote, Role, Speaker
from claims.queries import likely_merges
from claims.services import merging, naming
from claims.services.naming import RoleHeld
from tests.factories import (
    FigureFactory,
    LinkFactory,
    OutletFactory,
    QuantityFactory,
    QuoteFactory,
    RevisionFactory,
    SpeakerFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


def parts(**changes: str) -> dict[str, str]:
    counts = ("TOTAL_FORMS", "INITIAL_FORMS")
    empty = {f"{part}-{count}": "0" for part in ("aliases", "roles") for count in counts}
    return empty | changes


def facts(speaker: Speaker, **changes: str) -> dict[str, str]:
    kept = {"name": speaker.name, "kind": speaker.kind, "wikidata": "", "note": ""}
    return parts(**(kept | {"version_read": str(speaker.version)} | changes))


def change_url(speaker: Speaker) -> str:
    return reverse("admin:claims_speaker_change", args=[speaker.pk])


def test_a_speaker_is_added_with_other_spellings_and_a_role(client, editor) -> None:
    body = SpeakerFactory(name="Valley Guard", kind="group")
    form = {"name": "Fara Dashti", "kind": "person", "wikidata": "Q42", "note": ""}
    form |= {"aliases-TOTAL_FORMS": "1", "aliases-0-name": "Farah Dashty"}
    form |= {"roles-TOTAL_FORMS": "1", "roles-0-organisation": str(body.pk)}
    form |= {"roles-0-title": "spokeswoman", "roles-0-from_on": "2031-01-01"}
    client.post(reverse("admin:claims_speaker_add"), parts(**form))
    speaker = Speaker.objects.get(name="Fara Dashti")
    assert speaker.wikidata == "Q42"
    assert [alias.name for alias in speaker.aliases.all()] == ["Farah Dashty"]
    assert str(speaker.roles.get()) == "spokeswoman, Valley Guard"
    acts = set(Change.objects.values_list("act", flat=True))
    assert acts >= {"speaker.added", "speaker.alias_added", "speaker.role_added"}


def test_an_alias_is_corrected_and_another_removed(client, editor) -> None:
    speaker = SpeakerFactory()
    first = Alias.objects.create(speaker=speaker, name="Farah Dashty")
    second = Alias.objects.create(speaker=speaker, name="F. D.")
    form = {"aliases-TOTAL_FORMS": "2", "aliases-INITIAL_FORMS": "2"}
    form |= {"aliases-0-id": str(second.pk), "aliases-0-name": "F. D."}
    form |= {"aliases-0-DELETE": "on", "aliases-0-speaker": str(speaker.pk)}
    form |= {"aliases-1-id": str(first.pk), "aliases-1-name": "Farah Dashti"}
    form |= {"aliases-1-speaker": str(speaker.pk)}
    client.post(change_url(speaker), facts(speaker, **form))
    assert [alias.name for alias in speaker.aliases.all()] == ["Farah Dashti"]


def test_a_speaker_changed_meanwhile_is_not_overwritten(client, editor) -> None:
    speaker = SpeakerFactory(name="Fara Dashti")
    opened = facts(speaker, note="Born in the valley.")
    naming.amend(speaker, version=speaker.version, by=editor, note="Speaks for the mill.")
    response = client.post(change_url(speaker), opened)
    html = response.content.decode()
    assert response.status_code == 409
    assert "Note is now “Speaks for the mill.”; you typed “Born in the valley.”" in html
    speaker.refresh_from_db()
    assert speaker.note == "Speaks for the mill."


def test_an_outlet_changed_meanwhile_is_not_overwritten(client, editor) -> None:
    outlet = OutletFactory(name="The Mill Post")
    where = reverse("admin:claims_outlet_change", args=[outlet.pk])
    form = client.get(where).context["adminform"].form
    opened = {name: form[name].value() or "" for name in form.fields}
    client.post(where, {**opened, "domain": "mill.example.org"})
    response = client.post(where, {**opened, "domain": "post.example.org"})
    assert response.status_code == 409
    outlet.refresh_from_db()
    assert outlet.domain == "mill.example.org"


def test_an_outlet_is_added_under_its_publisher(client, editor) -> None:
    family = OutletFactory(name="Valley Press")
    form = {"name": "The Mill Post", "kind": "newspaper", "domain": "", "family": family.pk}
    client.post(reverse("admin:claims_outlet_add"), form)
    assert Outlet.objects.get(name="The Mill Post").family == family


def test_the_history_tells_each_act_in_a_sentence(client, editor) -> None:
    speaker = naming.add("Fara Dashti", by=editor)
    naming.amend(speaker, version=1, by=editor, note="Speaks for the mill.")
    html = client.get(
        reverse("admin:claims_speaker_history", args=[speaker.pk])
    ).content.decode()
    assert "added the speaker Fara Dashti" in html
    assert "Speaks for the mill." in html


def test_names_are_suggested_by_alias_and_namesakes_get_a_number(client, editor) -> None:
    SpeakerFactory(name="Fara Dashti", kind="person")
    twin = SpeakerFactory(name="Fara Dashti", kind="group")
    Alias.objects.create(speaker=SpeakerFactory(name="Mill Owners"), name="Dashti Mills")
    where = reverse("admin:names", args=["speakers"])
    names = client.get(where, {"q": "dashti"}).json()["names"]
    values = [each["value"] for each in names]
    assert f"Fara Dashti (#{twin.pk})" in values
    assert "Mill Owners" in values
    assert client.get(where, {"q": ""}).json() == {"names": []}


def test_a_merged_speaker_is_not_suggested(client, editor) -> None:
    SpeakerFactory(name="Fara Dashti", merged_into=SpeakerFactory(name="Farah Dashti"))
    names = client.get(reverse("admin:names", args=["speakers"]), {"q": "Dashti"}).json()
    assert [each["value"] for each in names["names"]] == ["Farah Dashti"]


def test_two_spellings_of_one_name_are_suggested_for_merging() -> None:
    one, other = SpeakerFactory(name="Fara Dashti"), SpeakerFactory(name="Farah Dashti")
    SpeakerFactory(name="Valley Guard", kind="group")
    pairs = likely_merges.pairs()
    assert [{pair.one.speaker, pair.other.speaker} for pair in pairs] == [{one, other}]
    assert pairs[0].reasons == ("“Fara Dashti” and “Farah Dashti” are spelled alike.",)


def test_suggesting_merges_costs_the_same_for_few_and_for_many(queries_of) -> None:
    SpeakerFactory(name="Fara Dashti")
    few = queries_of(likely_merges.pairs)
    for number in range(8):
        Alias.objects.create(speaker=SpeakerFactory(), name=f"Farah Dashti {number}")
    many = queries_of(likely_merges.pairs)
    # Aliases and roles are loaded once there is a speaker; organisations with a role.
    assert len(few) == len(many), "\n".join(many)


def test_the_evidence_stands_side_by_side_and_a_lead_merges(client, revision) -> None:
    client.force_login(UserFactory(role="lead"))
    one, other = SpeakerFactory(name="Fara Dashti"), SpeakerFactory(name="Farah Dashti")
    where = reverse("admin:claims_speaker_merge", args=[one.pk, other.pk])
    assert "Is Fara Dashti the same as Farah Dashti?" in client.get(where).content.decode()
    assert "This field is required." in client.post(where, {"reason": ""}).content.decode()
    client.post(where, {"reason": "One spokeswoman, two spellings."})
    one.refresh_from_db()
    assert one.merged_into == other
    undo = reverse("admin:claims_speaker_unmerge", args=[one.pk])
    client.post(undo, {"reason": "Two sisters."})
    one.refresh_from_db()
    assert one.merged_into is None


def said(words: str, *speakers: Speaker) -> Quote:
    text = f"“{words},” she said."
    quote = QuoteFactory(revision=RevisionFactory(text=text), exact=words, accepted=True)
    for speaker in speakers:
        LinkFactory(attribution=quote.attribution, speaker=speaker)
    return quote


def test_words_that_both_are_said_to_have_said_are_shown(client) -> None:
    client.force_login(UserFactory(role="lead"))
    one, other = SpeakerFactory(name="Fara Dashti"), SpeakerFactory(name="Valley Guard")
    first = said("We lost nobody", one)
    second = said("we lost – nobody", other)
    together = said("The mill is ours", one, other)
    where = reverse("admin:claims_speaker_merge", args=[one.pk, other.pk])
    answer = client.get(where)
    pair = answer.context["pair"]
    assert [(each.one, each.other) for each in pair.shared] == [(first, second)]
    assert pair.joint == (together,)
    assert pair.reasons[0] == "No two of their names are spelled alike."
    html = answer.content.decode()
    assert str(first.revision.article.outlet) in html
    assert "named side by side" in html


def test_incidents_that_both_give_figures_of_speak_for_it() -> None:
    one, other = SpeakerFactory(), SpeakerFactory()
    quantity = QuantityFactory(incident__title="Raid at the mill")
    for speaker in (one, other):
        figure = FigureFactory(accepted=True, quantity=quantity)
        LinkFactory(attribution=figure.attribution, speaker=speaker)
    assert (
        "Both give figures of “Raid at the mill”." in likely_merges.pair(one, other).reasons
    )


def test_a_wikidata_id_that_is_none_is_refused_in_the_form(client, editor) -> None:
    form = parts(name="Fara Dashti", kind="person", wikidata="42", note="")
    html = client.post(reverse("admin:claims_speaker_add"), form).content.decode()
    assert "A Wikidata id is a Q and a number, as in Q42." in html
    SpeakerFactory(wikidata="Q42")
    again = client.post(reverse("admin:claims_speaker_add"), form | {"wikidata": "Q42"})
    assert "Another speaker already has this Wikidata id." in again.content.decode()
    assert Speaker.objects.count() == 1


@pytest.mark.parametrize(
    ("role", "status"), [("viewer", 403), ("editor", 403), ("reviewer", 403), ("lead", 200)]
)
def test_who_may_merge(client, role, status) -> None:
    client.force_login(UserFactory(role=role))
    key = [SpeakerFactory().pk, SpeakerFactory().pk]
    assert client.get(reverse("admin:claims_speaker_merge", args=key)).status_code == status
    listed = client.get(reverse("admin:claims_speaker_merges"))
    assert listed.status_code == 200


class Merging(TestCase):
    """Law: to merge and to un-merge restores every row."""

    @settings(max_examples=25, suppress_health_check=list(HealthCheck))
    @given(
        st.lists(st.text("abc", min_size=1, max_size=4), max_size=3, unique=True),
        st.integers(0, 3),
        st.booleans(),
    )
    def test_merging_and_unmerging_restores_every_row(
        self, aliases, links, has_role
    ) -> None:
        lead = UserFactory(role="lead")
        one, other = SpeakerFactory(), SpeakerFactory()
        for name in aliases:
            naming.add_alias(one, name, by=lead)
        for _ in range(links):
            LinkFactory(speaker=one)
        if has_role:
            naming.add_role(one, RoleHeld(SpeakerFactory(), "spokesman"), by=lead)
        before = _rows()
        merging.merge(one, other, by=lead, reason="One.")
        merging.unmerge(one, by=lead, reason="Two.")
        assert _rows() == before


def _rows() -> list[list[dict[str, object]]]:
    kinds = (Speaker, Alias, Role, Link)
    return [list(kind.objects.order_by("pk").values()) for kind in kinds]
