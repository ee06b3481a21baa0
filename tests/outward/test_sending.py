from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from claims.errors import Unreachable
from claims.outward.sending import Limits, Request, Rules, check, send
from tests.site import HOME, Page, Site, at_home

PEM = Path(__file__).parent / "press.example.pem"  # of no use but here


@contextmanager
def speaking(*pieces: bytes, pause: float = 0, tls: bool = False) -> Iterator[int]:
    """Answer one connection with these bytes, piece by piece; give its port."""

    def answer() -> None:
        with closing(listening.accept()[0]) as plain:
            try:
                line = dressed.wrap_socket(plain, server_side=True) if tls else plain
                line.recv(65_536)
                for piece in pieces:
                    line.sendall(piece)
                    time.sleep(pause)
                line.close()
            except OSError:
                return

    dressed = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    dressed.load_cert_chain(PEM)
    listening = socket.create_server((HOME, 0))
    thread = threading.Thread(target=answer)
    thread.start()
    try:
        yield listening.getsockname()[1]
    finally:
        with closing(socket.create_connection(listening.getsockname())):
            thread.join()
        listening.close()


def at(port: int, **changed: object) -> Rules:
    usual: dict[str, object] = {
        "ports": frozenset({port}),
        "allows": lambda address: address == HOME,
        "look_up": at_home,
    }
    return Rules(**(usual | changed))  # type: ignore[arg-type]  # whatever a test wants


def test_an_answer_comes_with_its_status_headers_and_body(site: Site) -> None:
    site.pages["/gone"] = Page(b"No longer here.", {"X-Kept": "A"}, 410)

    answer = send(Request(site.url("/gone")), rules=site.rules())

    assert (answer.status, answer.body) == (410, b"No longer here.")
    assert answer.headers["x-kept"] == "A"


def test_what_is_sent_is_what_was_said_and_nothing_more(site: Site) -> None:
    site.put("/in?a=1", "Thanks.")

    send(
        Request(site.url("/in?a=1"), "POST", {"X-Signed": "abc"}, b'{"a": 1}'),
        rules=site.rules(),
    )

    [(method, path, headers, body)] = site.asked
    assert (method, path, body) == ("POST", "/in?a=1", b'{"a": 1}')
    assert headers == {
        "Host": f"press.example:{site.port}",
        "Accept-Encoding": "identity",
        "Content-Length": "8",
        "X-Signed": "abc",
        "Connection": "close",
    }


def test_a_redirect_is_an_answer_and_not_followed(site: Site) -> None:
    site.redirect("/old", site.url("/new"))
    answer = send(Request(site.url("/old")), rules=site.rules())
    assert (answer.status, answer.headers["location"]) == (302, site.url("/new"))
    assert len(site.asked) == 1


def test_letters_beyond_ascii_are_escaped_on_the_way(site: Site) -> None:
    send(Request(site.url("/straße?ort=Köln%20Süd#teil")), rules=site.rules())
    assert site.asked[0][1] == "/stra%C3%9Fe?ort=K%C3%B6ln%20S%C3%BCd"


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("ftp://press.example/a", "only http and https are allowed"),
        ("file:///etc/hostname", "only http and https are allowed"),
        ("gopher://press.example/", "only http and https are allowed"),
        ("press.example/a", "only http and https are allowed"),
        ("", "only http and https are allowed"),
        ("http:///a", "it names no host"),
        ("http://.", "it names no host"),
        ("https://desk:secret@press.example/", "it has a user name in it"),
        ("https://@press.example/", "it has a user name in it"),
        ("http://press.example:22/", "port 22 is not allowed"),
        ("http://press.example:8080/", "port 8080 is not allowed"),
        ("http://press.example:99999/", "it is no address that can be read"),
        ("http://press.example:a/", "it is no address that can be read"),
        ("http://[::1/", "it is no address that can be read"),
        ("http://press..example/", "it is no address that can be read"),
        (f"http://{'a' * 64}.example/", "it is no address that can be read"),
        ("http://press.example/a b", "it has spaces or control characters in it"),
        ("http://press.example/\r\nX-A: b", "it has spaces or control characters in it"),
        ("http://127.0.0.1/", "it leads to an address that is not public"),
        ("https://[::1]/a", "it leads to an address that is not public"),
        ("https://[64:ff9b::7f00:1]/", "it leads to an address that is not public"),
        ("http://press.example/\x7f", "it has spaces or control characters in it"),
    ],
)
def test_an_address_is_refused_by_how_it_is_written(url: str, why: str) -> None:
    with pytest.raises(Unreachable) as refusal:
        check(url)
    assert str(refusal.value) == f"The address {url} could not be reached: {why}."


@pytest.mark.parametrize(
    "url",
    [
        "http://press.example",
        "https://press.example:443/a?b#c",
        "HTTP://PRESS.EXAMPLE/",
        "http://9.9.9.9/",
    ],
)
def test_an_address_that_may_be_asked_is_let_pass(url: str) -> None:
    assert check(url) is None


