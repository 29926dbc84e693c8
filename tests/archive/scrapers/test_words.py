from archive.scrapers.words import key_of, word_list


def test_key_is_the_same_for_two_printings_of_one_passage():
    assert key_of("“It’s late,” said  ANN.") == key_of('"It\'s late," said Ann') == "it s late said ann"


def test_word_list_may_be_broken_over_lines():
    assert word_list(" one two\n three ") == {"one", "two", "three"}
