from typing import Any

from django.db import migrations


def fill(apps: Any, schema_editor: Any) -> None:
    """Link each claim to the quantity that it was about."""
    claim = apps.get_model("claims", "Claim")
    about = claim.objects.using(schema_editor.connection.alias)
    link = claim.quantities.through
    rows = about.filter(quantity__isnull=False).values_list("pk", "quantity")
    # After the way back and forth again the links are there.
    link.objects.using(schema_editor.connection.alias).bulk_create(
        (link(claim_id=pk, quantity_id=quantity) for pk, quantity in rows),
        batch_size=500,
        ignore_conflicts=True,
    )


def empty(apps: Any, schema_editor: Any) -> None:
    """Give each claim its first quantity back."""
    claims = apps.get_model("claims", "Claim").objects.using(schema_editor.connection.alias)
    for row in claims.filter(quantities__isnull=False).distinct():
        row.quantity = row.quantities.order_by("pk").first()
        row.save(update_fields=["quantity"])


class Migration(migrations.Migration):

    dependencies = [
        ('claims', '0019_quantities_of_a_claim'),
    ]

    operations = [migrations.RunPython(fill, empty)]
