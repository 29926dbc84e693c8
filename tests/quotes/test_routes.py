"""Addresses of lists are those of the site."""

import pytest
from django.urls import clear_script_prefix, reverse, set_script_prefix

from quotes.routes import address


@pytest.fixture
def below_a_path():
    set_script_prefix("/archive/")
    yield
    clear_script_prefix()


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("home", ()),
        ("article", (7,)),
        ("speaker", ("ada-marsh",)),
        ("citation", (7, "txt")),
        ("quote", (7, "the-tide_turned")),
    ],
)
def test_address_is_that_of_the_page(name, arguments):
    assert address(name, *arguments) == reverse(name, args=arguments)


def test_address_on_a_server_with_other_sites(below_a_path):
    assert address("quote", 7, "tide") == "/archive/quotes/7/tide/"
    assert reverse("quote", args=(7, "tide")) == "/archive/quotes/7/tide/"
