"""Many sites at once by their addresses: each visited, and all feeds that it announces added.

Sites are visited side by side, each in a thread of its own that adds what it finds; what takes longer than a
curator waits goes on, and is there when the address is handed in again.
"""

from concurrent.futures import Future, ThreadPoolExecutor, wait
from functools import partial

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import connection
from django.template.defaultfilters import pluralize

from archive.discovery import Proposal, propose_feeds
from archive.errors import ArchiveError
from archive.history import acting
from archive.models import Feed
from archive.outlets import outlet_at

from .line import Line

MOST = 100  # addresses in one go
AT_ONCE = 8
PATIENCE = 20.0  # seconds
WAITING = "It takes longer and goes on: hand it in again in a minute to see what was found."


def addresses_of(text: str) -> list[str]:
    """The addresses in what was pasted, one a line, each once; without a scheme they are taken for https."""
    lines = (line.strip() for line in text.splitlines())
    whole = (line if "://" in line else f"https://{line}" for line in lines if line)
    return list(dict.fromkeys(whole))


def add_sites(addresses: list[str], user: AbstractBaseUser, patience: float = PATIENCE) -> list[Line]:
    """Look for the feeds of these sites and add them; what became of each, in their order."""
    pool = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="add-site")
    futures = [pool.submit(in_thread, address, user) for address in addresses[:MOST]]
    wait(futures, timeout=patience)
    pool.shutdown(wait=False)
    lines = [line_of(*pair) for pair in zip(addresses, futures, strict=False)]
    refuse = partial(Line, state="failed", note=f"Not looked at: {MOST} addresses go in at once, not more.")
    return lines + [refuse(address) for address in addresses[MOST:]]


def line_of(address: str, future: Future[Line]) -> Line:
    return future.result() if future.done() else Line(address, "waiting", WAITING)


def in_thread(address: str, user: AbstractBaseUser) -> Line:
    try:
        return add_site(address, user)
    finally:
        connection.close()


def add_site(address: str, user: AbstractBaseUser) -> Line:
    """Add the feeds that this site announces, or this feed; in its line is which, or why there is none."""
    try:
        proposals = propose_feeds(address)
    except ArchiveError as error:
        return Line(address, "failed", str(error))
    if not proposals:
        return Line(address, "failed", "It announces no articles: try the page of one of its sections.")
    with acting(user, "added by address"):
        new = [proposal for proposal in proposals if add_feed(address, proposal)]
    if not new:
        return Line(address, "known", f"The archive follows it: {named(proposals)}.")
    return Line(address, "added", f"{named(new)}.")


def add_feed(address: str, proposal: Proposal) -> bool:
    """Follow this feed of the site at the address, due at once; false where the archive does so already."""
    known = Feed.objects.filter(url=proposal.url).exists()
    return (
        not known
        and Feed.objects.get_or_create(
            url=proposal.url, defaults={"outlet": outlet_at(address), "kind": proposal.kind}
        )[1]
    )


def named(proposals: list[Proposal]) -> str:
    return "; ".join(
        f"{each.kind.label} {each.url} ({each.articles} article{pluralize(each.articles)})"
        for each in proposals
    )
