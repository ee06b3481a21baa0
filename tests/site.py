"""A web site of the tests' own: pages served on this machine, under invented names."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from claims.outward.sending import Rules

HOME = "127.0.0.1"


def at_home(_host: str, _port: int) -> list[str]:
    return [HOME]


@dataclass
class Page:
    """What one path answers with."""

    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    status: int = 200
    pause: float = 0  # seconds before it is given


@dataclass
class Site:
    """The pages by path, and what was asked of them."""

    port: int
    pages: dict[str, Page] = field(default_factory=dict)
    asked: list[tuple[str, str, dict[str, str], bytes]] = field(default_factory=list)

    def url(self, path: str = "/", host: str = "press.example") -> str:
        return f"http://{host}:{self.port}{path}"

    def put(self, path: str, body: str | bytes, kind: str = "text/html") -> str:
        """Lay a page at a path; return its address."""
        content = body.encode() if isinstance(body, str) else body
        self.pages[path] = Page(content, {"Content-Type": kind})
        return self.url(path)

    def redirect(self, path: str, to: str, status: int = 302) -> str:
        self.pages[path] = Page(b"", {"Location": to}, status)
        return self.url(path)

    def rules(self, **changed: Any) -> Rules:
        """Return rules under which every name leads to this site, and only to it."""
        usual: dict[str, Any] = {
            "ports": frozenset({self.port}),
            "allows": lambda address: address == HOME,
            "look_up": at_home,
        }
        return Rules(**(usual | changed))


@contextmanager
def served() -> Iterator[Site]:
    """Serve a site until the block is left."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def answer(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            sent = self.rfile.read(length)
            site.asked.append((self.command, self.path, dict(self.headers), sent))
            page = site.pages.get(self.path, Page(b"There is nothing here.", {}, 404))
            time.sleep(page.pause)
            self.send_response(page.status)
            for name, value in {
                "Content-Length": str(len(page.body)),
                **page.headers,
            }.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(page.body)

        do_GET = do_POST = answer  # noqa: N815  the names that the library looks for

        def log_message(self, *_: Any) -> None:
            """Keep quiet."""

    class Server(ThreadingHTTPServer):
        def handle_error(self, *_: Any) -> None:
            """Keep quiet of whoever hung up."""

    server = Server((HOME, 0), Handler)
    site = Site(server.server_port)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
