"""What collecting, readers and curators leave around the quotes of the made-up archive in years of use."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import islice
from random import Random
from typing import Any

from axes.models import AccessAttempt, AccessLog
from django.contrib.auth import get_user_model
from django.db.models import F, Model, Q
from django.utils import timezone

from archive.history import acting
from archive.models import Address, Alarm, Article, Band, Feed, Host, Outlet, Reading, Run, Snapshot, Story
from quotes import likeness
from quotes.models import (
    Change,
    Decision,
    Duplicate,
    Extraction,
    Fingerprint,
    Harvest,
    IndexChange,
    Move,
    Occasion,
    Occurrence,
    PrintedRole,
    Quote,
    Reference,
    ReviewItem,
    Speaker,
)

AT_ONCE = 5000  # rows
DOUBTED = 0.7  # confidence below which the engine says why it doubts
DECIDED, REPORTED, PLACED = 10, 500, 20  # each tenth quote decided on, ...
BANDS = 16  # of an article
FEEDS, RUNS = 2, 100  # of an outlet, of a feed
CURATORS, SIGN_INS = 12, 20_000
HOUR = timedelta(hours=1)


def curate() -> None:
    """Fill an archive that has its quotes."""
    doubt()
    for rows in (feeds, runs, harvests, bands, extractions, fingerprints, snapshots, stories):
        write(rows())
    for rows in (addresses, hosts, roles, items, reports, occasions, references, duplicates, moves):
        write(rows())
    for rows in (changes, alarms, outbox, attempts, sign_ins):
        write(rows())
    make_curators()
    decide()


def write(rows: Iterator[Model]) -> None:
    while some := list(islice(rows, AT_ONCE)):
        type(some[0])._default_manager.bulk_create(some)


def keys(model: Any, **where: Any) -> list[int]:
    return list(model.objects.filter(**where).order_by("pk").values_list("pk", flat=True))


def doubt() -> None:
    """What the engine is not sure of stands in the queue, the least sure first."""
    Quote.objects.update(harm=1.001 - F("confidence"))
    names = [{"speaker": "Kwame Lind", "score": 0.4}, {"speaker": "Ines Prado", "score": 0.2}]
    unsure = Occurrence.objects.filter(confidence__lt=DOUBTED)
    unsure.update(reasons=["close runner-up"], candidates=names, method="nearest name")


def items() -> Iterator[Model]:
    """The engine's doubts."""
    for pk in keys(Occurrence, confidence__lt=DOUBTED):
        yield ReviewItem(occurrence_id=pk, reason="close runner-up", reporter="engine")


def reports() -> Iterator[Model]:
    """What readers say is wrong, which puts a quote in front of the queue."""
    reported = keys(Quote)[::REPORTED]
    Quote.objects.filter(pk__in=reported).update(reports=1, harm=F("harm") + 10)
    for pk in reported:
        yield ReviewItem(quote_id=pk, reason="reader's report", note="She denies it.", reporter="a@b.example")


def feeds() -> Iterator[Model]:
    for outlet in Outlet.objects.all():
        for number in range(FEEDS):
            url = f"https://{outlet.host}/feeds/{number}.xml"
            yield Feed(outlet=outlet, url=url, collected_at=timezone.now())


def runs() -> Iterator[Model]:
    now = timezone.now()
    for feed in keys(Feed):
        for ago in range(RUNS):
            yield Run(feed_id=feed, started_at=now - ago * HOUR, found=20, new=2, fetched=2)


def harvests() -> Iterator[Model]:
    return (Harvest(run_id=pk, articles=2, quotes=9) for pk in keys(Run))


def bands() -> Iterator[Model]:
    draw = Random(1)  # noqa: S311 -- no secret
    for pk in keys(Article):
        for _ in range(BANDS):
            yield Band(article_id=pk, value=draw.getrandbits(62))


def extractions() -> Iterator[Model]:
    for pk in keys(Reading):
        yield Extraction(reading_id=pk, engine="made up", engine_version="1", found=8)


def fingerprints() -> Iterator[Model]:
    """As the program would have made them: a decision that changes no words then writes none anew."""
    for pk, speaker, text in Quote.objects.order_by("pk").values_list("pk", "speaker", "text"):
        for value in likeness.fingerprints(f"speaker {speaker}", text):
            yield Fingerprint(quote_id=pk, value=value)


