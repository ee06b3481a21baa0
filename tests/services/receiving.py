"""A receiver of webhooks on this machine, as if it stood behind TLS elsewhere."""

from __future__ import annotations

import socket
from typing import Any

from claims.models import Webhook
from claims.outward.sending import Rules
from tests.factories import WebhookFactory
from tests.site import Site


class NoTls:
    """Leaves a connection as it is: that certificates are checked is tested elsewhere."""

    def wrap_socket(self, connection: socket.socket, **_: Any) -> socket.socket:
        return connection


def rules_of(site: Site) -> Rules:
    return site.rules(tls=NoTls)


def url_of(site: Site, path: str = "/desk") -> str:
    return f"https://hooks.example:{site.port}{path}"


def hooked(site: Site, path: str = "/desk", **columns: Any) -> Webhook:
    return WebhookFactory(url=url_of(site, path), **columns)
