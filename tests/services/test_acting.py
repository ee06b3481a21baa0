from __future__ import annotations

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction

from claims.errors import Impossible
from claims.models import Outlet, Speaker
from claims.services import naming
from claims.services.acting import _rules, act
from tests.factories import OutletFactory, SpeakerFactory, UserFactory

pytestmark = pytest.mark.django_db


@act
def rename(outlet: Outlet, name: str) -> None:
    Outlet.objects.filter(pk=outlet.pk).update(name=name)


@act
def give_domain(outlet: Outlet, domain: str) -> None:
    Outlet.objects.filter(pk=outlet.pk).update(domain=domain)


def test_a_broken_rule_is_told_in_its_own_sentence() -> None:
    editor, speaker = UserFactory(role="editor"), SpeakerFactory()
    with pytest.raises(Impossible, match=r"^A speaker needs a name\.$"):
        naming.amend(speaker, version=1, by=editor, name="")
    assert Speaker.objects.get(pk=speaker.pk).name


def test_what_another_row_has_is_told_in_the_words_of_the_rule() -> None:
    OutletFactory(domain="mill.example")
    with pytest.raises(Impossible, match=r"^Another outlet already has this domain\.$"):
        give_domain(OutletFactory(), "mill.example")


def test_a_name_that_another_row_has_is_told_in_words() -> None:
    known = OutletFactory()
    with pytest.raises(Impossible, match=r"^Another outlet already has this name\.$"):
        rename(OutletFactory(), known.name)


def test_characters_that_no_database_keeps_are_refused() -> None:
    with pytest.raises(Impossible, match="cannot be stored"):
        rename(OutletFactory(), "The \ud800 Gazette")


@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite keeps any length")
def test_words_without_room_are_refused() -> None:
    with pytest.raises(Impossible, match="too long"):
        rename(OutletFactory(), "x" * 1000)


def test_a_slip_of_a_programmer_is_no_refusal() -> None:
    @act
    def forget() -> None:
        Outlet.objects.filter(pk=OutletFactory().pk).update(name=None)

    with pytest.raises(IntegrityError), transaction.atomic():
        forget()


def test_every_rule_has_a_sentence() -> None:
    names = {
        constraint.name
        for model in apps.get_app_config("claims").get_models()
        for constraint in model._meta.constraints
    }
    assert names <= _rules().keys()
    assert all(sentence.endswith(".") for sentence in _rules().values())
