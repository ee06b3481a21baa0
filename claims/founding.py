"""What every desk starts with: the roles as groups, and a scale of ratings.

Put in place after every migrate, and so after emptying the database too. A group
or a scale that is already there is left as its administrators shaped it.
"""

from __future__ import annotations

from typing import Any

from django.apps import apps

# What each role may do beyond reading; policy.py asks for these by name.
ROLES = {
    "viewer": (),
    "editor": ("article.annotate_articles",),
    "reviewer": (
        "quantity.compare_quantities",
        "settlement.propose_settlements",
        "settlement.approve_settlements",
    ),
    "lead": (
        "article.annotate_articles",
        "speaker.merge_speakers",
        "quantity.compare_quantities",
        "quantity.assign_quantities",
        "settlement.propose_settlements",
        "settlement.approve_settlements",
        "rating.change_rating",
        "token.change_token",
        "webhook.keep_webhooks",
    ),
}

RATINGS = (
    (1, "False", "No source with knowledge of it supports the statement."),
    (2, "Unsupported", "Nothing that the desk could check stands behind it."),
    (3, "Disputed", "Sources that may know give values that cannot all be true."),
    (4, "Mostly supported", "The sources support it but for a detail."),
    (5, "Supported", "Independent sources support it."),
)


def install(using: str, **_: Any) -> None:
    """Make the roles and the scale where they are missing."""
    # Its cache outlives an emptied database.
    apps.get_model("contenttypes", "ContentType").objects.clear_cache()
    groups = apps.get_model("auth", "Group").objects.using(using)
    for role, acts in ROLES.items():
        group, is_new = groups.get_or_create(name=role)
        if is_new:
            group.permissions.add(
                *(_permission(act, using) for act in (*_viewing(), *acts))
            )
    ratings = apps.get_model("claims", "Rating").objects.using(using)
    if not ratings.exists():
        for value, name, meaning in RATINGS:
            ratings.create(value=value, name=name, meaning=meaning)


def _viewing() -> list[str]:
    names = [model._meta.model_name for model in apps.get_app_config("claims").get_models()]
    return [f"{name}.view_{name}" for name in names if name != "user"]


def _permission(act: str, using: str) -> Any:
    """Return the permission ``model.codename``, which may not be there yet."""
    label, codename = act.split(".")
    model = apps.get_model("claims", label)
    kinds = apps.get_model("contenttypes", "ContentType").objects.db_manager(using)
    names = {f"view_{label}": f"Can view {model._meta.verbose_name}"}
    names |= {f"change_{label}": f"Can change {model._meta.verbose_name}"}
    names |= dict(model._meta.permissions)
    permissions = apps.get_model("auth", "Permission").objects.using(using)
    found, _ = permissions.get_or_create(
        content_type=kinds.get_for_model(model),
        codename=codename,
        defaults={"name": names[codename]},
    )
    return found
