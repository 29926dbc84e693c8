import json
import sys
from io import BytesIO, TextIOWrapper

import pytest
from django.core.management import CommandError, call_command

from archive.fetch import allow_private
from tests.archive.server import Server, reply

TEXT = "Harbour to stay\n\n“We are glad,” said Ann Lee, a rope maker of Exmouth."
HTML = "<h1>Harbour to stay</h1><p>“We are glad,” said Ann Lee, a rope maker of Exmouth.</p>"


@pytest.fixture
def inspect(capsys):
    """Runs the command and gives its output as one JSON object a line, or as the one object."""

    def run(*arguments: str, lines: bool = False):
        call_command("inspect", *arguments)
        printed = capsys.readouterr().out
        return [json.loads(line) for line in printed.splitlines()] if lines else json.loads(printed)

    return run


@pytest.fixture
def stdin(monkeypatch):
    return lambda content: monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(content.encode())))


def test_page_in_a_file(inspect, tmp_path):
    path = tmp_path / "page.html"
    path.write_text(HTML)
    result = inspect(str(path), "--url", "https://post.example/a")

    assert (result["url"], result["quotes"][0]["segments"]) == ("https://post.example/a", ["We are glad,"])


def test_text_on_standard_input(inspect, stdin):
    stdin(TEXT)
    [quote] = inspect("--text", "-")["quotes"]

    assert (quote["segments"], quote["speaker"]) == ([[18, 30]], "Ann Lee")


def test_page_at_an_address(inspect):
    with Server().running() as server, allow_private(server.address):
        server.answers["/a"] = reply(HTML.encode(), content_type="text/html")
        result = inspect(server.url("/a"))

    assert (result["url"], result["title"]) == (server.url("/a"), "Harbour to stay")


def test_lines_keep_their_ids_and_order(inspect, tmp_path):
    (tmp_path / "page.html").write_text(HTML)
    source = tmp_path / "in.jsonl"
    records = [{"id": "a", "text": TEXT}, {"id": 2, "html_path": "page.html"}, {"html": HTML}]
    source.write_text("\n".join(json.dumps(record) for record in records))
    results = inspect("--jsonl", str(source), lines=True)

    assert [result["id"] for result in results] == ["a", 2, None]
    assert [result["quotes"][0]["segments"] for result in results] == [
        [[18, 30]],
        ["We are glad,"],
        ["We are glad,"],
    ]


def test_lines_that_fail_say_why_and_the_others_go_on(stdin, capsys):
    records = [{"id": 1, "html": ""}, {"id": 2, "html_path": "no-such-file"}, {"id": 3, "text": TEXT}]
    stdin("\n".join([*(json.dumps(record) for record in records), "not json"]))

    with pytest.raises(CommandError, match="3 of 4 documents could not be read; their lines say why"):
        call_command("inspect", "--jsonl")

    results = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(result["id"], "error" in result, len(result["quotes"])) for result in results] == [
        (1, True, 0),
        (2, True, 0),
        (3, False, 1),
        (None, True, 0),
    ]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "The page is empty"),
        ("%PDF-1.4", "This is a PDF document"),
        ("only words", "--text"),
        ("<div>" * 10_000 + "<p>words", "nested deeper than"),
    ],
)
def test_document_that_cannot_be_read_gives_one_sentence(stdin, content, message):
    stdin(content)

    with pytest.raises(CommandError, match=message):
        call_command("inspect")


def test_missing_file_gives_one_sentence():
    with pytest.raises(CommandError, match="no-such-file"):
        call_command("inspect", "no-such-file.html")


def test_publishers_scraper_is_left_out_with_generic(inspect, stdin):
    first = "<p>The harbour will be open, the council said on Monday.</p>"
    last = "<p>The harbour will be safe, the council said on Tuesday.</p>"
    box = '<div class="HubPeekEmbed"><p>Four more harbours that nobody wanted at all.</p></div>'
    counts = []
    for options in ([], ["--generic"]):
        stdin(f'<h1>Harbour</h1><div class="RichTextStoryBody">{first}{box}{last}</div>')
        counts.append(len(inspect("--url", "https://apnews.com/article/x", *options)["paragraphs"]))

    assert counts == [3, 4]
