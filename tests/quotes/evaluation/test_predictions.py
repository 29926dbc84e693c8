from quotes.evaluation.predictions import predictions
from quotes.extraction import default_engine


def test_a_page_that_cannot_be_read_is_an_error_and_the_rest_goes_on(tmp_path):
    documents = [{"id": "a", "html_path": "missing.html"}, {"id": "b", "text": '"It froze," Jane Roe said.'}]
    found = predictions(documents, tmp_path, default_engine(), generic=True)
    assert (found["a"]["quotes"], "missing.html" in found["a"]["error"]) == ([], True)
    assert [quote["speaker"] for quote in found["b"]["quotes"]] == ["Jane Roe"]
