"""Load the demonstration desk: its incidents, and an account for each role."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group
from django.core.management.base import CommandError
from django.db import transaction
from tqdm import tqdm

from claims import policy
from claims.exchange import dossier_reading
from claims.management.desk_command import DeskCommand
from claims.models import Event, User, Webhook
from claims.services import assembling, subscribing
from claims.services.subscribing import Wish

SEEDS = Path("seeds")
PASSWORD = "demonstration desk"  # noqa: S105  printed for everybody who tries the desk
ACCOUNTS = {
    "editor": "editor",
    "reviewer": "reviewer",
    "reviewer2": "reviewer",
    "lead": "lead",
}


class Command(DeskCommand):
    help = (
        "Load the incidents in seeds/, which are written for this project, and make an"
        " account for each role with a password that is printed. What is here already"
        " is left as it is."
    )
    example = "manage.py load_demonstration"

    def handle(self, *_: Any, **options: Any) -> None:
        if settings.SESSION_COOKIE_SECURE:
            raise CommandError(
                "This desk is served over HTTPS: accounts with printed passwords do not"
                " belong on it."
            )
        paths = sorted((settings.BASE_DIR / SEEDS).glob("*.json"))
        dossiers = [
            dossier_reading.read(path.read_bytes(), name=str(path)) for path in paths
        ]
        accounts = _accounts()
        _webhook(accounts["lead"])
        editor = accounts["editor"]
        new = 0
        for dossier in tqdm(dossiers, unit=" dossiers", disable=None, file=sys.stderr):
            new += assembling.assemble(dossier, by=editor).is_new
        self.stdout.write(f"{new} of {len(dossiers)} demonstration incidents are new here.")
        self.stdout.write(f"Sign in as {', '.join(ACCOUNTS)}; each password: {PASSWORD}")


@transaction.atomic
def _accounts() -> dict[str, User]:
    """Return the accounts; one that is here already keeps its password and its roles."""
    accounts = {}
    for name, role in ACCOUNTS.items():
        user, is_new = User.objects.get_or_create(
            username=name, defaults={"is_staff": True}
        )
        if is_new:
            user.set_password(PASSWORD)
            user.save(update_fields=["password"])
            user.groups.add(Group.objects.get(name=role))
        accounts[name] = user
    return accounts


def _webhook(lead: User) -> None:
    """Make an example, paused: what it would tell is seen in the log of deliveries."""
    if Webhook.objects.exists() or not policy.may_keep_webhooks(lead):
        return
    wish = Wish("Example", "https://page.example/desk", frozenset(Event.values))
    webhook = subscribing.make(wish, by=lead).webhook
    reason = "An example. Give it an address of yours, and resume it."
    subscribing.pause(webhook, reason=reason, by=lead)
