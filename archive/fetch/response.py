"""What one fetch gives, and what the archive knew before it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Validators:
    """What an earlier response said of its version; the server answers 304 where it still holds."""

    etag: str = ""
    last_modified: str = ""

    def headers(self) -> dict[str, str]:
        conditions = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in conditions.items() if value and value.isascii()}


@dataclass(frozen=True, slots=True)
class Response:
    """A server's answer, with all that a WARC record keeps of it.

    ``url`` is the final address, ``headers`` have names in lower case, ``content`` is freed of its
    transfer and content encoding. ``raw_headers`` and ``request_headers`` are as they went over the
    wire. ``redirects`` are the answers on the way, without content.
    """

    requested_url: str
    url: str
    status: int
    headers: Mapping[str, str]
    content: bytes
    fetched_at: datetime
    reason: str = ""
    http_version: str = "HTTP/1.1"
    raw_headers: Headers = ()
    request_headers: Headers = ()
    redirects: tuple["Response", ...] = field(default=(), repr=False)

    @property
    def not_modified(self) -> bool:
        return self.status == 304

    @property
    def content_type(self) -> str:
        return self.headers.get("content-type", "")

    @property
    def validators(self) -> Validators:
        """To be sent with the next fetch of this address."""
        return Validators(self.headers.get("etag", ""), self.headers.get("last-modified", ""))
