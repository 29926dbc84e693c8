"""Downloads of what was found."""

import csv
import json

import pytest
from django.urls import reverse

from archive.models import Article
from quotes.exports import COLUMNS
from quotes.models import Quote
from tests.quotes.rows import make_occurrence, make_reading, make_speaker

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("search_index")]


def download(client, suffix, **asked):
    response = client.get(reverse("export", args=[suffix]), asked)
    return b"".join(response.streaming_content).decode()


def test_csv_has_a_row_a_quote(client):
    make_occurrence("It rained", speaker=make_speaker())
    make_occurrence("It snowed", speaker=make_speaker("Wen Shulan"))

    text = download(client, "csv", q="rained")

    [row] = csv.DictReader(text.removeprefix("\ufeff").splitlines())
    assert tuple(row) == COLUMNS
    assert (row["quote"], row["speaker"]) == ("It rained", "Amara Osei")
    assert row["address"].startswith("http://testserver/quotes/")


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(A1)"])
def test_csv_holds_no_formula(client, words):
    make_occurrence(words, speaker=make_speaker())

    [row] = csv.DictReader(download(client, "csv", q="").removeprefix("\ufeff").splitlines())

    assert row["quote"] == f"'{words}"


def test_jsonl_has_a_line_a_quote(client):
    make_occurrence("=It rained", speaker=make_speaker())

    [row] = map(json.loads, download(client, "jsonl", q="").splitlines())

    assert row["quote"] == "=It rained"


def test_export_is_narrowed_by_topic(client):
    make_occurrence("It rained", speaker=make_speaker())
    quote = make_occurrence("It snowed", speaker=make_speaker()).quote
    quote.occurrences.get().article.topics.create(name="The Sea", slug="the-sea")

    assert [json.loads(line)["id"] for line in download(client, "jsonl", topic="the-sea").splitlines()] == [
        quote.pk
    ]


def test_export_goes_beyond_one_batch_and_repeats_nothing(client, monkeypatch):
    monkeypatch.setattr("quotes.exports.BATCH", 3)
    speaker = make_speaker()
    for number in range(7):
        make_occurrence(f"It rained {number} times", speaker=speaker)

    ids = [json.loads(line)["id"] for line in download(client, "jsonl", q="rained").splitlines()]

    assert sorted(ids) == sorted(Quote.objects.values_list("pk", flat=True))


def test_export_holds_nothing_hidden(client):
    make_occurrence("It rained", speaker=make_speaker())
    Quote.objects.update(status="rejected")

    assert download(client, "jsonl", q="") == ""


def test_export_in_an_unknown_format_is_not_found(client):
    assert client.get(reverse("export", args=["xlsx"])).status_code == 404


def test_download_of_what_cannot_be_understood_says_so(client):
    response = client.get(reverse("export", args=["csv"]), {"since": "yesterday"})

    assert response.status_code == 400
    assert response.content.decode() == "* since\n  * Enter a valid date."


def test_export_tells_where_the_reporter_broke_in(client):
    reading = make_reading("“It rained,” she said. “It never ends.”")
    words, runs = "It rained, It never ends.", [[1, 11], [24, 38]]
    occurrence = make_occurrence("It rained,", reading=reading, exact=words, segments=runs, end=38)
    occurrence.quote.text = words
    occurrence.quote.save()

    [row] = map(json.loads, download(client, "jsonl", q="").splitlines())

    assert row["quote"] == "It rained, […] It never ends."


def test_export_tells_the_dates_of_the_printings_and_none_where_none_is_known(client):
    occurrence = make_occurrence("It rained")
    again = make_occurrence("It rained", quote=occurrence.quote)
    make_occurrence("It snowed")
    Article.objects.update(published=None)
    Article.objects.filter(pk=again.article_id).update(published="2024-03-02T08:00Z")

    rows = csv.DictReader(download(client, "csv", q="").removeprefix("\ufeff").splitlines())

    told = {row["quote"]: (row["first_printed"], row["last_printed"]) for row in rows}
    day = "2024-03-02T08:00:00+00:00"
    assert told == {"It rained": (day, day), "It snowed": ("", "")}
