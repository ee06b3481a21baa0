"""An Atom feed of quantities whose figures disagree, for whoever watches from outside."""

from __future__ import annotations

from django.utils.feedgenerator import Atom1Feed

from claims.models import Quantity

SHOWN = 100


def atom(address: str, publisher: str) -> str:
    """Return the feed of the open conflicts, the last compared first."""
    feed = Atom1Feed(
        title=f"{publisher}: figures in conflict",
        link=f"{address}/",
        description="Quantities whose sources give numbers that cannot all be true.",
        language="en",
        feed_url=f"{address}/api/conflicts.atom",
        author_name=publisher,
    )
    rows = (
        Quantity.objects.standing()
        .filter(conflicts__gt=0, compared_at__isnull=False)
        .select_related("incident")
        .defer("incident__dossier")
        .order_by("-compared_at", "-pk")[:SHOWN]
    )
    for row in rows:
        page = f"{address}{row.get_absolute_url()}"
        feed.add_item(
            title=f"{row} ({row.incident})",
            link=page,
            description=_told(row),
            unique_id=page,
            updateddate=row.compared_at,
        )
    return feed.writeString("utf-8")


def _told(row: Quantity) -> str:
    return (
        f"{row.conflicts} pairs of figures cannot both be true; {row.positions} positions"
        f" in {row.reports} reports by {row.outlets} outlets from {row.independent}"
        f" independent origins."
    )
