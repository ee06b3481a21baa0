from __future__ import annotations

from typing import Any

from django.db import migrations

from claims.domain.names import caseless

BATCH = 500


def fill(apps: Any, _schema_editor: Any) -> None:
    """Fold the names that were stored before there was a column for it."""
    for name in ("Speaker", "Alias", "Outlet"):
        rows = apps.get_model("claims", name).objects
        folded = []
        for row in rows.only("pk", "name").iterator(chunk_size=BATCH):
            row.folded = caseless(row.name)
            folded.append(row)
        rows.bulk_update(folded, ["folded"], batch_size=BATCH)


class Migration(migrations.Migration):
    dependencies = [("claims", "0011_folded_names")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
