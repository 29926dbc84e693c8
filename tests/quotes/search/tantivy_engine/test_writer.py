"""Filling an index."""

import pytest
from tantivy import Index

from quotes.search.tantivy_engine import Folder, TantivyWriter, writer
from tests.quotes.search.documents import made


@pytest.mark.parametrize(
    ("number", "portion"), [(0, 1), (1, 1), (100, 100), (101, 13), (800, 100), (801, 13)]
)
def test_portion_of(monkeypatch, number, portion):
    monkeypatch.setattr(writer, "PORTION", 100)

    assert writer.portion_of(number) == portion


@pytest.mark.parametrize("number", [5, 40, 200])
def test_fill_leaves_one_segment(monkeypatch, tmp_path, number):
    monkeypatch.setattr(writer, "PORTION", 5)
    generation = Folder(tmp_path).new_generation()
    documents = [made(f"said {quote_id} times", quote_id=quote_id) for quote_id in range(1, number + 1)]

    with TantivyWriter(generation, bulk=True) as filled:
        assert filled.fill(documents, number) == number

    searcher = Index.open(str(generation)).searcher()
    assert (searcher.num_docs, searcher.num_segments) == (number, 1)


def test_fill_with_nothing_makes_an_empty_index(tmp_path):
    generation = Folder(tmp_path).new_generation()

    with TantivyWriter(generation, bulk=True) as filled:
        assert filled.fill([], 0) == 0

    assert Index.open(str(generation)).searcher().num_docs == 0
