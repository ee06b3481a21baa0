"""Follow every link of a running desk and tell which do not lead anywhere.

    .ci/crawl.py http://127.0.0.1:8000 USER PASSWORD

The tests name static files as they lie and never see a page that asks the collected
ones for a name that is not there; this does. Needs nothing but Python.
"""

from __future__ import annotations

import sys
import time
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.cookiejar import CookieJar
from urllib.error import HTTPError
from urllib.parse import urldefrag, urlencode, urljoin, urlsplit
from urllib.request import HTTPCookieProcessor, OpenerDirector, build_opener

# Pages of one pattern look alike: this many of each tell as much.
OF_EACH_KIND = 3
# The admin names every user as a link, which superusers alone may follow.
LEFT_OUT = ("/logout", "/admin/logout", "/admin/claims/user/")


class Links(HTMLParser):
    """The addresses that a page names, and its form's token."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.token = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if tag in {"a", "link"} and (address := named.get("href")):
            self.found.append(address)
        if tag in {"script", "img", "iframe"} and (address := named.get("src")):
            self.found.append(address)
        if named.get("name") == "csrfmiddlewaretoken":
            self.token = named.get("value") or ""


@dataclass
class Walk:
    """A visit of everything that can be reached from the first page."""

    root: str
    opener: OpenerDirector
    kinds: Counter[str] = field(default_factory=Counter)
    named_on: dict[str, str] = field(default_factory=dict)
    dead: list[str] = field(default_factory=list)
    slowest: tuple[float, str] = (0.0, "")

    def read(self, address: str) -> str:
        """Return the page's HTML, or nothing when it is something else or missing."""
        began = time.monotonic()
        try:
            with self.opener.open(address, timeout=60) as answer:
                is_page = answer.headers.get_content_type() == "text/html"
                body: bytes = answer.read()
        except HTTPError as error:
            self.dead.append(f"{error.code} {address} on {self.named_on.get(address)}")
            return ""
        self.slowest = max(self.slowest, (time.monotonic() - began, address))
        return body.decode() if is_page else ""

    def links(self, page: str, html: str) -> Iterator[str]:
        for found in Links(html).found:
            address = urldefrag(urljoin(page, found)).url
            path = urlsplit(address).path
            if not address.startswith(self.root) or path.startswith(LEFT_OUT):
                continue
            if address not in self.named_on and self.kinds[kind_of(path)] < OF_EACH_KIND:
                self.named_on[address] = page
                self.kinds[kind_of(path)] += 1
                yield address

    def go(self) -> None:
        waiting = deque([self.root + "/", self.root + "/admin/"])
        while waiting:
            page = waiting.popleft()
            waiting.extend(self.links(page, self.read(page)))


def kind_of(path: str) -> str:
    """Return the path with its names and numbers taken out."""
    parts = path.split("/")
    if "static" in parts:
        return path
    return "/".join("*" if any(map(str.isdigit, part)) else part for part in parts)


def sign_in(opener: OpenerDirector, root: str, user: str, password: str) -> None:
    login = root + "/login/"
    with opener.open(login) as answer:
        token = Links(answer.read().decode()).token
    form = {"csrfmiddlewaretoken": token, "username": user, "password": password}
    with opener.open(login, urlencode(form).encode()) as answer:
        if "/login/" in answer.url:
            sys.exit(f"{user} could not sign in at {login}.")


def main(root: str, user: str, password: str) -> None:
    opener = build_opener(HTTPCookieProcessor(CookieJar()))
    sign_in(opener, root, user, password)
    walk = Walk(root, opener)
    walk.go()
    seconds, address = walk.slowest
    sys.stdout.write(f"{user}: {len(walk.named_on)} addresses, {len(walk.dead)} dead; ")
    sys.stdout.write(f"the slowest took {seconds:.2f} s: {address}\n")
    if walk.dead:
        sys.exit("\n".join(walk.dead))


if __name__ == "__main__":
    main(*sys.argv[1:])
