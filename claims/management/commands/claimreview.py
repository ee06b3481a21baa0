"""Print rated claims as ClaimReview JSON-LD."""

from __future__ import annotations

import json
from typing import Any

from django.conf import settings
from django.core.management.base import CommandError, CommandParser
from django.core.serializers.json import DjangoJSONEncoder

from claims.exchange import claimreview
from claims.management.desk_command import DeskCommand
from claims.models import Claim


class Command(DeskCommand):
    help = (
        "Print claims as schema.org ClaimReview, one JSON-LD object a line: those named,"
        " or every claim that has an approved verdict."
    )
    example = "manage.py claimreview > reviews.jsonl"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "slugs", nargs="*", metavar="SLUG", help="A claim's short name."
        )

    def handle(self, *_: Any, **options: Any) -> None:
        slugs = options["slugs"]
        claims = Claim.objects.for_list().order_by("pk")
        claims = claims.filter(slug__in=slugs) if slugs else claims.published()
        unknown = set(slugs) - {claim.slug for claim in claims}
        if unknown:
            raise CommandError(f"There is no claim {', '.join(sorted(unknown))}.")
        reviews = [
            claimreview.of(claim, settings.TRACKER_ADDRESS, settings.TRACKER_PUBLISHER)
            for claim in claims
        ]
        for review in reviews:
            self.stdout.write(json.dumps(review, cls=DjangoJSONEncoder, ensure_ascii=False))
