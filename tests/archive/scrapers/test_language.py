import pytest

from archive.scrapers.language import language_of, page_language

TEXTS = {
    "en": "The harbour of the town is old, and the people who work in it have not been asked for a view.",
    "de": "Der Hafen der Stadt ist alt, und die Leute, die dort arbeiten, wurden nicht danach gefragt, "
    "auch nicht von dem Rat und den Bürgern.",
    "fr": "Le port est vieux, et les gens qui travaillent dans la ville ne sont pas contents, mais pour le "
    "maire c’est une question que les autres vont poser avec lui.",
    "es": "El puerto es viejo y los vecinos que trabajan en la ciudad no están contentos, pero para el "
    "alcalde es una cuestión que se ha visto más por los otros.",
    "it": "Il porto è vecchio e la gente che lavora nel paese non è contenta, ma per il "
    "sindaco è una questione che gli altri sono pronti a vedere con più calma della sua.",
}


@pytest.mark.parametrize(("code", "text"), TEXTS.items())
def test_language_is_told_by_its_common_words(code, text):
    assert language_of(text) == code


@pytest.mark.parametrize(
    "text", ["", "Harbour: open.", "xyzzy plugh " * 40, "De haven van de stad is oud en de mensen " * 3]
)
def test_language_is_left_open_where_words_do_not_say(text):
    assert language_of(text) == ""


@pytest.mark.parametrize(
    ("declared", "text", "wanted"),
    [
        ("en-GB", TEXTS["en"], "en"),
        ("en", TEXTS["de"], "de"),
        ("de_DE", "Kurz.", "de"),
        ("eng", "", "en"),
        ("nl", TEXTS["en"], "nl"),
        ("", TEXTS["fr"], "fr"),
        ("{{lang}}", "Kurz.", ""),
    ],
)
def test_page_language_is_the_declared_one_unless_the_words_refute_it(declared, text, wanted):
    assert page_language(declared, text) == wanted
