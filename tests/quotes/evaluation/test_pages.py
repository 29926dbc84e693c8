import pytest

from quotes.evaluation import evaluate_pages

from .annotated import PAGE_DOCUMENT, page, page_quote

ROE = page_quote("The ice broke,", "Jane Roe", confidence=0.9)
NOBODY = page_quote("We swam a while")


def evaluated(*quotes, document=PAGE_DOCUMENT, **metadata):
    return evaluate_pages([document], {"page": page(*quotes, **metadata)})


def verdicts(*quotes, **more):
    return [row.verdict for row in evaluated(*quotes, **more).comparisons[0].rows]


def test_everything_found_is_everything_right():
    found = evaluated(ROE, NOBODY, authors=["Ann Other"], published="2026-02-03T10:00:00+01:00")
    assert found.figures == {
        "pages": 1,
        "gold": 2,
        "predicted": 2,
        "quote_precision": 1.0,
        "quote_recall": 1.0,
        "quote_f1": 1.0,
        "quote_recall_4_words": 1.0,
        "speaker_accuracy": 1.0,
        "full_name_accuracy": 1.0,
        "attributed_f1": 1.0,
        "attributed_precision": 1.0,
        "attributed_recall": 1.0,
        "not_speech": 0,
        "spurious": 0,
        "title_accuracy": 1.0,
        "date_accuracy": 1.0,
        "author_accuracy": 1.0,
        "body_precision": 1.0,
        "body_recall": 1.0,
        "accuracy_top_50": 0.0,
        "accuracy_top_60": 0.0,
        "accuracy_top_80": 0.0,
        "share_97_right": 1.0,
        "quote_recall_of_text": 1.0,
    }


def test_a_page_that_was_not_read_is_an_error_of_its_own():
    found = evaluate_pages([PAGE_DOCUMENT], {})
    assert [row.verdict for row in found.comparisons[0].rows] == ["not read", "missed", "missed"]
    assert found.figures["quote_recall_of_text"] == 0.0


def test_a_quote_that_stands_in_the_text_counts_as_read_though_nobody_found_it():
    figures = evaluated().figures
    assert (figures["quote_recall"], figures["quote_recall_of_text"]) == (0.0, 1.0)


def test_a_speaker_where_nobody_can_tell_is_wrong():
    assert verdicts(ROE, page_quote("We swam a while", "Jane Roe")) == ["right", "speaker"]


def test_words_of_no_one_are_told_from_what_is_in_no_marks():
    assert verdicts(ROE, NOBODY, page_quote("Keep off"), page_quote("A sign read"))[2:] == [
        "not speech",
        "spurious",
    ]


@pytest.mark.parametrize(
    ("gold", "found", "right", "full"),
    [
        ("Jane Roe", "Jane Roe", 1.0, 1.0),
        ("Jane Roe", "Roe", 1.0, 0.0),
        ("Jane Roe", "Jane Doe", 0.0, 0.0),
        ("Jane Roe", None, 0.0, 0.0),
        ("a spokesman of the harbour", "the harbour spokesman", 1.0, 0.0),
        ("the", "The", 1.0, 1.0),
    ],
)
def test_names_agree_by_their_last_word_or_half_of_them(gold, found, right, full):
    quotes = [{"text": "The ice broke,", "kind": "direct", "speaker": gold}]
    figures = evaluated(
        page_quote("The ice broke,", found), document={"id": "page", "quotes": quotes}
    ).figures
    assert (figures["speaker_accuracy"], figures["full_name_accuracy"]) == (right, full)


def test_another_accepted_speaker_is_right_as_well():
    quotes = [{"text": "The ice broke,", "kind": "direct", "speaker": "Jane Roe", "also": ["Tom Lund"]}]
    document = {"id": "page", "quotes": quotes}
    assert verdicts(page_quote("The ice broke,", "Tom Lund"), document=document) == ["right"]


def test_what_is_optional_or_a_repetition_need_not_be_found():
    quotes = [
        {"text": "The ice broke and we swam", "kind": "direct", "speaker": "Jane Roe"},
        {"text": "the ice broke", "kind": "mixed", "speaker": "Jane Roe"},
        {"text": "We drank tea", "kind": "mixed", "speaker": "Jane Roe", "optional": True},
    ]
    found = evaluated(
        page_quote("The ice broke and we swam", "Jane Roe"),
        page_quote("the ice broke"),
        document={"id": "page", "quotes": quotes},
    )
    assert [row.verdict for row in found.comparisons[0].rows] == ["right", "not judged"]
    assert (found.figures["gold"], found.figures["predicted"]) == (1, 1)


def test_without_annotated_paragraphs_the_quotes_are_shown_in_those_that_were_read():
    document = {"id": "page", "quotes": [{"text": "The ice broke,", "kind": "direct", "speaker": "Jane Roe"}]}
    comparison = evaluated(ROE, document=document).comparisons[0]
    assert comparison.annotated == comparison.read
    assert comparison.rows[0].gold.place == (1, 1, 15)
