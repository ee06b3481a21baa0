from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from claims.models import (
    Article,
    Change,
    Figure,
    Incident,
    Outlet,
    Quantity,
    Quote,
    Relation,
    Revision,
    Settlement,
    Speaker,
    User,
    Webhook,
)
from claims.services import annotating, filing
from claims.services.filing import ScopeKey
from tests.exchange.dossiers import small
from tests.exchange.test_dossier_rebuilding import decided, file_of
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

STORED = (Incident, Article, Revision, Quote, Figure, Quantity, Relation, Speaker, Outlet)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "crane.json"
    path.write_text(json.dumps(small()), encoding="utf-8")
    return path


def run(command: str, *args: Any, **options: Any) -> str:
    stdout = io.StringIO()
    call_command(command, *args, stdout=stdout, **options)
    return stdout.getvalue()


def counts() -> dict[str, int]:
    return {model.__name__: model.objects.count() for model in STORED}


def test_a_dossier_is_taken_in_as_accepted_and_filed(file):
    assert run("import_dossier", file) == (
        "crane-2031-03-04: taken in with 6 quotes and figures.\n"
    )

    figure = Figure.objects.get(exact="12 dead")
    assert (figure.status, figure.found_by) == ("accepted", "import")
    assert str(figure.quantity) == "dock workers: killed"
    assert figure.attribution.names == "Ilse Marten"
    assert figure.quote.exact == "We count 12 dead"
    assert figure.quote.cue_start == figure.revision.text.rindex("said")


def test_chains_run_from_the_article_through_its_relays(file):
    run("import_dossier", file)

    figure = Figure.objects.get(exact="the dead at 11")

    assert (figure.attribution.via, figure.attribution.names) == (
        "Coast Wire",
        "Harbour Office",
    )
    assert figure.revision.article.agency.kind == "agency"


def test_everything_that_was_stored_has_its_line_in_the_log(file):
    run("import_dossier", file)

    acts = set(Change.objects.values_list("act", flat=True))
    assert {
        "incident.added",
        "article.taken_in",
        "quote.imported",
        "figure.imported",
        "figure.traced",
        "figure.filed",
        "incident.assembled",
    } <= acts
    assert set(Change.objects.values_list("actor__username", flat=True)) == {"desk"}


def test_twice_is_once(file):
    run("import_dossier", file)
    before, lines = counts(), Change.objects.count()

    said = run("import_dossier", file)

    assert said == "crane-2031-03-04: already here, nothing changed.\n"
    assert (counts(), Change.objects.count()) == (before, lines)


def test_a_longer_version_of_a_file_adds_what_is_new_and_keeps_what_people_decided(file):
    run("import_dossier", file)
    editor = UserFactory(role="editor")
    elsewhere = filing.quantity(
        Incident.objects.get(), ScopeKey("killed", "crane drivers"), by=editor
    )
    filing.file(Figure.objects.get(exact="12 dead"), elsewhere, by=editor)
    annotating.reopen(Quote.objects.get(exact="We count 12 dead"), by=editor)
    annotating.reject(Quote.objects.get(exact="We count 12 dead"), by=editor)
    content = small()
    content["articles"][1]["quotes"].append(
        {
            "exact": "the dead at 11",
            "kind": "indirect",
            "cue": None,
            "speaker": None,
            "speaker_text": None,
            "via": [],
        }
    )
    file.write_text(json.dumps(content), encoding="utf-8")

    assert run("import_dossier", file) == "crane-2031-03-04: 1 new quotes and figures.\n"

    assert Quote.objects.get(exact="We count 12 dead").status == "rejected"
    assert Figure.objects.get(exact="12 dead").quantity == elsewhere
    assert Quote.objects.get(exact="the dead at 11").attribution.voice == "own"


def test_a_suggestion_on_the_same_words_is_accepted_as_the_file_has_it(file):
    run("import_dossier", file)
    editor = UserFactory(role="editor")
    figure = Figure.objects.get(exact="12 dead")
    annotating.reopen(figure, by=editor)
    Incident.objects.update(dossier=None)

    run("import_dossier", file)

    figure.refresh_from_db()
    assert (figure.status, str(figure.quantity)) == ("accepted", "dock workers: killed")


