"""What is stored, and what may never be stored. Import models from here."""

from claims.models.user import User

__all__ = ["User"]
