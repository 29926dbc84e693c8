"""The proof fails where a row is not what the archive promises; rows are spoilt behind the models' back."""

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from archive.captures import files, preserve
from quotes.models import Occurrence, Quote
from quotes.record import record_quotes
from quotes.verification import broken_captures, broken_occurrences, broken_quotes, failures
from tests.archive.rows import make_article, make_response
from tests.quotes.rows import make_capture, make_occurrence, make_reading

pytestmark = pytest.mark.django_db

SAID = "“The ferry will sail again before the first snow,” said Amara Osei, mayor of Tarn."


@pytest.fixture(autouse=True)
def captures_dir(settings, tmp_path):
    settings.CAPTURES_DIR = tmp_path
    return tmp_path


@pytest.fixture
def whole():
    """One article as the archive keeps it, with its file."""
    capture = preserve(make_article(), make_response(f"<p>{SAID}".encode()))
    record_quotes(make_reading(SAID, capture=capture))
    return capture


def spoil(table: str, **values: str) -> None:
    """Change all rows of a table as no code of the archive would."""
    with connection.cursor() as cursor:
        for name, value in values.items():
            cursor.execute(f'UPDATE {table} SET "{name}" = %s', [value])


def test_failures_of_a_whole_archive_are_none(whole):
    assert list(failures()) == []


def test_broken_captures_names_a_missing_and_a_forged_file(whole):
    missing = make_capture()
    path = files.root() / whole.warc
    content = path.read_bytes()
    path.chmod(0o644)
    path.write_bytes(content[:-10])

    found = list(broken_captures())

    assert [capture for capture, _ in found] == [whole, missing]
    assert [reason.partition(" cannot be read")[0] for _, reason in found] == [whole.warc, missing.warc]


def test_broken_occurrences_names_words_that_are_not_in_the_reading(whole):
    spoil("archive_reading", text=SAID.replace("ferry", "fairy"))

    [(occurrence, reason)] = broken_occurrences()

    assert occurrence == Occurrence.objects.get()
    assert reason.endswith("does not stand at [[1, 49]] of its reading.")


def test_broken_occurrences_names_evidence_that_is_not_there(whole):
    spoil("archive_reading", text=SAID.replace("Amara", "Amira"))

    assert [reason for _, reason in broken_occurrences()] == [
        "Its mention does not stand at its offsets in the reading."
    ]


def test_broken_quotes_names_a_text_that_nobody_printed(whole):
    spoil("quotes_quote", text="The fairy will sail")

    [(quote, reason)] = broken_quotes()

    assert (quote, reason) == (
        Quote.objects.get(),
        "'The fairy will sail' is not what one of its occurrences prints.",
    )


def test_broken_quotes_leaves_what_a_person_has_set():
    quote = make_occurrence().quote
    Quote.objects.filter(pk=quote.pk).update(text="It rained …", locked=["text"])

    assert list(broken_quotes()) == []


def test_verify_says_what_it_proved(whole, capsys):
    call_command("verify")

    assert capsys.readouterr().out == "1 captures, 1 quotes and 1 occurrences verified.\n"


def test_verify_names_each_failure(whole, capsys):
    files.remove(files.root() / whole.warc)
    spoil("quotes_quote", text="The fairy will sail")

    with pytest.raises(CommandError, match="2 failures: restore what they name"):
        call_command("verify")

    capture, quote = capsys.readouterr().err.splitlines()
    assert capture.startswith(f"capture {whole.pk}: {whole.warc} cannot be read")
    assert quote.startswith(f"quote {Quote.objects.get().pk}: 'The fairy will sail' is not")


def test_verify_names_stray_files_without_failing(whole, captures_dir, capsys):
    stray = captures_dir / "2026/03/02/00000000-0000-0000-0000-000000000000.warc.gz"
    stray.write_bytes((captures_dir / whole.warc).read_bytes())

    call_command("verify")

    assert capsys.readouterr().out.splitlines()[0] == (
        f"{stray} belongs to no capture of the database; nothing depends on it."
    )
