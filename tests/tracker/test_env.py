from __future__ import annotations

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from hypothesis import given
from hypothesis import strategies as st

from tracker import env


@pytest.mark.parametrize("value", ["1", "true", "TRUE", "Yes", "on"])
def test_a_flag_is_on(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("TRACKER_DEBUG", value)
    assert env.flag("TRACKER_DEBUG") is True


@pytest.mark.parametrize("value", ["0", "false", "No", "off"])
def test_a_flag_is_off(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("TRACKER_DEBUG", value)
    assert env.flag("TRACKER_DEBUG") is False


def test_a_flag_that_is_not_set_is_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TRACKER_DEBUG", raising=False)
    assert env.flag("TRACKER_DEBUG") is False


def test_a_flag_that_is_neither_is_refused_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TRACKER_DEBUG", "perhaps")
    with pytest.raises(ImproperlyConfigured) as refusal:
        env.flag("TRACKER_DEBUG")
    assert str(refusal.value) == "TRACKER_DEBUG must be true or false, not 'perhaps'."


def test_words_are_parted_by_commas_and_trimmed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRACKER_HOSTS", " desk.example , ,www.desk.example,")
    assert env.words("TRACKER_HOSTS") == ["desk.example", "www.desk.example"]


def test_words_that_are_not_set_are_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TRACKER_HOSTS", raising=False)
    assert env.words("TRACKER_HOSTS", "localhost,127.0.0.1") == ["localhost", "127.0.0.1"]


def test_without_an_address_the_database_is_a_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    database = env.database("DATABASE_URL", fallback=tmp_path / "new" / "desk.sqlite3")
    assert database["ENGINE"] == "django.db.backends.sqlite3"
    assert database["NAME"] == str(tmp_path / "new" / "desk.sqlite3")
    assert (tmp_path / "new").is_dir()


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("sqlite:///var/desk.sqlite3", "/var/desk.sqlite3"),
        ("sqlite:///var/our%20desk.sqlite3", "/var/our desk.sqlite3"),
        ("sqlite://", ":memory:"),
    ],
)
def test_an_sqlite_address_names_a_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, address: str, name: str
) -> None:
    monkeypatch.setenv("DATABASE_URL", address)
    assert env.database("DATABASE_URL", fallback=tmp_path / "desk")["NAME"] == name


@pytest.mark.parametrize("scheme", ["postgres", "postgresql"])
def test_a_postgres_address_is_taken_apart(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, scheme: str
) -> None:
    monkeypatch.setenv("DATABASE_URL", f"{scheme}://desk:p%40ss@db.example:5433/facts")
    database = env.database("DATABASE_URL", fallback=tmp_path / "desk")
    assert [database[key] for key in ("ENGINE", "NAME", "USER", "PASSWORD")] == [
        "django.db.backends.postgresql",
        "facts",
        "desk",
        "p@ss",
    ]
    assert (database["HOST"], database["PORT"]) == ("db.example", "5433")


def test_another_kind_of_database_is_refused_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DATABASE_URL", "mysql://desk@db.example/facts")
    with pytest.raises(ImproperlyConfigured) as refusal:
        env.database("DATABASE_URL", fallback=tmp_path / "desk")
    assert str(refusal.value) == (
        "DATABASE_URL must start with postgres:// or sqlite://, not mysql://."
    )


@given(
    words=st.lists(
        st.text(
            st.characters(exclude_characters=",\x00", exclude_categories=("Cs",)),
            min_size=1,
        )
    )
)
def test_words_come_back_as_they_were_joined(words: list[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        whole = [word for word in words if word.strip() == word]
        patch.setenv("TRACKER_HOSTS", ",".join(whole))
        assert env.words("TRACKER_HOSTS") == whole


def test_options_of_the_database_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://db/desk?sslmode=verify-full")
    database = env.database("DATABASE_URL", fallback=Path("unused"))
    assert database["OPTIONS"] == {"sslmode": "verify-full"}