def test_a_long_address_is_told_shortened() -> None:
    with pytest.raises(Unreachable) as refusal:
        check("ftp://press.example/" + "a" * 5_000)
    assert len(str(refusal.value)) < 300


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://０x7f.１/",
        "http://127。0。0。1/",
        "http://0/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://10.0.0.1/",
        "http://169.254.169.254/latest/meta-data/",
    ],
)
def test_this_machine_and_its_network_are_never_asked(url: str) -> None:
    with pytest.raises(Unreachable, match="leads to an address that is not public"):
        send(Request(url))


def test_one_address_that_is_not_public_among_several_is_enough(site: Site) -> None:
    rules = site.rules(look_up=lambda *_: [HOME, "10.0.0.1"])
    with pytest.raises(Unreachable, match="leads to an address that is not public"):
        send(Request(site.url()), rules=rules)
    assert site.asked == []


def test_a_name_is_looked_up_once_so_that_it_cannot_lead_elsewhere(site: Site) -> None:
    answers = iter([[HOME], ["10.0.0.1"]])
    site.put("/", "The page.")

    answer = send(Request(site.url()), rules=site.rules(look_up=lambda *_: next(answers)))

    assert answer.body == b"The page."
    assert next(answers) == ["10.0.0.1"]


def test_a_second_look_up_is_checked_as_the_first_one(site: Site) -> None:
    answers = iter([[HOME], ["10.0.0.1"]])
    rules = site.rules(look_up=lambda *_: next(answers))
    send(Request(site.url()), rules=rules)
    with pytest.raises(Unreachable, match="not public"):
        send(Request(site.url()), rules=rules)


def test_an_unknown_host_is_told() -> None:
    def unknown(host: str, port: int) -> list[str]:
        raise socket.gaierror(-2, "Name or service not known")

    with pytest.raises(Unreachable) as refusal:
        send(Request("http://nowhere.example/"), rules=Rules(look_up=unknown))
    assert "nowhere.example could not be reached: there is no such host." in str(
        refusal.value
    )


def test_a_machine_that_does_not_listen_is_told(site: Site) -> None:
    with closing(socket.create_server((HOME, 0))) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(Unreachable, match="the connection failed"):
        send(Request(f"http://press.example:{port}/"), rules=at(port))


def test_the_next_address_is_tried_where_the_first_does_not_answer(site: Site) -> None:
    site.put("/", "The page.")
    rules = site.rules(look_up=lambda *_: ["127.0.0.2", HOME], allows=lambda _: True)
    assert send(Request(site.url()), rules=rules).body == b"The page."


def test_an_answer_that_drips_is_given_up(site: Site) -> None:
    drips = [b"HTTP/1.1 200 OK\r\n", *([b"X-A: b\r\n"] * 50)]
    with speaking(*drips, pause=0.05) as port:
        began = time.monotonic()
        with pytest.raises(Unreachable, match="did not answer in time"):
            send(
                Request(f"http://press.example:{port}/"),
                limits=Limits(seconds=0.3),
                rules=at(port),
            )
        assert time.monotonic() - began < 1


@pytest.mark.parametrize("length", ["Content-Length: 5000", "X-Unsaid: length"])
def test_an_answer_that_is_too_large_is_refused(length: str) -> None:
    head = f"HTTP/1.1 200 OK\r\n{length}\r\n\r\n".encode()
    with (
        speaking(head + b"a" * 5000) as port,
        pytest.raises(Unreachable, match="it has more than 4,000 bytes"),
    ):
        send(
            Request(f"http://press.example:{port}/"),
            limits=Limits(most_bytes=4000),
            rules=at(port),
        )


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"Good day\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab",
        b"HTTP/1.1 200 OK\r\n" + b"X-A: b\r\n" * 500 + b"\r\n",
        b"HTTP/1.1 200 OK\r\nX-A: " + b"b" * 70_000 + b"\r\n\r\n",
    ],
)
def test_an_answer_that_is_broken_is_refused(answer: bytes) -> None:
    with (
        speaking(answer) as port,
        pytest.raises(Unreachable, match="the connection failed"),
    ):
        send(Request(f"http://press.example:{port}/"), rules=at(port))


def trusting() -> ssl.SSLContext:
    return ssl.create_default_context(cafile=str(PEM))


def test_a_certificate_of_that_name_is_accepted() -> None:
    with speaking(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOK", tls=True) as port:
        url = f"https://press.example:{port}/"
        assert send(Request(url), rules=at(port, tls=trusting)).body == b"OK"


def test_a_certificate_of_another_name_is_refused() -> None:
    with (
        speaking(b"HTTP/1.1 200 OK\r\n\r\n", tls=True) as port,
        pytest.raises(Unreachable, match="its certificate is not valid: Hostname mismatch"),
    ):
        send(Request(f"https://other.example:{port}/"), rules=at(port, tls=trusting))


def test_a_certificate_that_nobody_vouches_for_is_refused() -> None:
    with (
        speaking(b"HTTP/1.1 200 OK\r\n\r\n", tls=True) as port,
        pytest.raises(Unreachable, match="its certificate is not valid: self-signed"),
    ):
        send(Request(f"https://press.example:{port}/"), rules=at(port))


def test_a_proxy_of_the_environment_is_not_used(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9/")
    site.put("/", "The page.")
    assert send(Request(site.url()), rules=site.rules()).body == b"The page."