def snapshots() -> Iterator[Model]:
    for pk in keys(Article):
        yield Snapshot(article_id=pk, url=f"https://web.archive.example/{pk}", saved_at=timezone.now())


def stories() -> Iterator[Model]:
    """Every seventh article is one of a story's five copies."""
    copies = keys(Article)[::7]
    made = Story.objects.bulk_create(Story() for _ in copies[::5])
    for place, story in enumerate(made):
        Article.objects.filter(pk__in=copies[place * 5 : place * 5 + 5]).update(story=story)
    return iter(())


def addresses() -> Iterator[Model]:
    for pk in keys(Article)[::5]:
        yield Address(article_id=pk, key=f"https://moved.example/{pk}")


def hosts() -> Iterator[Model]:
    return (Host(name=outlet.host) for outlet in Outlet.objects.all())


def roles() -> Iterator[Model]:
    for pk in keys(Speaker):
        for text in ("chief executive", "a member of the council"):
            yield PrintedRole(speaker_id=pk, text=text, last_printed=timezone.now())


def occasions() -> Iterator[Model]:
    """Hearings at which a part of the quotes was said."""
    said = keys(Quote)[::PLACED]
    made = Occasion.objects.bulk_create(
        Occasion(name=f"Hearing {pk}", place="Northquay") for pk in said[::10]
    )
    for place, occasion in enumerate(made):
        Quote.objects.filter(pk__in=said[place * 10 : place * 10 + 10]).update(occasion=occasion)
    return iter(())


def references() -> Iterator[Model]:
    for pk in keys(Quote)[::100]:
        yield Reference(quote_id=pk, title="A transcript", url=f"https://record.example/{pk}")


def duplicates() -> Iterator[Model]:
    known = keys(Speaker)
    for first, second in zip(known[::4], known[1::4], strict=False):
        yield Duplicate(first_id=first, second_id=second, score=88 + first % 12, evidence=["like names"])


def moves() -> Iterator[Model]:
    for pk in keys(Speaker)[::40]:
        yield Move(
            kind="split", speaker_id=pk, former_speaker_id=pk, before={"occurrences": {}, "quotes": {}}
        )


def changes() -> Iterator[Model]:
    now = timezone.now()
    for place, pk in enumerate(keys(Occurrence)[::20]):
        yield Change(occurrence_id=pk, kind="removed", seen_at=now - place * HOUR)


def alarms() -> Iterator[Model]:
    for pk in keys(Outlet):
        raised = timezone.now() - pk * HOUR
        ended = timezone.now() if pk % 4 else None
        yield Alarm(outlet_id=pk, kind="fewer", detail="Half as many.", raised_at=raised, ended_at=ended)


def outbox() -> Iterator[Model]:
    return (IndexChange(quote_id=pk) for pk in keys(Quote)[::50])


def attempts() -> Iterator[Model]:
    for number in range(1000):
        yield AccessAttempt(
            username=f"guess{number}", ip_address="192.0.2.1", user_agent="-", http_accept="-",
            path_info="/admin/login/", get_data="", post_data="", failures_since_start=1,
        )  # fmt: skip


def sign_ins() -> Iterator[Model]:
    for number in range(SIGN_INS):
        yield AccessLog(
            username=f"curator{number % CURATORS}", ip_address="192.0.2.1", user_agent="-", http_accept="-",
            path_info="/admin/login/",
        )  # fmt: skip


def make_curators() -> None:
    for number in range(CURATORS):
        get_user_model().objects.create_user(f"curator{number}", is_staff=True)


def decide() -> None:
    """A part is decided on, by bulk changes that leave the history which single ones would."""
    curators = list(get_user_model().objects.all())
    decided = keys(Quote)[1::DECIDED]
    for place in range(0, len(decided), AT_ONCE):
        some, curator = decided[place : place + AT_ONCE], curators[place % len(curators)]
        with acting(curator, "confirm"):
            Quote.objects.filter(pk__in=some).update(status="confirmed", locked=["status"], harm=0)
            Occurrence.objects.filter(quote__in=some).update(review="confirmed")
        open_items = ReviewItem.objects.filter(Q(quote__in=some) | Q(occurrence__quote__in=some))
        open_items.update(state="done", decided_by=curator)
        write(Decision(kind="confirm", quote_id=pk, by=curator) for pk in some)
