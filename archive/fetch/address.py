"""Addresses that the archive can ask for. Pure."""

import re

import httpx2

from archive.errors import AddressError

LONGEST = 2000
HOST = re.compile(rb"[a-z0-9._:-]+")


def parsed(url: str) -> httpx2.URL:
    """The address, checked, without its fragment; raises ``AddressError``."""
    shown = url if len(url) <= 100 else f"{url[:97]}..."
    if len(url) > LONGEST:
        raise AddressError(f"{shown} is longer than {LONGEST} characters: give the article's plain address.")
    try:
        address = httpx2.URL(url.strip())
    except (httpx2.InvalidURL, UnicodeError) as error:
        raise AddressError(f"{shown} is not a web address ({error}): check its spelling.") from error
    if address.scheme not in ("http", "https") or not HOST.fullmatch(address.raw_host):
        raise AddressError(f"{shown} is not a web address: give one that starts with http:// or https://.")
    if address.userinfo:
        raise AddressError(f"{shown} holds a user name or password: give the address without it.")
    return address.copy_with(fragment=None)


def port_of(address: httpx2.URL) -> int:
    return address.port or (443 if address.scheme == "https" else 80)


def host_key(address: httpx2.URL) -> str:
    """What politeness counts by: the host, with its port if unusual."""
    port = port_of(address)
    return address.host if port in (80, 443) else f"{address.host}:{port}"
