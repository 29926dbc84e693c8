"""Old captures under newer scrapers: what moves, what stays, and what curators are told."""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command

from archive import readings
from archive.captures import preserve
from archive.models import Article, Capture, Reading
from archive.readings import read
from quotes.models import Occurrence, ReviewItem
from quotes.rereading import Fate, reread_all
from quotes.verification import broken_occurrences
from tests.archive.rows import NOON, make_article, make_response
from tests.archive.verbatim import Verbatim

pytestmark = pytest.mark.django_db(transaction=True)

RELATED = "Also read: the harbour in pictures.\n"
FERRY = "“The ferry will sail again before the first snow,” said Amara Osei, mayor of Tarn.\n"
NETS = "“Nobody has asked the people who mend the nets,” said Kwame Lind.\n"
FERRY_WORDS, NETS_WORDS = (text[1 : text.index("”")] for text in (FERRY, NETS))


@pytest.fixture
def newer(monkeypatch):
    """From now on the scraper of today drops these words."""

    def drop(words: str) -> None:
        monkeypatch.setattr(readings, "scraper_for", lambda *_, **__: Verbatim("2", words))

    return drop


def captured(text: str, article: Article | None = None, days: int = 0) -> Capture:
    """An article as the first version of the scraper read it."""
    moment = NOON + timedelta(days=days)
    capture = preserve(article or make_article(), make_response(text.encode(), fetched_at=moment))
    read(capture, Verbatim("1"))
    return capture


def reread(captures=None) -> list:
    done = list(reread_all(captures or Capture.objects.all()))
    assert list(broken_occurrences()) == []
    return done


def printed() -> dict[str, str]:
    """The words of each occurrence, and the version of the scraper whose reading they point into."""
    rows = Occurrence.objects.order_by("start").select_related("reading")
    return {occurrence.exact: occurrence.reading.scraper_version for occurrence in rows}


def decide(words: str, **values) -> Occurrence:
    occurrence = Occurrence.objects.get(exact=words)
    for name, value in values.items():
        setattr(occurrence, name, value)
    occurrence.save()
    return occurrence


def test_reread_moves_what_nobody_has_decided_on(newer):
    captured(RELATED + FERRY + NETS)
    before = list(Occurrence.objects.order_by("start").values_list("pk", flat=True))
    newer(RELATED)

    reread()

    assert printed() == {FERRY_WORDS: "2", NETS_WORDS: "2"}
    moved = Occurrence.objects.order_by("start")
    assert [occurrence.pk for occurrence in moved] == before
    assert [occurrence.start for occurrence in moved] == [1, len(FERRY) + 1]


def test_reread_never_moves_what_a_person_confirmed(newer):
    captured(RELATED + FERRY + NETS)
    confirmed = decide(FERRY_WORDS, review="confirmed")
    newer(RELATED)

    reread()

    assert printed() == {FERRY_WORDS: "1", NETS_WORDS: "2"}
    assert Occurrence.objects.get(exact=FERRY_WORDS).segments == confirmed.segments
    assert ReviewItem.objects.filter(occurrence=confirmed, reason="not in the newer reading").count() == 0


def test_reread_counts_what_the_newer_scraper_drops(newer):
    captured(FERRY + NETS)
    newer(NETS)
    assert [each.fate for each in reread()] == [Fate(moved=1, dropped=1)]


def test_reread_keeps_the_speaker_that_a_person_set(newer):
    captured(RELATED + FERRY)
    decide(FERRY_WORDS, speaker=None, locked=["speaker"])
    newer(RELATED)

    reread()

    assert printed() == {FERRY_WORDS: "2"}
    assert Occurrence.objects.get().speaker is None


def test_reread_leaves_words_where_a_person_set_their_bounds(newer):
    captured(RELATED + FERRY)
    decide(FERRY_WORDS, locked=["segments"])
    newer(RELATED)

    reread()

    assert printed() == {FERRY_WORDS: "1"}


def test_reread_drops_what_the_newer_scraper_does_not_read(newer):
    captured(FERRY + NETS)
    newer(NETS)

    reread()

    assert printed() == {FERRY_WORDS: "2"}


@pytest.mark.parametrize("decision", [{"review": "confirmed"}, {"locked": ["speaker"]}])
def test_reread_tells_curators_of_a_decided_quote_that_no_longer_fits(newer, decision):
    captured(FERRY + NETS)
    kept = decide(NETS_WORDS, **decision)
    newer(NETS)

    reread()

    assert printed() == {FERRY_WORDS: "2", NETS_WORDS: "1"}
    item = ReviewItem.objects.get(reason="not in the newer reading")
    assert (item.occurrence, item.note) == (kept, "verbatim 2 does not read these words on the page.")


def test_reread_says_nothing_of_what_a_person_rejected(newer):
    captured(FERRY + NETS)
    decide(NETS_WORDS, review="rejected")
    newer(NETS)

    reread()

    assert ReviewItem.objects.filter(reason="not in the newer reading").count() == 0


def test_reread_an_older_version_moves_its_quotes_within_it(newer):
    first = captured(RELATED + FERRY + NETS)
    captured(RELATED + FERRY, first.article, days=1)
    gone = Occurrence.objects.get(exact=NETS_WORDS)
    newer(RELATED)

    done = reread()

    moved = Occurrence.objects.get(pk=gone.pk)
    assert (moved.reading.capture, moved.reading.scraper_version) == (first, "2")
    assert (moved.removed_at, moved.speaker) == (gone.removed_at, gone.speaker)
    assert [each.fate for each in done] == [Fate(moved=1), Fate(moved=1)]


def test_reread_again_does_nothing(newer):
    captured(RELATED + FERRY)
    newer(RELATED)
    reread()

    assert (reread(), Reading.objects.count()) == ([], 2)


def test_reread_keeps_the_old_reading_where_the_newer_scraper_fails():
    captured(FERRY)

    done = reread()

    assert [each.reading for each in done] == [None]
    assert printed() == {FERRY_WORDS: "1"}


def test_reread_command_tells_what_became_of_the_quotes(newer, capsys):
    capture = captured(RELATED + FERRY + NETS)
    decide(NETS_WORDS, review="confirmed")
    newer(RELATED)

    call_command("reread", outlet=capture.article.outlet.host)

    assert capsys.readouterr().out == (
        "1 captures read again. Of their quotes 1 moved to the new readings, 1 stayed in the older ones,"
        " 0 are quotes no more; 0 were not known before.\n"
    )


def test_reread_command_names_what_could_not_be_read(capsys):
    captured("No page at all")

    with pytest.raises(CommandError, match="1 captures could not be read; older readings of them stay"):
        call_command("reread")
    assert "no HTML element" in capsys.readouterr().err


def test_reread_command_of_an_unknown_article_says_so():
    with pytest.raises(CommandError, match="No capture is of this outlet or article"):
        call_command("reread", article=99)
