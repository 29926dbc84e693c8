import gzip
from io import BytesIO

import pytest

from archive.errors import ArchiveError
from archive.scrapers import Generic, Page, Plain
from quotes.inspection_inputs import InputError, from_record, from_source, lines_of, record_of, unpacked

NOTHING = BytesIO()


def test_source_is_a_file(tmp_path):
    path = tmp_path / "page.html"
    path.write_bytes(b"<p>Words</p>")

    assert from_source(str(path), NOTHING, url="https://post.example/a").page == Page(
        b"<p>Words</p>", "https://post.example/a"
    )


def test_source_is_standard_input():
    assert from_source("-", BytesIO(b"Words"), is_text=True).page.content == b"Words"


@pytest.mark.parametrize(("name", "why"), [("missing.html", "No such file"), ("", "Is a directory")])
def test_source_that_cannot_be_read_is_named(tmp_path, name, why):
    path = tmp_path / name
    with pytest.raises(InputError, match=rf"^{path} cannot be read \({why}.*\): name a file, or an address"):
        from_source(str(path), NOTHING)
    with pytest.raises(InputError, match=rf"^{path} cannot be read \({why}"):
        list(lines_of(str(path), NOTHING))


def test_source_without_an_end_is_refused():
    with pytest.raises(InputError, match="holds more than 50,000,000 bytes"):
        from_source("/dev/zero", NOTHING)


def test_source_that_is_a_private_address_is_refused_like_any_fetch():
    with pytest.raises(ArchiveError):
        from_source("http://127.0.0.1:9/", NOTHING)


@pytest.mark.parametrize(
    ("record", "scraper"),
    [
        ({"text": "Words"}, Plain),
        ({"html": "<p>Words</p>"}, Generic),
        ({"html": "<p>Words</p>", "url": "https://nobody.example/"}, Generic),
    ],
)
def test_record_holds_text_or_html(record, scraper, tmp_path):
    given = from_record(record, tmp_path)

    assert (type(given.scraper(generic=False)), given.page.url) == (scraper, record.get("url", ""))


def test_publishers_scraper_reads_its_pages_unless_told_otherwise(tmp_path):
    given = from_record({"html": "<p>Words</p>", "url": "https://apnews.com/article/x"}, tmp_path)

    assert (given.scraper(generic=False).name, given.scraper(generic=True).name) == ("ap-news", "generic")


def test_record_names_a_file_beside_its_own_packed_or_not(tmp_path):
    (tmp_path / "a.html").write_bytes(b"<p>a</p>")
    (tmp_path / "b.html.gz").write_bytes(gzip.compress(b"<p>b</p>"))
    contents = [from_record({"html_path": name}, tmp_path).page.content for name in ("a.html", "b.html.gz")]

    assert contents == [b"<p>a</p>", b"<p>b</p>"]


@pytest.mark.parametrize("record", [{}, {"html": None}, {"html_path": 7}])
def test_record_without_a_document_says_what_it_lacks(record, tmp_path):
    with pytest.raises(InputError, match='none of "text", "html" and "html_path"'):
        from_record(record, tmp_path)


@pytest.mark.parametrize(
    ("line", "message"), [(b"{", "is not JSON"), (b"[1]", "not an object"), (b"[" * 100_000, "is not JSON")]
)
def test_line_that_is_no_object_says_so(line, message):
    with pytest.raises(InputError, match=message):
        record_of(line)


def test_damaged_gzip_says_so():
    with pytest.raises(InputError, match="damaged"):
        unpacked(gzip.compress(b"words")[:-6])


def test_gzip_bomb_is_refused():
    with pytest.raises(InputError, match="more than 50,000,000 bytes"):
        unpacked(gzip.compress(bytes(50_000_001)))


def test_lines_that_are_blank_are_passed_over(tmp_path):
    path = tmp_path / "in.jsonl"
    path.write_bytes(b'{"id": 1}\n\n  \n{"id": 2}')

    assert list(lines_of(str(path), NOTHING)) == [(b'{"id": 1}\n', tmp_path), (b'{"id": 2}', tmp_path)]
