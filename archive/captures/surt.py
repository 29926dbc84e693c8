"""The key under which web archives file an address: ``org,example)/path?query``. Pure."""

import re
from urllib.parse import urlsplit

WWW = re.compile(r"^www\d*\.")
DEFAULT_PORTS = {"http": 80, "https": 443}


def surt(url: str) -> str:
    """The address in lower case, its host backwards, its parameters sorted; as it is if it has no host."""
    parts = urlsplit(url.lower())
    if not parts.hostname:
        return url
    host = ",".join(reversed(WWW.sub("", parts.hostname).split(".")))
    port = "" if parts.port in (None, DEFAULT_PORTS.get(parts.scheme)) else f":{parts.port}"
    query = "?" + "&".join(sorted(parts.query.split("&"))) if parts.query else ""
    return f"{host}{port}){parts.path.rstrip('/') or '/'}{query}"
