"""The one app of the project."""

from __future__ import annotations

from django.apps import AppConfig
from django.db.models import signals  # noqa: TID251  nothing else follows a migrate

from claims import founding, triggers


class ClaimsConfig(AppConfig):
    name = "claims"
    verbose_name = "Claims and sources"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        signals.post_migrate.connect(triggers.install, sender=self)
        signals.post_migrate.connect(founding.install, sender=self)
