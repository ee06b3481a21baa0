"""One HTTP exchange with a public machine: checked, pinned, and over in time."""

from __future__ import annotations

import http.client
import io
import ipaddress
import socket
import ssl
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urlsplit

from claims.errors import Unreachable
from claims.outward.addresses import is_public

_DEFAULT_PORTS = {"http": 80, "https": 443}
# What may stand in the path and query of an address without being escaped.
_PLAIN = "%/:=&?~+!$,;'@()*[]"
_LONGEST_TOLD = 200
_PIECE = 64 * 1024


def _looked_up(host: str, port: int) -> Sequence[str]:
    """Return the addresses of a name; the system's resolver limits its own time."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(each[4][0]) for each in found))


@dataclass(frozen=True, slots=True)
class Rules:
    """Where a request may go. The desk has one set of rules; tests bring their own."""

    ports: frozenset[int] = frozenset(_DEFAULT_PORTS.values())
    allows: Callable[[str], bool] = is_public
    look_up: Callable[[str, int], Sequence[str]] = _looked_up
    tls: Callable[[], ssl.SSLContext] = ssl.create_default_context


PUBLIC = Rules()


@dataclass(frozen=True, slots=True)
class Limits:
    """How long an exchange may take as a whole, and how large its answer may be."""

    seconds: float = 20.0
    most_bytes: int = 5 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Request:
    """What is sent: nothing but what is said here, so no cookies and no credentials."""

    url: str
    method: str = "GET"
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, of whatever status; the names of headers are in small letters."""

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an address points, as far as that can be read from it."""

    scheme: str
    host: str
    port: int
    path: str


def send(
    request: Request, *, limits: Limits | None = None, rules: Rules = PUBLIC
) -> Answer:
    """Send a request and return the answer; a redirect is an answer like any other.

    The name is looked up once, every address it leads to is checked, and the connection
    goes to one of those. Proxies that the environment names are not used: behind one,
    nobody here would know where the request ends.
    """
    limits = limits or Limits()
    deadline = time.monotonic() + limits.seconds
    try:
        place = _place(request.url, rules)
        with closing(_connected(place, deadline, rules)) as connection:
            return _exchanged(request, place, _Line(connection, deadline), limits)
    except TimeoutError as late:
        raise _unreachable(request.url, "it did not answer in time") from late
    except ssl.SSLCertVerificationError as broken:
        why = f"its certificate is not valid: {broken.verify_message}"
        raise _unreachable(request.url, why) from broken
    except (OSError, http.client.HTTPException) as broken:
        raise _unreachable(request.url, "the connection failed") from broken


def check(url: str, *, rules: Rules = PUBLIC) -> None:
    """Refuse an address that must not be asked, by how it is written; ask nobody."""
    place = _place(url, rules)
    if _is_number(place.host) and not rules.allows(place.host):
        raise _unreachable(url, "it leads to an address that is not public")


def _is_number(host: str) -> bool:
    """Say whether a host is no name but an address itself, so that none is looked up."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _unreachable(url: str, why: str) -> Unreachable:
    told = url if len(url) <= _LONGEST_TOLD else f"{url[:_LONGEST_TOLD]}…"
    return Unreachable(f"The address {told} could not be reached: {why}.")


def _place(url: str, rules: Rules) -> _Place:
    if any(character <= " " or character == "\x7f" for character in url):
        raise _unreachable(url, "it has spaces or control characters in it")
    try:
        parts = urlsplit(url)
        scheme = parts.scheme.lower()
        port = parts.port or _DEFAULT_PORTS.get(scheme, 0)
        host = (parts.hostname or "").rstrip(".").encode("idna").decode("ascii")
    except ValueError as broken:
        raise _unreachable(url, "it is no address that can be read") from broken
    if scheme not in _DEFAULT_PORTS:
        raise _unreachable(url, "only http and https are allowed")
    if parts.username is not None or parts.password is not None:
        raise _unreachable(url, "it has a user name in it")
    if not host:
        raise _unreachable(url, "it names no host")
    if port not in rules.ports:
        raise _unreachable(url, f"port {port} is not allowed")
    path = quote(parts.path or "/", safe=_PLAIN)
    return _Place(
        scheme, host, port, f"{path}?{quote(parts.query, safe=_PLAIN)}".rstrip("?")
    )


def _connected(place: _Place, deadline: float, rules: Rules) -> socket.socket:
    """Return a connection to one of the addresses that were checked."""
    name = f"{place.scheme}://{place.host}"
    try:
        addresses = rules.look_up(place.host, place.port)
    except (OSError, UnicodeError) as unknown:
        raise _unreachable(name, "there is no such host") from unknown
    if not addresses:
        raise _unreachable(name, "there is no such host")
    # One that is not public among several is no accident; which one it is, is not told.
    if not all(rules.allows(address) for address in addresses):
        raise _unreachable(name, "it leads to an address that is not public")
    connection = _first_that_answers(addresses, place.port, deadline)
    if place.scheme == "http":
        return connection
    try:
        connection.settimeout(_left(deadline))
        return rules.tls().wrap_socket(connection, server_hostname=place.host)
    except BaseException:
        connection.close()
        raise


def _first_that_answers(
    addresses: Sequence[str], port: int, deadline: float
) -> socket.socket:
    for number, address in enumerate(addresses, start=1):
        try:
            return socket.create_connection((address, port), timeout=_left(deadline))
        except TimeoutError:
            raise
        except OSError:
            if number == len(addresses):
                raise
    raise ValueError("No address was given.")


def _left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


class _Dated(io.RawIOBase):
    """Reads from a connection until a moment, however slowly the bytes come."""

    def __init__(self, connection: socket.socket, deadline: float) -> None:
        super().__init__()
        self._connection = connection
        self._deadline = deadline

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:
        self._connection.settimeout(_left(self._deadline))
        return self._connection.recv_into(buffer)


class _Line:
    """What ``http.client`` needs of a socket, with one deadline over all of it."""

    def __init__(self, connection: socket.socket, deadline: float) -> None:
        self._connection = connection
        self._deadline = deadline

    def sendall(self, data: bytes) -> None:
        rest = memoryview(data)
        while rest:
            self._connection.settimeout(_left(self._deadline))
            rest = rest[self._connection.send(rest[:_PIECE]) :]

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(_Dated(self._connection, self._deadline))

    def close(self) -> None:
        """Leave the connection to whoever opened it."""


def _exchanged(request: Request, place: _Place, line: _Line, limits: Limits) -> Answer:
    speaking = http.client.HTTPConnection(place.host, place.port)
    # Already connected, to the address that was checked: nothing is looked up again.
    speaking.sock = line
    speaking.default_port = _DEFAULT_PORTS[place.scheme]
    headers = {**request.headers, "Connection": "close"}
    speaking.request(request.method, place.path, request.body, headers)
    response = speaking.getresponse()
    body = response.read(limits.most_bytes + 1)
    if len(body) > limits.most_bytes:
        why = f"it has more than {limits.most_bytes:,} bytes"
        raise _unreachable(request.url, why)
    if response.length:
        raise http.client.IncompleteRead(body, response.length)
    named = {name.lower(): value for name, value in response.getheaders()}
    return Answer(request.url, response.status, named, body)
