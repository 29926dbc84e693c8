import pytest

from quotes.benchmark.corpus import Corpus
from quotes.benchmark.rows import write_rows
from quotes.models import IndexChange, Occurrence, Quote
from quotes.search.gathering import all_documents

pytestmark = pytest.mark.django_db


def test_rows_give_the_documents_they_were_made_of():
    corpus = Corpus(30)
    assert sum(write_rows(corpus)) == Quote.objects.count() == 30
    for document, expected in zip(all_documents(), Corpus(30).documents(), strict=True):
        assert (document.text, document.names, document.sources) == (
            expected.text,
            expected.names,
            expected.sources,
        )
        assert set(document.printings) == set(expected.printings)
        assert document.topics == expected.topics


def test_rows_are_verbatim_and_mark_nothing():
    list(write_rows(Corpus(10)))
    for occurrence in Occurrence.objects.all():
        occurrence.check_verbatim()
    assert not IndexChange.objects.exists()
