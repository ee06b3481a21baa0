from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.outward.addresses import is_public


@pytest.mark.parametrize(
    ("address", "public"),
    [
        # somebody's
        ("1.1.1.1", True),
        ("93.184.216.34", True),
        ("172.15.255.255", True),
        ("172.32.0.1", True),
        ("192.169.0.1", True),
        ("2606:4700:4700::1111", True),
        ("2a00:1450:4001:81b::200e", True),
        # this machine, this network
        ("127.0.0.1", False),
        ("127.255.255.254", False),
        ("::1", False),
        ("0.0.0.0", False),  # noqa: S104  refused, not listened on
        ("0.1.2.3", False),
        ("::", False),
        # private
        ("10.0.0.1", False),
        ("172.16.0.1", False),
        ("172.31.255.255", False),
        ("192.168.1.1", False),
        ("fc00::1", False),
        ("fd12:3456::1", False),
        ("fec0::1", False),
        # of one link, where clouds keep their secrets as well
        ("169.254.169.254", False),
        ("fe80::1", False),
        ("fe80::1%eth0", False),
        ("2606:4700::1%eth0", False),
        # shared, reserved, for many
        ("100.64.0.1", False),
        ("100.127.255.255", False),
        ("192.0.0.8", False),
        ("192.0.2.1", False),
        ("198.18.0.1", False),
        ("198.51.100.1", False),
        ("203.0.113.1", False),
        ("224.0.0.1", False),
        ("239.255.255.250", False),
        ("240.0.0.1", False),
        ("255.255.255.255", False),
        ("ff02::1", False),
        ("2001:db8::1", False),
        ("3fff::1", False),
        ("100::1", False),
        ("5f00::1", False),
        # another address inside
        ("::ffff:127.0.0.1", False),
        ("::ffff:1.1.1.1", False),
        ("::127.0.0.1", False),
        ("64:ff9b::7f00:1", False),
        ("64:ff9b::101:101", False),
        ("64:ff9b:1::1", False),
        ("2002:7f00:1::", False),
        ("2002:101:101::", False),
        ("192.88.99.1", False),
        ("2001:0:101:101::1", False),
        # none at all
        ("", False),
        ("localhost", False),
        ("1.1.1", False),
        ("0177.0.0.1", False),
    ],
)
def test_only_what_is_given_out_to_the_public_is_public(address: str, public: bool) -> None:
    assert is_public(address) is public


@given(st.ip_addresses(v=4) | st.ip_addresses(v=6))
def test_nothing_is_public_that_python_calls_anything_else(
    address: ipaddress.IPv4Address | ipaddress.IPv6Address,
) -> None:
    special = address.is_private or address.is_loopback or address.is_link_local
    special = special or address.is_multicast or address.is_reserved
    assert not (is_public(str(address)) and (special or address.is_unspecified))
