"""Index and database in step, whatever happens in between."""

import gc
from threading import Event, Thread

import pytest
from django.db import connections

from quotes.models import IndexChange, Quote
from quotes.search import SearchQuery, search
from quotes.search import upkeep as upkeep_module
from quotes.search.errors import IndexBusy, IndexMissing, RebuildRunning
from quotes.search.locks import held
from quotes.search.outbox import mark
from quotes.search.tantivy_engine import TantivyEngine, TantivyWriter
from quotes.search.upkeep import Upkeep
from tests.quotes.rows import make_occurrence, make_speaker

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def index(tmp_path, settings):
    """That nobody keeps up but the test."""
    settings.INDEX_DIR = tmp_path / "index"
    return Upkeep(settings.INDEX_DIR)


def indexed(index) -> set[int]:
    return set(TantivyEngine(index.path).digests())


def test_drain_without_an_index(index):
    make_occurrence()
    with pytest.raises(IndexMissing):
        index.drain()
    assert IndexChange.objects.exists()


def test_drain_brings_in_and_takes_out(index):
    first, second = make_occurrence("It rained").quote, make_occurrence("It snowed").quote
    index.rebuild()
    assert indexed(index) == {first.pk, second.pk}
    third = make_occurrence("It hailed").quote
    first.status = Quote.Status.WITHDRAWN
    first.save()
    assert index.drain() == 2
    assert indexed(index) == {second.pk, third.pk}
    assert not IndexChange.objects.exists()
    assert index.drain() == 0


def test_drain_in_batches(index, monkeypatch):
    monkeypatch.setattr(upkeep_module, "BATCH", 2)
    index.rebuild()
    quotes = {make_occurrence().quote_id for _ in range(5)}
    index.drain()
    assert indexed(index) == quotes


def test_drain_after_a_crash_between_index_and_outbox(index, monkeypatch):
    index.rebuild()
    quote = make_occurrence().quote
    monkeypatch.setattr(Upkeep, "note", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        index.drain()
    assert IndexChange.objects.exists()
    monkeypatch.undo()
    index.drain()
    assert indexed(index) == {quote.pk}
    assert list(index.differences()) == []


def test_drain_after_a_crash_before_the_commit(index, monkeypatch):
    index.rebuild()
    quote = make_occurrence().quote
    monkeypatch.setattr(TantivyWriter, "commit", lambda _: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        index.drain()
    assert indexed(index) == set()
    monkeypatch.undo()
    index.drain()
    assert indexed(index) == {quote.pk}


def test_drain_leaves_the_work_to_whoever_holds_the_lock(index):
    index.rebuild()
    make_occurrence()
    with held(index.writer_lock):
        assert index.drain() == 0
    assert IndexChange.objects.exists()


def test_drain_while_a_writer_was_left_open(index):
    index.rebuild()
    make_occurrence()
    with TantivyWriter(index.folder.current()), pytest.raises(IndexBusy):
        index.drain()
    index.drain()
    assert not IndexChange.objects.exists()


def test_rebuild_makes_the_index_anew(index):
    quotes = {make_occurrence().quote_id for _ in range(3)}
    mark([10_000])
    assert index.rebuild() == 3
    assert indexed(index) == quotes
    assert not IndexChange.objects.exists()
    first = index.folder.current()
    index.rebuild()
    assert index.folder.current() != first
    assert [path for path in index.path.iterdir() if path.is_dir()] == [index.folder.current()]


def test_rebuild_is_seen_by_an_open_reader(index):
    index.rebuild()
    engine = TantivyEngine(index.path)
    assert engine.count(SearchQuery(), None) == 0
    make_occurrence()
    index.rebuild()
    assert engine.count(SearchQuery(), None) == 1
    make_occurrence("It snowed")
    index.drain()
    assert engine.count(SearchQuery(), None) == 2


def test_rebuild_by_two_at_once(index):
    with held(index.rebuild_lock), pytest.raises(RebuildRunning):
        index.rebuild()


def test_rebuild_loses_nothing_that_changes_meanwhile(index, monkeypatch):
    """What is drained into the old generation while the new one is built stands in both."""
    first = make_occurrence("It rained").quote
    index.rebuild()
    gone = make_occurrence("It hailed").quote
    built = upkeep_module.built

    def built_while_quotes_change(*arguments):
        count = built(*arguments)
        Quote.objects.filter(pk=gone.pk).update(status=Quote.Status.WITHDRAWN)
        mark([gone.pk])
        make_occurrence("It snowed")
        in_a_thread(index.drain)
        make_occurrence("It thawed")
        return count

    monkeypatch.setattr(upkeep_module, "built", built_while_quotes_change)
    index.rebuild()
    texts = {quote.text for quote in Quote.objects.filter(pk__in=indexed(index))}
    assert texts == {first.text, "It snowed", "It thawed"}
    assert list(index.differences()) == []
    assert not index.journal.exists()


def test_rebuild_that_crashes_leaves_the_old_index(index, monkeypatch):
    quote = make_occurrence().quote
    index.rebuild()
    monkeypatch.setattr(upkeep_module, "built", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        index.rebuild()
    assert indexed(index) == {quote.pk}
    monkeypatch.undo()
    index.rebuild()
    assert len([path for path in index.path.iterdir() if path.is_dir()]) == 1


def test_differences(index):
    kept = make_occurrence("It rained").quote
    renamed = make_occurrence("It hailed", speaker=make_speaker()).quote
    gone = make_occurrence("It thawed").quote
    index.rebuild()
    new = make_occurrence("It snowed").quote
    type(renamed.speaker).objects.filter(pk=renamed.speaker_id).update(name="Another name")
    Quote.objects.filter(pk=gone.pk).update(status=Quote.Status.REJECTED)
    assert set(index.differences()) == {
        f"Quote {renamed.pk} is outdated in the index.",
        f"Quote {gone.pk} is in the index, but readers may not find it.",
        f"Quote {new.pk} is missing in the index.",
    }
    assert kept.pk in indexed(index)


def test_many_small_commits_leave_few_segments(index):
    index.rebuild()
    numbers = []
    for _ in range(20):
        make_occurrence()
        index.drain()
        numbers.append(TantivyEngine(index.path).reader.searcher()[0].num_segments)
    assert max(numbers) == 8


def test_an_index_of_another_layout_counts_as_missing(index):
    index.rebuild()
    index.folder.pointer.write_text("0-1")
    assert index.folder.current() is None


def test_drains_of_two_processes_follow_each_other(index):
    """Whoever finds the lock taken leaves its changes to the holder, who looks again."""
    index.rebuild()
    make_occurrence("It rained")
    entered, go_on = Event(), Event()
    note = Upkeep.note

    def slow_note(self, quote_ids):
        entered.set()
        go_on.wait(10)
        note(self, quote_ids)

    Upkeep.note = slow_note
    try:
        holder = Thread(target=closing(index.drain))
        holder.start()
        entered.wait(10)
        assert index.drain() == 0
        go_on.set()
        holder.join(20)
    finally:
        Upkeep.note = note
    assert not IndexChange.objects.exists()
    assert search(SearchQuery("rained")).total == 1


def closing(action):
    def run():
        try:
            action()
        finally:
            connections.close_all()

    return run


def in_a_thread(action) -> None:
    thread = Thread(target=closing(action))
    thread.start()
    thread.join(20)


def test_rebuild_leaves_the_search_for_garbage_as_it_was(index):
    usual = gc.get_threshold()
    index.rebuild()
    assert gc.get_threshold() == usual
