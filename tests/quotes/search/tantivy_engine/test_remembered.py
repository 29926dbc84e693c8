from quotes.search.tantivy_engine.remembered import Remembered


def test_an_answer_is_made_once():
    made = iter([1, 2])
    remembered = Remembered()

    assert [remembered.get("a", lambda: next(made)) for _ in range(2)] == [1, 1]


def test_the_latest_answers_are_kept():
    remembered = Remembered(most=1)
    for question in ("a", "b"):
        remembered.get(question, lambda question=question: question.upper())

    assert (remembered.known("a"), remembered.known("b")) == (None, "B")


def test_what_was_forgotten_is_made_anew():
    remembered = Remembered()
    remembered.get("a", lambda: 1)
    remembered.forget()

    assert (remembered.known("a"), remembered.get("a", lambda: 2)) == (None, 2)
