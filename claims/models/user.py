"""The people who work at the desk."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """An editor, a reviewer, a lead. Roles are groups; see ``claims.policy``."""
