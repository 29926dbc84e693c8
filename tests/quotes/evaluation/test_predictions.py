import pytest

from quotes.evaluation.predictions import FOUND, GoldError, predictions, read_lines
from quotes.extraction import default_engine


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", "line 1 is not JSON"),
        ("[]", "line 1 is no JSON object"),
        ('\n{"id": 1}', "line 2 lacks quotes"),
        ('{"id": 1, "quotes": [{"kind": "direct"}]}', "line 1, quote 1 lacks segments"),
        ("\n", "is empty"),
        ("\udcff", "cannot be read"),
    ],
)
def test_a_line_that_does_not_fit_is_named(tmp_path, content, message):
    path = tmp_path / "gold.jsonl"
    path.write_bytes(content.encode("utf-8", "surrogateescape"))
    with pytest.raises(GoldError, match=message):
        read_lines(path, FOUND)


def test_a_file_that_is_missing_is_named(tmp_path):
    with pytest.raises(GoldError, match="cannot be read"):
        read_lines(tmp_path / "gold.jsonl", FOUND)


def test_a_page_that_cannot_be_read_is_an_error_and_the_rest_goes_on(tmp_path):
    documents = [{"id": "a", "html_path": "missing.html"}, {"id": "b", "text": '"It froze," Jane Roe said.'}]
    found = predictions(documents, tmp_path, default_engine(), generic=True)
    assert (found["a"]["quotes"], "missing.html" in found["a"]["error"]) == ([], True)
    assert [quote["speaker"] for quote in found["b"]["quotes"]] == ["Jane Roe"]
