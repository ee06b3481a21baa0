"""How static files are collected and named."""

from __future__ import annotations

from django.contrib.staticfiles.apps import StaticFilesConfig
from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticFiles(StaticFilesConfig):
    """Collect all but what would not stand on its own."""

    # django_htmx ships extensions whose source maps it does not ship.
    ignore_patterns = (*StaticFilesConfig.ignore_patterns, "ext")


class ManifestStorage(CompressedManifestStaticFilesStorage):
    """Names by content; follows imports between JavaScript modules too."""

    support_js_module_import_aggregation = True
