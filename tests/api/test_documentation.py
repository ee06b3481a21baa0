"""The examples of docs/api.md do what they say."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from django.core.management import get_commands, load_command_class

from claims.models import Quote
from claims.services import annotating, issuing
from claims.services.issuing import Wish
from tests.exchange.dossiers import small
from tests.exchange.test_dossier_writing import take_in
from tests.factories import UserFactory

DOCS = Path(__file__).parent.parent.parent / "docs"
EXAMPLES = re.findall(
    r"^```(sh|python)\n(.*?)^```",
    (DOCS / "api.md").read_text("utf-8"),
    re.MULTILINE | re.DOTALL,
)
PYTHON = "\n".join(code for language, code in EXAMPLES if language == "python")
SHELL = [code for language, code in EXAMPLES if language == "sh"]
COMMANDS = sorted(name for name, app in get_commands().items() if app == "claims")


@pytest.fixture
def token(db):
    lead = UserFactory(role="lead")
    take_in(small(), lead)
    annotating.reopen(Quote.objects.get(exact="We count 12 dead"), by=lead, reason="Again.")
    return issuing.issue(
        lead, Wish("the examples", frozenset({"annotate"})), by=lead
    ).secret


@pytest.mark.django_db(transaction=True)
def test_the_examples_in_python_print_what_the_desk_has(live_server, token, capsys):
    pytest.importorskip("httpx", reason="httpx is not installed")
    names = {"DESK": live_server.url, "TOKEN": token}
    exec(PYTHON, names)  # noqa: S102  our own docs
    names["desk"].close()

    printed = capsys.readouterr().out.splitlines()
    assert "12 dead 12 12 Ilse Marten" in printed
    assert printed[-3:] == ["200 Harbour Office", "accept 200", "reject 404 not_found"]


@pytest.mark.skipif(shutil.which("curl") is None, reason="there is no curl here")
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("command", "words"),
    list(zip(SHELL, ["dock workers", '"is_new_article":true', "Ilse Marten"], strict=True)),
)
def test_the_examples_in_the_shell_are_answered(live_server, token, command, words):
    run = subprocess.run(
        ["sh", "-c", command],  # noqa: S607  whichever shell there is
        env={"DESK": live_server.url, "TOKEN": token, "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (run.returncode, words in run.stdout) == (0, True)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_documented_and_has_an_example_in_its_help(name):
    page = (DOCS / "commands.md").read_text("utf-8")
    command = load_command_class("claims", name)

    assert re.search(rf"^## .*\b{name}\b", page, re.MULTILINE)
    assert f"manage.py {name}" in page
    assert getattr(command, "example", f"manage.py {name}").startswith(f"manage.py {name}")
