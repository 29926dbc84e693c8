import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from django.core.management import call_command

from archive.captures import strays
from archive.errors import RefusedError
from archive.fetch import fetch
from archive.models import Article, Capture, Feed, Outlet, Reading, Story
from quotes.demo import collection
from quotes.demo.article import Edition
from quotes.demo.collection import DemoCollection, collect_demo, open_newsroom, port_of
from quotes.demo.outlet import KEYS, outlet
from quotes.demo.ports import HOST
from quotes.demo.server import DemoError
from quotes.models import Occurrence, Quote
from quotes.verification import failures
from tests.quotes.demo.ports import own_ports

WARCIO = Path(sys.executable).with_name("warcio")
ARTICLES = sum(len(outlet(key).articles(Edition.FIRST)) for key in KEYS)


def collected(port: int | None = None) -> DemoCollection:
    with open_newsroom(port) as newsroom:
        return collect_demo(newsroom)


def rows() -> list[int]:
    kept = (Outlet, Feed, Article, Capture, Reading, Story, Quote, Occurrence)
    return [model.objects.count() for model in kept]


@pytest.fixture
def captures_dir(settings, tmp_path):
    settings.CAPTURES_DIR = tmp_path
    return tmp_path


@pytest.mark.django_db(transaction=True)
def test_demo_is_collected_with_its_correction_and_only_once(captures_dir):
    first = collected(own_ports())
    before = rows()
    again = collected()
    assert (first.articles, first.captures, first.failures) == (ARTICLES, ARTICLES + 1, ())
    assert (again, rows()) == (first, before)
    assert_corrected(Article.objects.get(title__startswith="“We will not sell the ferries”"))
    assert_one_wire_story()
    assert not Article.objects.exclude(next_at=None).exists()
    assert not Feed.objects.exclude(next_at=None).exists()
    assert list(failures()) == list(strays()) == []
    assert_readable_by_standard_tools(captures_dir)


def assert_corrected(article: Article) -> None:
    assert article.captures.count() == 2
    printed = article.occurrences.filter(exact__contains="A boat that carries the doctor")
    assert {(o.exact[:14], o.removed_at is None) for o in printed} == {
        ("We will sell t", False),
        ("We will not se", True),
    }


def assert_readable_by_standard_tools(captures_dir: Path) -> None:
    """``warcio check`` of every file, as kept and as exported."""
    exported = captures_dir / "demo.wacz"
    call_command("wacz", exported)
    with zipfile.ZipFile(exported) as package:
        inside = [name for name in package.namelist() if name.startswith("archive/")]
        package.extractall(captures_dir / "exported", inside)
    kept = sorted(captures_dir.glob("2*/**/*.warc.gz"))
    copies = sorted((captures_dir / "exported").rglob("*.warc.gz"))
    assert sorted(path.name for path in kept) == sorted(path.name for path in copies)
    subprocess.run([WARCIO, "check", *kept, *copies], check=True)


def assert_one_wire_story() -> None:
    copies = Article.objects.exclude(story=None)
    assert {article.outlet.slug for article in copies} == {"halyard-wire", "the-lowenport-courier"}
    assert copies.values("story").distinct().count() == 1


@pytest.mark.django_db(transaction=True)
def test_guard_lets_the_demo_pass_only_while_it_is_open():
    with open_newsroom(own_ports()) as newsroom:
        url = newsroom.origin("wire") + "/"
        assert fetch(url).status == 200
        with pytest.raises(RefusedError):
            fetch(f"http://{HOST}:{newsroom.ports['wire'] + 1}/")
    with pytest.raises(RefusedError):
        fetch(url)


@pytest.mark.django_db
def test_port_is_a_free_one_or_as_wanted(monkeypatch):
    monkeypatch.setattr(collection, "free_ports", lambda: 8804)
    assert (port_of(None), port_of(9000)) == (8804, 9000)


@pytest.mark.django_db
def test_port_stays_where_the_archive_knows_the_demo():
    Outlet.objects.create(name="The Lowenport Courier", slug="the-lowenport-courier", host=f"{HOST}:9000")
    assert (port_of(None), port_of(9000)) == (9000, 9000)
    with pytest.raises(DemoError, match="knows the demo at port 9000: leave --port out"):
        port_of(9003)


def test_collection_says_what_it_holds():
    said = str(DemoCollection(articles=22, captures=23, quotes=140, speakers=60, failures=()))
    assert said == "The demo holds 22 articles of 3 outlets in 23 captures: 140 quotes of 60 speakers."
