from collections import Counter

from quotes.benchmark.corpus import QUOTES_AN_ARTICLE, Corpus


def test_documents_are_as_many_as_asked_and_numbered():
    assert [document.quote_id for document in Corpus(20).documents()] == list(range(1, 21))


def test_documents_of_the_same_seed_are_the_same():
    assert list(Corpus(20).documents()) == list(Corpus(20).documents())
    assert list(Corpus(20).documents()) != list(Corpus(20, seed=2).documents())


def test_stories_share_their_printings():
    for story in Corpus(100).stories():
        assert {document.printings for document in story.documents} == {story.printings}
        assert len(story.documents) <= QUOTES_AN_ARTICLE


def test_words_are_as_unequal_as_in_a_language():
    words = Counter(word.lower() for document in Corpus(500).documents() for word in document.text.split())
    assert words.most_common(1)[0][0] == "the"
    assert sum(count == 1 for count in words.values()) > len(words) / 3
