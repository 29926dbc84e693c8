from quotes.extraction.language import load_language
from quotes.extraction.training.gold import example, paragraphs_of, right_candidates

from .annotated import ANNOTATED


def test_lines_become_paragraphs_with_their_offsets():
    assert [(p.text, p.start) for p in paragraphs_of("One.\n\nTwo.")] == [("One.", 0), ("Two.", 6)]


def test_an_annotated_segment_finds_its_passage():
    read = example(ANNOTATED[0], load_language("en"))
    assert [annotation["speaker"] for annotation in read.gold.values()] == ["Jane Roe"]


def test_the_right_candidate_is_the_name_inside_the_annotated_phrase():
    read = example(ANNOTATED[0], load_language("en"))
    mentions = read.scene.mentions
    (place,) = right_candidates(read.scene, list(range(len(mentions))), read.annotations[0])
    assert mentions[place].entity.name == "Jane Roe"


def test_a_verb_that_was_annotated_as_speaker_is_dropped():
    slip = {**ANNOTATED[0]["quotes"][0], "speaker_mention": {"start": 12, "end": 16, "text": "said"}}
    read = example({**ANNOTATED[0], "quotes": [slip]}, load_language("en"))
    assert read.annotations == []


def test_a_name_that_only_describes_is_not_the_speaker():
    text = 'Northquay skaters said it was "a cold day" for all.'
    said = {"start": 0, "end": 17, "text": "Northquay skaters"}
    quote = {**ANNOTATED[0]["quotes"][0], "speaker": None, "speaker_type": "nominal", "speaker_mention": said}
    read = example({**ANNOTATED[0], "text": text, "quotes": [quote]}, load_language("en"))
    mentions = read.scene.mentions

    found = right_candidates(read.scene, list(range(len(mentions))), quote)

    assert [read.scene.outline.words[mentions[place].first] for place in found] == []
