"""Which network addresses are public, and which a request from here must not reach."""

from __future__ import annotations

import ipaddress

# Beside what Python calls not global: its answer differs from version to version, and
# an address that carries another one inside would lead past the check.
_NEVER = tuple(
    ipaddress.ip_network(network)
    for network in (
        "0.0.0.0/8",  # this network
        "100.64.0.0/10",  # shared between a provider's customers
        "192.0.0.0/24",  # protocol assignments
        "192.88.99.0/24",  # relays of 6to4
        "198.18.0.0/15",  # benchmarks
        "2001::/23",  # protocol assignments, Teredo among them
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4, an IPv4 address inside
        "3fff::/20",  # documentation
    )
)
# All that is given out to the public lies here: no mapped IPv4, no NAT64, nothing local.
_GIVEN_OUT = ipaddress.ip_network("2000::/3")


def is_public(address: str) -> bool:
    """Say whether an IP address belongs to the public Internet; what is none does not."""
    if "%" in address:  # within one network only
        return False
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address) and found not in _GIVEN_OUT:
        return False
    if found.is_multicast or found.is_reserved or not found.is_global:
        return False
    return not any(found in network for network in _NEVER)