def test_nothing_is_stored_when_one_of_the_files_is_wrong(file, tmp_path):
    content = small() | {"id": "another"}
    content["articles"][0]["figures"][1]["exact"] = "twelve"
    wrong = tmp_path / "wrong.json"
    wrong.write_text(json.dumps(content), encoding="utf-8")

    with pytest.raises(CommandError, match=r"wrong\.json: a1\.figures\[1\]\.exact"):
        run("import_dossier", file, wrong)

    assert set(counts().values()) == {0}


def test_a_known_account_may_do_it_and_an_unknown_or_powerless_one_may_not(file):
    UserFactory(username="ed", role="editor")
    UserFactory(username="vi", role="viewer")

    with pytest.raises(CommandError, match=r"There is no account nobody\."):
        run("import_dossier", file, by="nobody")
    with pytest.raises(CommandError, match="Your role does not allow you"):
        run("import_dossier", file, by="vi")
    assert not Incident.objects.exists()

    run("import_dossier", file, by="ed")
    assert set(Change.objects.values_list("actor__username", flat=True)) == {"ed"}


def test_a_known_speaker_is_found_by_name_and_keeps_its_other_names(file):
    known = Speaker.objects.create(name="Port of Harbour City", kind="organisation")
    known.aliases.create(name="Harbour Office")

    run("import_dossier", file)

    assert not Speaker.objects.filter(name="Harbour Office").exists()
    assert {alias.name for alias in known.aliases.all()} == {
        "Harbour Office",
        "the port authority",
    }


def test_a_person_is_not_taken_for_an_organisation_of_that_name(file):
    Speaker.objects.create(name="Ilse Marten", kind="organisation")

    run("import_dossier", file)

    assert (
        Figure.objects.get(exact="12 dead").attribution.origins[0].speaker.kind == "person"
    )


def test_an_incident_is_written_to_the_screen_or_to_a_file(file, tmp_path):
    run("import_dossier", file)

    printed = json.loads(run("export_dossier", "crane-2031-03-04"))
    run("export_dossier", "crane-2031-03-04", output=str(tmp_path / "out.json"))

    assert json.loads((tmp_path / "out.json").read_text(encoding="utf-8")) == printed
    assert printed["articles"][0]["id"] == "a1"


def test_an_incident_that_is_not_here_or_a_place_that_cannot_be_written_is_told(
    file, tmp_path
):
    run("import_dossier", file)

    with pytest.raises(CommandError, match=r"There is no incident nowhere\."):
        run("export_dossier", "nowhere")
    with pytest.raises(CommandError, match=r"No such file or directory\."):
        run("export_dossier", "crane-2031-03-04", output=str(tmp_path / "no" / "out.json"))


def test_the_demonstration_has_an_account_for_each_role_and_repeats_nothing():
    said = run("load_demonstration")
    before = counts()
    User.objects.get(username="lead").groups.clear()

    again = run("load_demonstration")

    assert "4 of 4 demonstration incidents are new here." in said
    assert "each password: demonstration desk" in said
    assert "0 of 4 demonstration incidents" in again
    assert counts() == before
    assert User.objects.get(username="editor").check_password("demonstration desk")
    [webhook] = Webhook.objects.all()
    assert (webhook.is_active, webhook.deliveries.exists()) == (False, True)
    roles = {
        user.username: [group.name for group in user.groups.all()]
        for user in User.objects.all()
    }
    assert roles == {
        "editor": ["editor"],
        "reviewer": ["reviewer"],
        "reviewer2": ["reviewer"],
        "lead": [],
    }


def test_accounts_with_printed_passwords_are_not_made_on_a_desk_that_is_online(settings):
    settings.SESSION_COOKIE_SECURE = True

    with pytest.raises(CommandError, match="served over HTTPS"):
        run("load_demonstration")

    assert not User.objects.exists()


def test_what_another_desk_decided_comes_in_unless_the_evidence_alone_is_wanted(tmp_path):
    path = tmp_path / "crane.json"
    path.write_text(file_of(lambda: decided(small())), encoding="utf-8")
    stdout = io.StringIO()

    call_command("import_dossier", str(path), evidence=True, stdout=stdout)
    assert not Settlement.objects.exists()
    assert stdout.getvalue().endswith("taken in with 6 quotes and figures.\n")

    call_command("import_dossier", str(path), stdout=stdout)
    assert Settlement.objects.filter(status="approved").count() == 1
    assert stdout.getvalue().endswith("decisions.\n")
