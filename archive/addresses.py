"""Addresses of articles: which are one and the same, and which the archive can fetch at all.

A key leaves out only what is known never to tell articles apart: to take two articles for one would
lose one of them, while a doubled article is found again by its text.
"""

import re
from urllib.parse import SplitResult, parse_qsl, urlencode, urlsplit, urlunsplit

from w3lib.url import canonicalize_url

from .errors import AddressError

LONGEST = 2000
DEFAULT_PORTS = {"http": 80, "https": 443}
HOST = re.compile(r"[a-z0-9_-]+(\.[a-z0-9_-]+)*|\[[0-9a-f:.]+\]")
VARIANT_HOST = re.compile(r"(?:www|m|mobile|amp)\.(?=[^.]+\.[^.])")
AMP_CACHE = re.compile(r"(?:www\.)?google\.[a-z.]+/amp/s/|[a-z0-9-]+\.cdn\.ampproject\.org/[cv]/s/")
AMP_PATH = re.compile(r"^/amp(?=/)|/amp(?:\.html)?$|\.amp(?=$|\.html$)")
SESSION = re.compile(r";(?:jsessionid|phpsessid)=[^/;]*", re.IGNORECASE)

TRACKING_PREFIXES = (
    "utm_", "at_", "ns_", "amp_", "sfmc_", "hsa_", "pk_", "mtm_", "matomo_", "guce_", "guccounter", "oly_",
    "wt_", "vero_",
)  # fmt: skip
TRACKING = frozenset(
    """
    _ga _gl _hsenc _hsmi __s __tn__ __twitter_impression _kx amp cmp cmpid campaign_id cvid dclid ef_id epik
    fb_action_ids gad_campaignid gad_source li_fat_id phpsessid rdt_cid ttclid usqp
    fb_action_types fb_source fbclid fromrss ftag gbraid gclid gclsrc gs_lcrp hss_channel icid igsh igshid
    intcid intcmp ito mbid mc_cid mc_eid mkt_tok msclkid ncid ocid partner ref_src ref_url rss_id s_cid
    s_kwcid smid smtyp sr_share src_cmp srnd taid trackingid trk twclid wbraid wickedid xtor yclid ysclid
    """.split()  # noqa: SIM905 -- a column of fifty lines hides the code
)


def url_key(url: str) -> str:
    """What all spellings of one article's address have in common: ``example.org/2026/a-story``.

    Without scheme, ``www.`` and mobile or AMP variants, default port, fragment, tracking parameters
    and trailing slash; with the other parameters sorted. Raises ``AddressError``.
    """
    parts = split(url)
    if cached := AMP_CACHE.match(f"{parts.hostname}{parts.path}"):
        return url_key("https://" + f"{parts.hostname}{parts.path}?{parts.query}"[cached.end() :])
    path = AMP_PATH.sub("", SESSION.sub("", parts.path).rstrip("/")).rstrip("/")
    query = urlencode([pair for pair in parse_qsl(parts.query, keep_blank_values=True) if tells(*pair)])
    return f"{host_of(url)}{path}?{query}".removesuffix("?")


def host_of(url: str) -> str:
    """The host without ``www.`` (or ``m.``, ``mobile.``, ``amp.``), with its port where unusual."""
    parts = split(url)
    host = VARIANT_HOST.sub("", bare_host(parts), count=1)
    return host if parts.port in (None, DEFAULT_PORTS[parts.scheme]) else f"{host}:{parts.port}"


def split(url: str) -> SplitResult:
    """The parts of a normalised address; raises ``AddressError`` where the archive cannot fetch it."""
    if not url.strip().lower().startswith(("http://", "https://")):
        raise AddressError(f"{shown(url)}: the address must start with http:// or https://")
    if len(url) > LONGEST:
        raise AddressError(f"{shown(url)}: the address is longer than {LONGEST} characters; shorten it.")
    parts = normalised(url)
    if not HOST.fullmatch(bare_host(parts)):
        raise AddressError(
            f"{shown(url)}: the address names no host, as example.org in https://example.org/a"
        )
    if parts.username is not None:
        raise AddressError(f"{shown(url)}: leave the user name and password out of the address.")
    return parts


def normalised(url: str) -> SplitResult:
    try:
        whole = canonicalize_url(url.strip())
        parts = urlsplit(whole)
        _ = parts.port  # raises where it is none
    except ValueError as error:
        raise AddressError(f"{shown(url)}: this is no address ({error}); copy it anew.") from error
    if len(whole) > LONGEST:
        raise AddressError(f"{shown(url)}: the address is longer than {LONGEST} characters; shorten it.")
    return parts


def bare_host(parts: SplitResult) -> str:
    host = (parts.hostname or "").rstrip(".")
    return f"[{host}]" if ":" in host else host


def tells(name: str, value: str) -> bool:
    """Whether a parameter may tell one article from another."""
    lower = name.lower()
    is_amp = lower == "outputtype" and value.lower() == "amp"
    return not (lower in TRACKING or lower.startswith(TRACKING_PREFIXES) or is_amp)


def untracked(url: str) -> str:
    """The address without what only tracks readers; unchanged, letter by letter, where nothing does."""
    if "?" not in url:
        return url
    parts = urlsplit(url)
    asked = parse_qsl(parts.query, keep_blank_values=True)
    kept = [(name, value) for name, value in asked if tells(name, value)]
    return url if kept == asked else urlunsplit(parts._replace(query=urlencode(kept)))


def shown(url: str) -> str:
    """The address as an error names it: all of it, unless it is absurdly long."""
    return url if len(url) <= 100 else f"{url[:97]}..."
