"""Collect while workers are killed at random moments, then check that nothing is missing, doubled or torn.

    python -m tests.kills --articles 1000 --kills 100

Prints what was found as JSON; the exit status is 1 unless every article is there exactly once.
"""

import argparse
import json
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import contextmanager

from .archive.pages import feed, page, text
from .archive.server import Server, reply

OF_A_FEED = 250  # articles; of a flood the archive takes no more than some hundreds in one visit


@contextmanager
def site(articles: int):
    """A server with feeds, in a process of its own; its address."""
    server = Server()
    for first in range(0, articles, OF_A_FEED):
        numbers = range(first, min(first + OF_A_FEED, articles))
        server.answers[f"/feed/{first}"] = reply(feed(*(server.url(f"/news/{n}") for n in numbers)))
    for number in range(articles):
        content = page(f"Vote number {number}", text(f"Place{number}"))
        server.answers[f"/news/{number}"] = reply(content, content_type="text/html")
    pid = forked(lambda: serve(server))
    try:
        yield server.address
    finally:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)


def serve(server: Server) -> None:
    with server.running():
        signal.pause()


def forked(work: Callable[[], object]) -> int:
    pid = os.fork()
    if pid:
        return pid
    status = 1
    try:
        work()
        status = 0
    finally:
        os._exit(status)


def set_up(address: str, folder: str, articles: int) -> None:
    """An archive of its own, with the feeds due."""
    os.environ |= {
        "ARCHIVE_DATA": folder,
        "ARCHIVE_ALLOWED_PRIVATE": address,
        "DATABASE_URL": f"sqlite:///{folder}/archive.sqlite3",
        "DJANGO_SETTINGS_MODULE": "quotes.settings",
    }
    import django  # noqa: PLC0415 -- the environment comes first
    from django.core.management import call_command  # noqa: PLC0415

    django.setup()
    call_command("migrate", verbosity=0)
    from archive.models import Feed, Outlet  # noqa: PLC0415 -- Django comes first

    outlet = Outlet.objects.create(name="The Slate", slug="slate", host=address)
    for first in range(0, articles, OF_A_FEED):
        Feed.objects.create(outlet=outlet, url=f"http://{address}/feed/{first}")


def work() -> None:
    from archive.collect import collect_due  # noqa: PLC0415 -- Django comes first

    collect_due()


def in_turn(job: Callable[[], None]) -> int:
    """A worker, started without the database connection of this process."""
    from django.db import connections  # noqa: PLC0415 -- Django comes first

    connections.close_all()
    return forked(job)


def kill(after: float) -> int:
    """How many of two workers at once were killed so many seconds after their start, and not done before."""
    pids = [in_turn(work), in_turn(work)]
    time.sleep(after)
    for pid in pids:
        os.kill(pid, signal.SIGKILL)  # one that is done waits for its parent, and takes no harm
    statuses = [os.waitpid(pid, 0)[1] for pid in pids]
    let_leases_end()
    return sum(os.WIFSIGNALED(status) for status in statuses)


def let_leases_end() -> None:
    """As if the minutes had passed for which a killed worker still holds what it held."""
    from archive.models import Article, Feed, Host  # noqa: PLC0415 -- Django comes first

    for model in (Article, Feed, Host):
        model.objects.update(lease_until=None)


def finish() -> None:
    os.waitpid(in_turn(work), 0)


def findings() -> dict[str, int]:
    """What the archive holds, and what is wrong with it."""
    from django.db.models import Count  # noqa: PLC0415 -- Django comes first

    from archive.captures import strays  # noqa: PLC0415
    from archive.models import Article, Capture, Reading  # noqa: PLC0415
    from quotes.models import Occurrence  # noqa: PLC0415
    from quotes.search.following import catch_up  # noqa: PLC0415
    from quotes.search.upkeep import upkeep  # noqa: PLC0415
    from quotes.verification import failures  # noqa: PLC0415

    catch_up()
    counts = Article.objects.annotate(number=Count("occurrences")).values_list("number", flat=True)
    return {
        "articles": Article.objects.count(),
        "captures": Capture.objects.count(),
        "readings": Reading.objects.count(),
        "occurrences": Occurrence.objects.count(),
        "fewest_quotes_of_an_article": min(counts, default=0),
        "most_quotes_of_an_article": max(counts, default=0),
        "not_announced": Article.objects.filter(announced=False).count(),
        "due": Article.objects.due().count(),
        "failures_of_verify": len(list(failures())),
        "differences_of_index": len(list(upkeep().differences())),
        "stray_files": len(list(strays())),
    }


def run(articles: int, kills: int, seed: int, longest: float) -> dict[str, int]:
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory(prefix="kills-") as folder, site(articles) as address:
        set_up(address, folder, articles)
        killed = sum(kill(chance.uniform(0.0, longest)) for _ in range(kills))
        finish()
        return {"killed": killed, **findings()}


def is_whole(found: dict[str, int], articles: int) -> bool:
    once = all(found[name] == articles for name in ("articles", "captures", "readings"))
    same = found["fewest_quotes_of_an_article"] == found["most_quotes_of_an_article"] > 0
    wrong = ("not_announced", "due", "failures_of_verify", "differences_of_index")
    return once and same and not any(found[name] for name in wrong)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--longest", type=float, default=2.0, help="seconds until a worker is killed")
    options = parser.parse_args()
    found = run(options.articles, options.kills, options.seed, options.longest)
    sys.stdout.write(json.dumps(found, indent=1) + "\n")
    return 0 if is_whole(found, options.articles) else 1


if __name__ == "__main__":
    sys.exit(main())
