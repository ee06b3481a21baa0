from __future__ import annotations

import datetime as dt

import pytest

from claims.errors import Changed, Forbidden, Impossible, Incomplete
from claims.models import Change, Outlet, Role, Speaker
from claims.queries import names
from claims.services import cataloguing, naming
from claims.services.naming import RoleHeld
from tests.factories import OutletFactory, SpeakerFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    return UserFactory(role="editor")


def test_a_speaker_is_found_by_name_or_alias_without_regard_to_case(editor) -> None:
    speaker = SpeakerFactory(name="Ada Brook")
    naming.add_alias(speaker, "A. Brook", by=editor)
    assert naming.named("ada brook") == speaker
    assert naming.named("a. BROOK") == speaker
    assert naming.named("Brook") is None


@pytest.mark.parametrize("name", ["Ömer Demir", "Лариса Вольская", "Straße 9"])
def test_a_name_in_other_letters_is_found_again(editor, name: str) -> None:
    speaker = naming.found_or_added(name, by=editor)
    assert naming.found_or_added(name, by=editor) == speaker
    assert naming.matches([name]) == {name.casefold(): speaker}


def test_an_outlet_is_found_whatever_its_spaces(editor) -> None:
    known = naming.outlet("The Mill Post", by=editor)
    assert naming.outlet(" The  Mill Post ", by=editor) == known


def test_a_role_held_twice_is_two_roles(editor) -> None:
    speaker, office = SpeakerFactory(), SpeakerFactory()
    first = RoleHeld(office, "Clerk", dt.date(2001, 1, 1), dt.date(2005, 1, 1))
    again = RoleHeld(office, "clerk ", dt.date(2010, 1, 1))
    for role in (first, again, again, RoleHeld(office, "CLERK")):
        naming.add_role(speaker, role, by=editor)
    assert speaker.roles.count() == 2


def test_a_role_that_ends_before_it_begins_is_refused(editor) -> None:
    role = RoleHeld(SpeakerFactory(), "Clerk", dt.date(2005, 1, 1), dt.date(2001, 1, 1))
    with pytest.raises(Impossible, match="cannot end before it begins"):
        naming.add_role(SpeakerFactory(), role, by=editor)


def test_a_merged_speaker_is_not_found_by_name() -> None:
    SpeakerFactory(name="Ada Brook", merged_into=SpeakerFactory())
    assert naming.named("Ada Brook") is None


def test_many_names_are_matched_in_two_queries(queries_of) -> None:
    for number in range(20):
        SpeakerFactory(name=f"Speaker number {number}").aliases.create(name=f"S{number}")
    names = [f"s{number}" for number in range(20)] + ["Speaker number 3", "Nobody"]
    found = {}
    assert len(queries_of(lambda: found.update(naming.matches(names)))) == 2
    assert found["s3"] == found["speaker number 3"]
    assert "nobody" not in found


@pytest.mark.parametrize("name", ["", "  "])
def test_a_speaker_without_a_name_is_refused(editor, name: str) -> None:
    with pytest.raises(Incomplete):
        naming.add(name, by=editor)


def test_an_alias_that_is_known_changes_nothing(editor) -> None:
    speaker = SpeakerFactory(name="Ada Brook")
    for name in ("ada brook", "Mrs Brook", "MRS BROOK"):
        naming.add_alias(speaker, name, by=editor)
        speaker = Speaker.objects.get()
    assert [alias.name for alias in speaker.aliases.all()] == ["Mrs Brook"]
    naming.remove_alias(speaker.aliases.get(), by=editor)
    assert Change.objects.filter(act="speaker.alias_removed").count() == 1


def test_a_role_is_recorded_once(editor) -> None:
    speaker, body = SpeakerFactory(), SpeakerFactory(kind="organisation")
    for _ in range(2):
        naming.add_role(speaker, RoleHeld(body, "harbour master"), by=editor)
    assert Role.objects.count() == 1
    with pytest.raises(Incomplete, match="in itself"):
        naming.add_role(body, RoleHeld(body, "member"), by=editor)


def test_an_amendment_of_what_somebody_else_changed_is_refused(editor) -> None:
    speaker = SpeakerFactory()
    naming.amend(speaker, version=1, by=editor, name="Ada Brook")
    with pytest.raises(Changed):
        naming.amend(speaker, version=1, by=editor, name="Ada Reed")
    assert Speaker.objects.get().name == "Ada Brook"


def test_an_outlet_speaks_under_its_own_name(editor) -> None:
    outlet = naming.outlet("The Mill Post", kind="agency", by=editor)
    assert (outlet.speaker.name, outlet.speaker.kind) == ("The Mill Post", "outlet")
    assert naming.outlet("the mill post", by=editor) == outlet


def test_an_outlet_takes_the_speaker_that_was_known_as_a_relay(editor) -> None:
    relay = SpeakerFactory(name="River Wire", kind="outlet")
    assert naming.outlet("River Wire", by=editor).speaker == relay


def test_a_domain_belongs_to_one_outlet(editor) -> None:
    OutletFactory(domain="mill.example")
    with pytest.raises(Impossible, match="already has this domain"):
        naming.outlet("The Mill Post", domain="mill.example", by=editor)
    assert Outlet.objects.count() == 1


def test_a_reviewer_names_nobody() -> None:
    with pytest.raises(Forbidden):
        naming.add("Ada Brook", by=UserFactory(role="reviewer"))


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Ömer Demir", "ÖMER DEMİR".replace("İ", "I")),
        ("Лариса Вольская", "ЛАРИСА  ВОЛЬСКАЯ"),
        ("Straße 9", "STRASSE 9"),
        ("Zoe\u0308 Brook", "ZOË BROOK"),
    ],
)
def test_a_name_is_found_whatever_its_case_on_every_engine(editor, name, typed) -> None:
    speaker = naming.add(name, by=editor)
    naming.add_alias(speaker, f"the {name}", by=editor)
    assert naming.named(typed) == speaker
    assert naming.named(f"The {typed}") == speaker
    assert naming.matches([typed]) == {typed.casefold(): speaker}
    assert [each.value for each in names.speakers(typed)] == [speaker.name]
    outlet = naming.outlet(f"{name} Post", by=editor)
    assert naming.outlet(f"{typed} POST", by=editor) == outlet


def test_a_name_that_is_amended_is_found_under_the_new_one(editor) -> None:
    speaker = naming.add("Ömer", by=editor)
    naming.amend(speaker, version=1, by=editor, name="Ünal")
    assert naming.named("ÜNAL") == speaker
    assert naming.named("ÖMER") is None
    outlet = naming.outlet("Öl Post", by=editor)
    cataloguing.amend_outlet(outlet, by=editor, name="Über Post")
    assert naming.outlet("ÜBER POST", by=editor) == outlet
