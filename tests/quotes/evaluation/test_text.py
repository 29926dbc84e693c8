import pytest

from quotes.evaluation import evaluate_text

from .annotated import HE, ROE, TEXT, TEXT_DOCUMENT, annotation, text_quote

RIGHT = [
    text_quote(1, 15, "Jane Roe", ROE, confidence=0.9),
    text_quote(33, 46, "Tom Lund", HE, confidence=0.8),
    text_quote(57, 74, "Tom Lund", HE, confidence=0.7),
]


def evaluated(*quotes):
    return evaluate_text([TEXT_DOCUMENT], {"ice": {"quotes": list(quotes)}})


def verdicts(*quotes):
    return [row.verdict for row in evaluated(*quotes).comparisons[0].rows]


def test_everything_found_is_everything_right():
    figures = evaluated(*RIGHT).figures
    assert verdicts(*RIGHT) == ["right", "right", "right"]
    assert figures == {
        "documents": 1,
        "gold": 3,
        "predicted": 3,
        "span_precision": 1.0,
        "span_recall": 1.0,
        "span_f1": 1.0,
        "speaker_accuracy": 1.0,
        "speaker_mention_accuracy": 1.0,
        "speaker_accuracy_person": 1.0,
        "speaker_accuracy_pronoun": 1.0,
        "accuracy_top_50": 1.0,
        "accuracy_top_60": 1.0,
        "accuracy_top_80": 1.0,
        "share_97_right": 1.0,
    }


def test_nothing_found_is_nothing_right():
    found = evaluate_text([TEXT_DOCUMENT], {})
    assert found.figures["span_f1"] == found.figures["speaker_accuracy"] == 0.0
    assert [row.verdict for row in found.comparisons[0].rows] == ["missed"] * 3


def test_a_wrong_speaker_is_wrong_though_the_span_is_right():
    figures = evaluated(*RIGHT[:2], text_quote(57, 74, "Jane Roe", ROE, confidence=0.1)).figures
    assert (figures["span_f1"], figures["speaker_accuracy"]) == (1.0, pytest.approx(2 / 3))
    assert (figures["speaker_accuracy_pronoun"], figures["share_97_right"]) == (0.5, pytest.approx(2 / 3))


def test_half_a_quote_is_one_that_ends_elsewhere():
    assert verdicts(text_quote(1, 8, "Jane Roe", ROE), *RIGHT[1:])[0] == "boundary"


def test_words_that_nobody_annotated_are_spurious():
    start = TEXT.index("Keep")
    assert verdicts(*RIGHT, text_quote(start, start + 8))[-1] == "spurious"


def test_words_of_no_one_and_single_words_are_not_scored():
    start = TEXT.index("Keep")
    hidden = text_quote(start, start + 8) | {"kind": "unattributed"}
    assert verdicts(*RIGHT, hidden, text_quote(start, start + 4)) == ["right"] * 3


@pytest.mark.parametrize(
    ("gold", "found", "right"),
    [
        (("Jane Roe", ROE, "named"), ("Roe", None), True),
        (("Jane Roe", ROE, "named"), (None, ROE), True),
        (("Jane Roe", ROE, "named"), ("Jane Doe", None), False),
        (("Jane Roe", ROE, "named"), (None, {"start": 0, "end": 90}), False),
        (("Jane Roe", ROE, "first-person"), ("Jane Roe", ROE), None),
        (("Jane Roe", None, "named"), ("Jane Roe", ROE), None),
        (("the Roe company", ROE, "org"), ("Roe Ltd", None), True),
        ((None, {"start": 0, "end": 13, "text": "the president"}, "nominal"), ("President", None), True),
        ((None, {"start": 0, "end": 13, "text": "the president"}, "nominal"), ("the king", None), False),
    ],
)
def test_a_speaker_is_right_by_last_name_or_by_what_describes_it(gold, found, right):
    speaker, mention, basis = gold
    document = {
        "id": "ice",
        "text": TEXT,
        "quotes": [annotation(0, 15, speaker, mention, speaker_basis=basis)],
    }
    quote = text_quote(1, 15, *found)
    rows = evaluate_text([document], {"ice": {"quotes": [quote]}}).comparisons[0].rows
    assert rows[0].verdict == {True: "right", False: "speaker", None: "not judged"}[right]


def test_passages_know_their_paragraph():
    row = evaluated(*RIGHT).comparisons[0].rows[1]
    assert row.gold.place == (1, 1, 12)
    assert TEXT.splitlines()[1][1:12] == row.gold.text == "It was thin"
