from __future__ import annotations

import logging
import os
import subprocess
import sys

import pytest


def started(**variables: str) -> subprocess.CompletedProcess[str]:
    """Read the settings in a process of their own, without a key unless one is given."""
    environment = {"PATH": os.environ["PATH"], "DATABASE_URL": "sqlite://"} | variables
    command = [sys.executable, "-c", "import tracker.settings"]
    return subprocess.run(
        command, env=environment, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    "variables", [{"TRACKER_HTTPS": "on"}, {"TRACKER_HOSTS": "localhost,desk.example"}]
)
def test_a_desk_that_goes_online_needs_its_own_key(variables: dict[str, str]) -> None:
    refused = started(**variables)
    assert refused.returncode == 1
    assert "TRACKER_SECRET_KEY must be set" in refused.stderr
    own = {"TRACKER_SECRET_KEY": "long and random"}
    assert started(**variables, **own).returncode == 0


def test_a_desk_on_this_machine_needs_none() -> None:
    assert started().returncode == 0


@pytest.mark.parametrize(("status", "is_told"), [(404, True), (409, False), (422, False)])
def test_the_servers_log_tells_of_no_refusal(status, is_told, caplog) -> None:
    extra = {"status_code": status}
    with caplog.at_level(logging.WARNING, logger="django.request"):
        logging.getLogger("django.request").warning("An answer.", extra=extra)
    assert bool(caplog.records) is is_told
