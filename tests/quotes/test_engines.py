import pytest
import spacy
from django.core.exceptions import ImproperlyConfigured

from quotes.engines import configured_engine
from quotes.extraction import BuiltinEngine


def test_the_built_in_engine_is_the_default():
    assert isinstance(configured_engine(), BuiltinEngine)


def test_a_pipeline_of_spacy_is_chosen_by_its_name(settings, tmp_path):
    spacy.blank("de").to_disk(tmp_path)
    settings.EXTRACTION_ENGINE = f"spacy:{tmp_path}"
    assert configured_engine().version == "de_pipeline 0.0.0"


@pytest.mark.parametrize("name", ["spacy:no_such_pipeline", "oracle"])
def test_an_engine_that_is_not_there_is_named(settings, name):
    settings.EXTRACTION_ENGINE = name
    with pytest.raises(ImproperlyConfigured, match=name.removeprefix("spacy:")):
        configured_engine()
