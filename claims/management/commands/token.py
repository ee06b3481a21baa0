"""Issue, list and revoke tokens for the API."""

from __future__ import annotations

from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.utils import timezone

from claims.management.desk_command import DeskCommand
from claims.models import Token, User
from claims.services import issuing
from claims.services.issuing import SCOPES, Wish


class Command(DeskCommand):
    help = (
        "Issue a token with which another system calls the API in an account's name. It"
        " may read, and do what its scopes add within the account's role. The secret is"
        " printed once and kept nowhere. Without --name the account's tokens are listed."
    )
    example = "manage.py token editor --name 'nightly import' --scope annotate --days 30"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username", metavar="USERNAME", help="Whom it acts as.")
        parser.add_argument("--name", metavar="TEXT", help="What it is for.")
        parser.add_argument(
            "--scope",
            action="append",
            choices=SCOPES,
            default=[],
            help="What it may do besides reading; may be given again.",
        )
        parser.add_argument(
            "--days", type=int, default=90, metavar="N", help="How long it is valid."
        )
        parser.add_argument(
            "--revoke", type=int, metavar="ID", help="Make a token useless, by its number."
        )

    def handle(self, *_: Any, **options: Any) -> None:
        owner = User.objects.filter(username=options["username"]).first()
        if owner is None:
            raise CommandError(f"There is no account {options['username']}.")
        if options["revoke"] is not None:
            self._revoke(owner, options["revoke"])
        elif options["name"] is None:
            self._list(owner)
        else:
            wish = Wish(options["name"], frozenset(options["scope"]), options["days"])
            issued = issuing.issue(owner, wish, by=owner)
            self.stdout.write(issued.secret)
            self.stderr.write(
                f"Token {issued.token.pk} for {', '.join(issued.token.scopes)}, valid until"
                f" {issued.token.expires_at:%Y-%m-%d}. The line above is shown this once."
            )

    def _revoke(self, owner: User, pk: int) -> None:
        token = Token.objects.filter(owner=owner, pk=pk).first()
        if token is None:
            raise CommandError(f"{owner} has no token {pk}.")
        issuing.revoke(token, by=owner)
        self.stdout.write(f"{token} is revoked.")

    def _list(self, owner: User) -> None:
        now = timezone.now()
        for token in Token.objects.filter(owner=owner):
            state = f"until {token.expires_at:%Y-%m-%d}"
            if token.revoked_at is not None:
                state = "revoked"
            elif token.expires_at <= now:
                state = f"ran out on {token.expires_at:%Y-%m-%d}"
            self.stdout.write(f"{token.pk}  {token}  {', '.join(token.scopes)}  {state}")
