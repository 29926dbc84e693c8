import pytest

from archive.models import Outlet
from archive.outlets import is_of, outlet_at, outlet_of_files, parents

pytestmark = pytest.mark.django_db


def make_outlet(host: str) -> Outlet:
    return Outlet.objects.create(name=host, slug=host.replace(".", "-"), host=host)


def test_outlet_at_an_unknown_host_is_named_after_it():
    outlet = outlet_at("https://www.example.org/news/a")
    assert (outlet.name, outlet.slug, outlet.host, outlet.homepage) == (
        "example.org",
        "example-org",
        "example.org",
        "https://example.org/",
    )
    assert outlet_at("http://m.example.org/b") == outlet


def test_outlet_at_a_host_below_a_known_one_is_the_nearest():
    make_outlet("example.org")
    sport = make_outlet("sport.example.org")
    assert outlet_at("https://live.sport.example.org/a") == sport


def test_outlet_at_hosts_that_only_look_alike_differs():
    outlet = make_outlet("example.org")
    assert outlet_at("https://notexample.org/a") != outlet
    assert outlet_at("https://example.org:8443/a") != outlet


def test_outlet_at_hosts_of_the_same_slug():
    assert outlet_at("https://a-b.example/").slug == "a-b-example"
    assert outlet_at("https://a.b.example/").slug == "a-b-example-2"


def test_outlet_of_files_is_one():
    assert outlet_of_files() == outlet_of_files()


@pytest.mark.parametrize(
    ("host", "above"),
    [
        ("news.example.org", ["example.org"]),
        ("a.news.example.org", ["news.example.org", "example.org"]),
        ("example.org", []),
        ("localhost", []),
        ("127.0.0.1", []),
        ("news.example.org:8000", []),
        ("[::1]:8000", []),
    ],
)
def test_parents(host, above):
    assert parents(host) == above


def test_is_of():
    outlet = make_outlet("example.org")
    urls = ["https://example.org/a", "https://sport.example.org/a", "https://example.net/a"]
    assert [is_of(outlet, url) for url in urls] == [True, True, False]
