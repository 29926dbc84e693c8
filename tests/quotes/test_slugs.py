"""Addresses of speakers."""

import pytest

from quotes.slugs import FreeSlugs
from tests.quotes.rows import make_speaker

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("name", "slug"),
    [("Sæunn Eiríksdóttir", "saeunn-eiriksdottir"), ("Jürg Strauß", "jurg-strauss"), ("???", "speaker")],
)
def test_every_letter_of_a_name_stays(name, slug):
    assert FreeSlugs([name], 7).take(name) == slug


def test_a_slug_that_is_taken_has_the_number_of_the_article():
    make_speaker("Jane Roe", slug="jane-roe")

    assert FreeSlugs(["Jane Roe"], 7).take("Jane Roe") == "jane-roe-7"
