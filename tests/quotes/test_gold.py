"""From curators' decisions to annotated articles, and back: evaluated and trained on as they are."""

import io
import json

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from quotes.extraction.language import load_language
from quotes.extraction.training.gold import read_examples
from quotes.gold import documents
from quotes.models import Occurrence, Quote
from quotes.record import record_quotes
from quotes.withdrawal import withdraw
from tests.quotes.rows import make_capture, make_reading, make_speaker

pytestmark = pytest.mark.django_db

TEXT = (
    "Harbour board loses its books",
    "“The water came at night and took the books,” Amara Osei said.",
    "The harbour board met on Monday. “Nobody kept a copy of a single page,” Kwame Lind told the board.",
    "The mayor was not there. “We will start again in May with new ledgers,” she said later.",
)


@pytest.fixture
def reading():
    made = make_reading(*TEXT, capture=make_capture())
    record_quotes(made)
    return made


def decide(**values):
    for occurrence in Occurrence.objects.all():
        for name, value in values.items():
            setattr(occurrence, name, value)
        occurrence.save()


def export(tmp_path):
    path = tmp_path / "gold.jsonl"
    call_command("export_gold", path, stdout=io.StringIO())
    return path


def test_confirmed_article_is_evaluated_as_all_right(reading, tmp_path):
    decide(review="confirmed")
    out = io.StringIO()

    call_command("evaluate", export(tmp_path), stdout=out)

    figures = json.loads(out.getvalue().splitlines()[-1])
    assert figures["gold"] == Occurrence.objects.exclude(kind="unattributed").count() == 3
    assert (figures["span_f1"], figures["speaker_accuracy"]) == (1, 1)


def test_confirmed_article_is_read_by_the_training(reading, tmp_path):
    decide(review="confirmed")

    (example,) = read_examples(export(tmp_path), load_language("en"))

    assert len(example.gold) == len(example.annotations) == 3


def test_annotation_quotes_the_article_letter_by_letter(reading):
    decide(review="confirmed")

    (document,) = documents()

    first = document["quotes"][0]
    (quoted,) = first["quoted"]
    assert document["text"][slice(*quoted)] == "“The water came at night and took the books,”"
    assert (first["speaker"], first["speaker_type"]) == ("Amara Osei", "person")
    assert document["text"][first["speaker_mention"]["start"] :].startswith("Amara Osei")


def test_article_with_an_undecided_quote_is_left_out(reading):
    decide(review="confirmed")
    last = Occurrence.objects.last()
    last.review = "unreviewed"
    last.save()

    assert list(documents()) == []


def test_corrected_quote_counts_as_decided(reading):
    Quote.objects.update(status="corrected")

    assert [len(document["quotes"]) for document in documents()] == [3]


def test_rejected_passage_is_not_annotated(reading):
    decide(review="confirmed")
    first = Occurrence.objects.first()
    first.review = "rejected"
    first.save()

    assert [len(document["quotes"]) for document in documents()] == [2]


def test_speaker_chosen_by_a_person_is_found_in_the_text(reading):
    decide(review="confirmed")
    wrong = Occurrence.objects.get(exact__startswith="We will start")
    wrong.speaker, wrong.locked = make_speaker("Kwame Lind"), ["speaker"]
    wrong.save()

    (document,) = documents()

    mention = document["quotes"][-1]["speaker_mention"]
    assert (document["quotes"][-1]["speaker"], mention["text"]) == ("Kwame Lind", "Kwame Lind")
    assert document["text"][mention["start"] : mention["end"]] == "Kwame Lind"


def test_article_with_withheld_words_is_left_out(reading):
    decide(review="confirmed")
    withdraw(Quote.objects.first(), "It was never said.")

    assert list(documents()) == []


def test_file_that_exists_is_kept(tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_text("mine")

    with pytest.raises(CommandError, match="exists"):
        call_command("export_gold", path)

    assert path.read_text() == "mine"
