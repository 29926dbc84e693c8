from quotes.extraction.language import load_language, verbs


def test_every_form_of_a_verb_leads_to_its_first():
    assert verbs("say says said\ntell told") == {
        "say": "say",
        "says": "say",
        "said": "say",
        "tell": "tell",
        "told": "tell",
    }


def test_a_verb_of_saying_is_no_verb_of_thinking():
    english = load_language("en")
    assert english.saying & english.thinking == frozenset()


def test_a_language_without_a_file_is_none():
    assert load_language("xx") is None


def test_a_code_that_is_a_path_is_none():
    assert load_language("../en") is None


def test_a_list_that_the_file_lacks_is_empty():
    assert load_language("en").words("names", "no_such_list") == frozenset()
