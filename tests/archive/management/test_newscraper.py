import json
from importlib import util

import pytest
from django.core.management import CommandError, call_command

from archive.scrapers import Page
from tests.archive.scrapers.drafting.pages import PAGE
from tests.archive.server import reply

pytestmark = pytest.mark.django_db(transaction=True)

MODULE = "archive/scrapers/publishers/exmouth_post.py"
PAGES = "tests/archive/scrapers/publishers/pages/ExmouthPost"


@pytest.fixture
def project(settings, tmp_path):
    """The folder that the drafts are written to."""
    settings.BASE_DIR = tmp_path
    return tmp_path


def test_newscraper_writes_a_scraper_that_reads_its_page(project, server, capsys):
    server.answers["/a"] = reply(PAGE.encode(), content_type="text/html")

    call_command("newscraper", "www.exmouth-post.example", "--from", server.url("/a"))

    said = capsys.readouterr().out
    assert said.startswith(f"{MODULE} written.\n{PAGES}.html written.\n{PAGES}.json written.\n")
    assert said.endswith('make test ARGS="-k ExmouthPost"\n')
    spec = util.spec_from_file_location("exmouth_post", project / MODULE)
    module = util.module_from_spec(spec)
    spec.loader.exec_module(module)
    expected = json.loads((project / f"{PAGES}.json").read_text())
    parsed = module.ExmouthPost().parse(Page((project / f"{PAGES}.html").read_bytes(), expected["url"]))
    assert [[each.role, each.text] for each in parsed.paragraphs] == expected["paragraphs"]


def test_newscraper_of_a_saved_page(project, tmp_path):
    saved = tmp_path / "saved.html"
    saved.write_text(PAGE)
    call_command("newscraper", "exmouth-post.example", "--from", str(saved))
    assert (project / MODULE).exists()


def test_newscraper_of_a_host_given_as_an_address(project, tmp_path):
    saved = tmp_path / "saved.html"
    saved.write_text(PAGE)
    call_command("newscraper", "https://www.exmouth-post.example/news/", "--from", str(saved))
    assert (project / MODULE).exists()


def test_newscraper_overwrites_nothing(project, tmp_path):
    saved = tmp_path / "saved.html"
    saved.write_text(PAGE)
    (project / MODULE).parent.mkdir(parents=True)
    (project / MODULE).write_text("precious")
    with pytest.raises(CommandError, match="exists: edit it"):
        call_command("newscraper", "exmouth-post.example", "--from", str(saved))
    assert (project / MODULE).read_text() == "precious"
    assert not (project / f"{PAGES}.html").exists()


@pytest.mark.parametrize(
    ("host", "source", "reason"),
    [
        ("exmouth-post.example", "/nowhere.html", "/nowhere.html cannot be read"),
        ("not a host", "saved.html", "names no host"),
        ("exmouth", "saved.html", "exmouth is no host of the web"),
        ("ftp://exmouth.example/", "saved.html", "must start with http"),
        ("exmouth-post.example", "http://10.0.0.1/", "is refused"),
    ],
)
def test_newscraper_of_what_is_not_there_says_so(project, host, source, reason):
    with pytest.raises(CommandError, match=reason):
        call_command("newscraper", host, "--from", source)
    assert list(project.iterdir()) == []
