import pytest
from django.core.management import CommandError, call_command

from quotes.models import IndexChange, Quote
from quotes.search import SearchQuery, search
from quotes.search.locks import held
from quotes.search.upkeep import upkeep
from tests.quotes.rows import make_occurrence

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def index(search_index, settings):
    settings.INDEX_FOLLOWS = "never"
    return search_index


def test_index_of_an_empty_archive(capsys):
    call_command("index")
    call_command("index", "--check")
    assert capsys.readouterr().out.splitlines() == [
        "Indexed 0 quotes that had changed.",
        "Index and database are equal: 0 quotes.",
    ]


def test_index_brings_in_what_changed(capsys):
    call_command("index", "--rebuild")
    make_occurrence()
    call_command("index")
    assert capsys.readouterr().out.splitlines() == [
        "The index was made anew with 0 quotes.",
        "Indexed 1 quotes that had changed.",
    ]
    assert search(SearchQuery("rained")).total == 1


def test_index_check_tells_what_differs(capsys):
    make_occurrence()
    call_command("index", "--rebuild")
    Quote.objects.update(text="It snowed")
    with pytest.raises(CommandError, match=r"^1 quotes differ between index and database"):
        call_command("index", "--check")
    pk = Quote.objects.get().pk
    assert capsys.readouterr().err == f"Quote {pk} is outdated in the index.\n"


def test_index_check_without_an_index():
    make_occurrence()
    with pytest.raises(CommandError, match="There is no search index yet"):
        call_command("index", "--check")


def test_index_rebuild_while_another_runs():
    with held(upkeep().rebuild_lock), pytest.raises(CommandError, match="Another process"):
        call_command("index", "--rebuild")


def test_index_follow_until_interrupted(monkeypatch, capsys):
    make_occurrence()

    def interrupt(_):
        raise KeyboardInterrupt

    monkeypatch.setattr("quotes.search.following.time.sleep", interrupt)
    call_command("index", "--follow")
    assert not IndexChange.objects.exists()
    assert capsys.readouterr().out.splitlines()[-1] == "Stopped."
