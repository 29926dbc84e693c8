"""One request and its answer, within limits of time and size; what can go wrong becomes one of our errors."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from types import TracebackType
from typing import Self

import httpcore2
import httpx2
from django.conf import settings

from archive import __version__
from archive.errors import PrivateError, TooLargeError, UnreachableError

from .decoding import TooLongError, UndecodableError, decoded
from .guard import Deadline, ForbiddenError, Guard, NoSuchHostError
from .response import Headers, Response
from .robots import AGENT
from .sentences import broken, status_error
from .transport import GuardedTransport

REDIRECTS = (301, 302, 303, 307, 308)


@dataclass(frozen=True, slots=True)
class Limits:
    seconds: float
    megabytes: float

    @property
    def bytes(self) -> int:
        return int(self.megabytes * 1_000_000)


class Client:
    """Asks for the addresses of one fetch, redirects included, all within the same limits."""

    def __init__(self, limits: Limits, accept: str) -> None:
        self.limits = limits
        self.deadline = Deadline(limits.seconds)
        self._client = httpx2.Client(
            transport=GuardedTransport(Guard(self.deadline)),
            trust_env=False,
            headers={
                "User-Agent": f"{AGENT}/{__version__} (+{settings.ARCHIVE_CONTACT})",
                "Accept": accept,
                "Accept-Encoding": "gzip",
            },
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.close()

    def get(self, url: str, conditions: Mapping[str, str]) -> Response:
        """The answer, be it a page, a redirect or 304; raises a ``FetchError`` for any other."""
        with self._one_of_our_errors(url), self._client.stream("GET", url, headers=conditions) as answer:
            status = answer.status_code
            if 200 <= status < 300:
                return response(answer, self._content(answer))
            if status in REDIRECTS and "location" in answer.headers or status == 304 and conditions:
                return response(answer, b"")
            raise status_error(url, answer)

    def post(self, url: str, form: Mapping[str, str], headers: Mapping[str, str]) -> Response:
        """The answer to a form; raises a ``FetchError`` unless it is one of success."""
        sent = self._client.stream("POST", url, data=dict(form), headers=headers)
        with self._one_of_our_errors(url), sent as answer:
            if 200 <= answer.status_code < 300:
                return response(answer, self._content(answer))
            raise status_error(url, answer)

    def _content(self, answer: httpx2.Response) -> bytes:
        if int(answer.headers.get("content-length", 0)) > self.limits.bytes:
            raise TooLongError
        raw = bytearray()
        for piece in answer.iter_raw():
            raw += piece
            if len(raw) > self.limits.bytes:
                raise TooLongError
        return decoded(bytes(raw), answer.headers.get("content-encoding", ""), self.limits.bytes)

    @contextmanager
    def _one_of_our_errors(self, url: str) -> Iterator[None]:
        host = httpx2.URL(url).host
        try:
            yield
        except ForbiddenError as error:
            raise PrivateError(f"{host} is refused: {error}.", url) from error
        except TooLongError as error:
            size = f"{self.limits.megabytes:g} MB"
            raise TooLargeError(f"{url} is larger than {size}, the most that is accepted.", url) from error
        except UndecodableError as error:
            raise UnreachableError(f"{url} sent {error}: open it in a browser to see why.", url) from error
        except NoSuchHostError as error:
            raise UnreachableError(
                f"There is no host named {host}: check the address, or your connection.", url
            ) from error
        except httpcore2.TimeoutException as error:
            raise UnreachableError(f"{host} took too long to answer: try again later.", url) from error
        except (httpcore2.NetworkError, httpcore2.ProtocolError) as error:
            raise UnreachableError(broken(host, error), url) from error


def response(answer: httpx2.Response, content: bytes) -> Response:
    return Response(
        requested_url=str(answer.request.url),
        url=str(answer.request.url),
        status=answer.status_code,
        headers=dict(answer.headers),
        content=content,
        fetched_at=datetime.now(UTC),
        reason=answer.reason_phrase,
        http_version=answer.http_version,
        raw_headers=raw(answer.headers),
        request_headers=raw(answer.request.headers),
    )


def raw(headers: httpx2.Headers) -> Headers:
    """Names and values in their order, as they went over the wire."""
    return tuple((name.decode("latin-1"), value.decode(headers.encoding)) for name, value in headers.raw)
