from quotes.extraction.document import Paragraph
from quotes.extraction.marks import find_passages


def passages(*lines):
    paragraphs, start = [], 0
    for line in lines:
        paragraphs.append(Paragraph(line, start=start))
        start += len(line) + 1
    text = "\n".join(lines)
    return [(text[p.start : p.end], p) for p in find_passages(paragraphs)]


def words(*lines):
    return [text for text, _ in passages(*lines)]


def test_straight_and_curly_marks_hold_the_same_words():
    assert words('"It is late," she said.') == words("“It is late,” she said.") == ["It is late,"]


def test_german_marks_close_where_english_ones_open():
    assert words("„Es ist spät“, sagte sie.") == ["Es ist spät"]


def test_guillemets_face_either_way():
    assert words("«Il est tard», dit-elle.") == words("»Il est tard«, dit-elle.") == ["Il est tard"]


def test_pairs_of_single_marks_are_double_marks():
    assert words("''It is late,'' she said.") == words("``It is late,'' she said.") == ["It is late,"]


def test_british_single_marks_hold_speech():
    assert words("‘The workers’ pay is late,’ she said.") == ["The workers’ pay is late,"]


def test_apostrophes_open_nothing():
    assert words("The '90s weren't kind to the farmers' market, said the boys' coach.") == []


def test_inches_and_feet_open_nothing():
    assert words('The 27" wide screen stood before a 5\'10" man.') == []


def test_nested_marks_are_nested_passages():
    found = passages("\"He told me 'come back at noon' and left,\" she said.")
    assert [(text, p.nested) for text, p in found] == [
        ("He told me 'come back at noon' and left,", False),
        ("come back at noon", True),
    ]


def test_a_mark_left_open_runs_on_where_the_next_paragraph_reopens():
    found = passages('"It was late.', '"We went home," she said.')
    assert [(text, p.closed, p.continues, p.problem) for text, p in found] == [
        ("It was late.", False, False, ""),
        ("We went home,", True, True, ""),
    ]


def test_a_mark_left_open_ends_with_its_paragraph_otherwise():
    ((text, passage),) = passages('"It was late.', "They went home.")
    assert (text, passage.problem) == ("It was late.", "unclosed mark")


def test_a_lost_closing_mark_costs_one_sentence_only():
    found = passages('"It was late, she said. "We went home," he said.')
    assert [(text, p.problem) for text, p in found] == [
        ("It was late, she said.", "missing closing mark"),
        ("We went home,", ""),
    ]


def test_a_lost_opening_mark_is_put_at_the_start_of_the_paragraph():
    ((text, passage),) = passages('It was late," she said.')
    assert (text, passage.problem) == ("It was late,", "missing opening mark")


def test_marks_inside_tags_are_no_marks():
    assert words('See <a title="The long way home">here</a>.') == []


def test_marks_without_words_are_no_passage():
    assert words('She typed "?!" and "..." and waited.') == []


def test_crossing_marks_keep_the_double_ones():
    assert words("It's 'a \"long way' home\" she said.") == ["long way' home"]
