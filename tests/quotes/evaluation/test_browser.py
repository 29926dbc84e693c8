import re

from bs4 import BeautifulSoup

from quotes.evaluation import evaluate_pages
from quotes.evaluation.browser import aligned, error_browser

from .annotated import PAGE_DOCUMENT, page, page_quote


def browser(*quotes) -> BeautifulSoup:
    evaluation = evaluate_pages([PAGE_DOCUMENT], {"page": page(*quotes)})
    return BeautifulSoup(error_browser(evaluation, "gold.jsonl"), "lxml")


def texts(soup, selector):
    return [element.get_text() for element in soup.select(selector)]


def test_paragraphs_that_say_the_same_stand_beside_each_other():
    left, right = ["A dog ran.", "It fell.", "It rose."], ["Title", "a dog ran", "It slept.", "It rose."]
    assert list(aligned(left, right)) == [(None, 0), (0, 1), (1, 2), (2, 3)]


def test_every_error_leads_to_its_place_in_the_article():
    soup = browser(page_quote("The ice broke,", "Tom Lund"), page_quote("Keep off"))
    anchors = [link["href"] for link in soup.select(".errors a")]
    places = [soup.select_one(f"[id='{anchor[1:]}']").get_text() for anchor in anchors]
    assert places == ["We swam a while.", "The ice broke,", "Keep off"]


def test_gold_and_found_stand_side_by_side_with_their_speakers():
    soup = browser(page_quote("The ice broke,", "Tom Lund"))
    row = next(row for row in soup.select(".sides tr") if "broke" in row.get_text())
    assert texts(row, "mark") == ["The ice broke,", "The ice broke,"]
    assert texts(row, ".speaker") == ["Jane Roe", "Tom Lund"]


def test_the_page_needs_nothing_from_elsewhere_and_no_script():
    source = str(browser(page_quote("Keep off")))
    assert re.findall(r"<script|<link|<img|@import|url\(|https?:|\son\w+=|style=", source) == []


def test_words_of_the_article_are_no_markup():
    document = PAGE_DOCUMENT | {"paragraphs": ["“<b>Ice</b> broke,” she said."]}
    document["quotes"] = [{"text": "<b>Ice</b> broke,", "kind": "direct", "speaker": "<i>"}]
    source = error_browser(evaluate_pages([document], {}), "gold.jsonl")
    assert "<b>Ice" not in source
    assert "<i>" not in source


def test_only_classes_with_errors_are_offered():
    soup = browser(page_quote("The ice broke,", "Jane Roe"), page_quote("We swam a while."))
    assert texts(soup, "fieldset label") == [" everything"]
