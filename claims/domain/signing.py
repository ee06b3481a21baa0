"""Signatures of messages to other systems, as the Standard Webhooks specification has it.

https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
"""

from __future__ import annotations

import hashlib
import hmac
from base64 import b64decode, b64encode
from collections.abc import Iterable

_PREFIX = "whsec_"


def secret_of(key: bytes) -> str:
    """Return a key as the secret that the two sides share."""
    return _PREFIX + b64encode(key).decode("ascii")


def signature(secret: str, message: str, at: int, body: str) -> str:
    """Sign what was sent in a message at a moment, in seconds since 1970."""
    key = b64decode(secret.removeprefix(_PREFIX), validate=True)
    signed = f"{message}.{at}.{body}".encode()
    digest = hmac.new(key, signed, hashlib.sha256).digest()
    return f"v1,{b64encode(digest).decode('ascii')}"


def signatures(secrets: Iterable[str], message: str, at: int, body: str) -> str:
    """Sign with each secret, as during a rotation: a receiver that knows one is content."""
    return " ".join(signature(secret, message, at, body) for secret in secrets)
