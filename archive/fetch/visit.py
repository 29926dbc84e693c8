"""The story of one fetch: robots.txt, the host's turn, the request, and the same again for each redirect."""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import Literal

import httpx2
from django.conf import settings

from archive.errors import (
    AddressError,
    BusyError,
    RedirectError,
    RefusedError,
    StatusError,
    UnreachableError,
)

from . import robots
from .address import host_key, parsed, port_of
from .exchange import Client, Limits
from .politeness import InMemory, Politeness
from .private import is_allowed_private
from .response import Response, Validators

Kind = Literal["page", "feed", "sitemap", "robots", "api"]
ACCEPT: dict[Kind, str] = {
    "page": "text/html,application/xhtml+xml;q=0.9,*/*;q=0.5",
    "feed": "application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,*/*;q=0.5",
    "sitemap": "application/xml,text/xml,*/*;q=0.5",
    "robots": "text/plain,*/*;q=0.5",
    "api": "application/json",  # made for programs that people drive: robots.txt is for crawlers
}
MAX_REDIRECTS = 10
DELAY = 1.0
IN_THIS_PROCESS = InMemory()


def fetch(
    url: str,
    *,
    validators: Validators | None = None,
    kind: Kind = "page",
    politeness: Politeness = IN_THIS_PROCESS,
) -> Response:
    """What is at this address now: a page (status 2xx), or 304 where the ``validators`` still hold.

    Nothing that is not on the public web is ever connected to, robots.txt and the host's pace are obeyed,
    and the answer is bounded in time and size. Must not run within a database transaction. Raises
    ``AddressError`` or a ``FetchError``, whose message is one sentence for the person who asked.
    """
    with Client(limits(kind), ACCEPT[kind]) as client:
        return Visit(client, politeness, validators or Validators()).follow(
            url, heed_robots=kind not in ("robots", "api")
        )


def send(
    url: str,
    form: Mapping[str, str],
    *,
    headers: Mapping[str, str],
    politeness: Politeness = IN_THIS_PROCESS,
) -> Response:
    """What a service answers to a form; through the same guard, within the same limits as ``fetch``.

    Redirects are not followed: the headers may hold a key, which is for this address alone.
    """
    address = parsed(url)
    with Client(limits("api"), ACCEPT["api"]) as client:
        visit = Visit(client, politeness, Validators())
        with visit.turn(host_key(address), base_delay(address)):
            return client.post(str(address), form, headers)


def limits(kind: Kind) -> Limits:
    if kind == "sitemap":  # sitemaps.org allows 50 MB
        return Limits(settings.ARCHIVE_FETCH_SECONDS, max(50, settings.ARCHIVE_FETCH_MEGABYTES))
    return Limits(settings.ARCHIVE_FETCH_SECONDS, settings.ARCHIVE_FETCH_MEGABYTES)


class Visit:
    def __init__(self, client: Client, politeness: Politeness, validators: Validators) -> None:
        self._client = client
        self._politeness = politeness
        self._conditions = validators.headers()

    def follow(self, url: str, *, heed_robots: bool) -> Response:
        """The first answer that is no redirect."""
        address = parsed(url)
        passed: list[Response] = []
        while True:
            delay = self._heeded(address) if heed_robots else base_delay(address)
            answer = self._ask(address, delay)
            if answer.status not in (301, 302, 303, 307, 308):
                return replace(answer, requested_url=url, redirects=tuple(passed))
            passed.append(answer)
            if len(passed) > MAX_REDIRECTS:
                raise RedirectError(f"{url} redirects in circles: give the article's own address.", url)
            address = redirected(answer)

    def _ask(self, address: httpx2.URL, delay: float) -> Response:
        with self.turn(host_key(address), delay):
            return self._client.get(str(address), self._conditions)

    @contextmanager
    def turn(self, host: str, delay: float) -> Iterator[None]:
        """The host's turn; the time spent waiting for it is not the server's."""
        started = time.monotonic()
        self._politeness.claim(host, delay)
        self._client.deadline.extend(time.monotonic() - started)
        failed, wait = False, 0.0
        try:
            yield
        except StatusError as error:
            failed, wait = error.status == 429 or error.status >= 500, error.retry_after or 0.0
            raise
        except UnreachableError:
            failed = True
            raise
        finally:
            self._politeness.release(host, delay, failed=failed, wait=wait)

    def _heeded(self, address: httpx2.URL) -> float:
        """Seconds between two requests; raises ``RefusedError`` where robots.txt forbids this one."""
        rules = self._rules(address)
        if not robots.allows(rules, str(address)):
            raise RefusedError(
                f"{address} is closed to robots: ask {address.host}, or supply a saved copy of the page.",
                str(address),
            )
        return max(base_delay(address), robots.crawl_delay(rules))

    def _rules(self, address: httpx2.URL) -> str:
        host = host_key(address)
        rules = self._politeness.robots(host)
        if rules is None:
            started = time.monotonic()
            rules = self._fetched_rules(address)
            self._client.deadline.extend(time.monotonic() - started)
            self._politeness.keep_robots(host, rules)
        return rules

    def _fetched_rules(self, address: httpx2.URL) -> str:
        url = str(address.copy_with(raw_path=b"/robots.txt", fragment=None))
        try:
            return robots.text_of(fetch(url, kind="robots", politeness=self._politeness).content)
        except RedirectError:
            return ""
        except (RefusedError, UnreachableError) as error:  # so is the page itself
            error.url = str(address)
            raise
        except StatusError as error:
            if robots.means_no_rules(error):
                return ""
            raise BusyError(
                f"{address.host} cannot say at present what robots may read (status {error.status} for "
                "robots.txt): try again later.",
                str(address),
                error.retry_after or 600.0,
            ) from error


def base_delay(address: httpx2.URL) -> float:
    return 0.0 if is_allowed_private(address.host, port_of(address)) else DELAY


def redirected(answer: Response) -> httpx2.URL:
    """Where it redirects to; raises ``RefusedError`` where that is no web address."""
    target = answer.headers["location"]
    try:
        return parsed(str(httpx2.URL(answer.url).join(target)))
    except (AddressError, httpx2.InvalidURL) as error:
        raise RefusedError(
            f"{answer.url} redirects to {target[:100]!r}, which is no web address.", answer.url
        ) from error
