import gzip
import hashlib
import io
import json
import zipfile
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from warcio.archiveiterator import ArchiveIterator

from archive.captures import files, preserve, supply, wacz, write_wacz
from archive.errors import CaptureError
from archive.models import Capture
from tests.archive.rows import NOON, make_article, make_response

pytestmark = pytest.mark.django_db


@pytest.fixture
def captures():
    """A page that was seen again, and a saved copy of another."""
    article, other = make_article(), make_article()
    preserve(article, make_response())
    preserve(article, make_response(fetched_at=NOON + timedelta(hours=1)))
    supply(other, b"No.", url="https://gazette.example/other", content_type="text/plain", supplied_by="Ann")
    return Capture.objects.order_by("pk")


@pytest.fixture
def package(captures):
    out = io.BytesIO()
    write_wacz(captures, out, "Ours")
    return zipfile.ZipFile(out)


def read_json(package, name: str) -> dict:
    return json.loads(package.read(name))


def index(package) -> list[tuple[str, dict]]:
    lines = gzip.decompress(package.read("indexes/index.cdx.gz")).decode().splitlines()
    return [(line.partition(" {")[0], json.loads("{" + line.partition(" {")[2])) for line in lines]


def test_write_wacz_lists_what_is_in_it(package):
    listed = read_json(package, "datapackage.json")
    assert (listed["profile"], listed["wacz_version"], listed["title"]) == ("data-package", "1.1.1", "Ours")
    named = {each["path"]: (each["bytes"], each["hash"]) for each in listed["resources"]}
    there = {name: package.read(name) for name in package.namelist() if not name.startswith("datapackage")}
    assert named == {
        name: (len(content), f"sha256:{hashlib.sha256(content).hexdigest()}")
        for name, content in there.items()
    }
    digest = hashlib.sha256(package.read("datapackage.json")).hexdigest()
    assert read_json(package, "datapackage-digest.json") == {
        "path": "datapackage.json",
        "hash": f"sha256:{digest}",
    }


def test_write_wacz_compresses_nothing_twice(package):
    assert {entry.compress_type for entry in package.infolist()} == {zipfile.ZIP_STORED}


def test_write_wacz_index_leads_to_the_records(package):
    found = []
    for key, fields in index(package):
        start, length = int(fields["offset"]), int(fields["length"])
        content = package.read(f"archive/{fields['filename']}")[start : start + length]
        [record] = ArchiveIterator(io.BytesIO(content))
        found.append((key.split()[0], fields["mime"], record.rec_headers.get_header("WARC-Target-URI")))
    assert found == [
        ("example,gazette)/other", "text/plain", "https://gazette.example/other"),
        ("example,gazette)/story", "text/html", "https://gazette.example/story"),
        ("example,gazette)/story", "warc/revisit", "https://gazette.example/story"),
    ]


def test_write_wacz_index_in_blocks(captures, monkeypatch):
    monkeypatch.setattr(wacz, "LINES_A_BLOCK", 2)
    out = io.BytesIO()
    write_wacz(captures, out, "Ours")
    package = zipfile.ZipFile(out)
    head, *places = package.read("indexes/index.idx").decode().splitlines()
    assert head == '!meta 0 {"format": "cdxj-gzip-1.0", "filename": "index.cdx.gz"}'
    blocks = []
    for line in places:
        place = json.loads("{" + line.partition(" {")[2])
        content = package.read("indexes/index.cdx.gz")[place["offset"] :][: place["length"]]
        blocks.append(len(gzip.decompress(content).splitlines()))
    assert blocks == [2, 1]


def test_write_wacz_pages(package, captures):
    head, *pages = map(json.loads, package.read("pages/pages.jsonl").decode().splitlines())
    assert head == {"format": "json-pages-1.0", "id": "pages", "title": "Ours"}
    assert pages[0] == {
        "id": captures[0].warc[11:47],
        "url": "https://gazette.example/story",
        "title": "https://gazette.example/story",
        "ts": "2026-03-02T12:00:00Z",
    }
    assert len(pages) == 2


def test_write_wacz_damaged_capture(captures):
    files.remove(files.root() / captures[0].warc)
    with pytest.raises(CaptureError, match="restore it from a backup"):
        write_wacz(captures, io.BytesIO(), "Ours")


def test_command_of_one_article(captures, tmp_path, capsys):
    path = tmp_path / "one.wacz"
    call_command("wacz", path, "--article", str(captures[1].article_id))
    assert capsys.readouterr().out == f"1 captures are in {path}.\n"
    assert [fields["url"] for _, fields in index(zipfile.ZipFile(path))] == ["https://gazette.example/other"]


def test_command_of_unknown_outlet(captures, tmp_path):
    with pytest.raises(CommandError, match="No capture is of this outlet"):
        call_command("wacz", tmp_path / "none.wacz", "--outlet", "nowhere.example")


def test_command_over_an_existing_file(captures, tmp_path):
    path = tmp_path / "there.wacz"
    path.write_text("precious")
    with pytest.raises(CommandError, match="exists: remove it"):
        call_command("wacz", path)
    assert path.read_text() == "precious"


def test_command_leaves_nothing_half_written(captures, tmp_path):
    files.remove(files.root() / captures[1].warc)
    with pytest.raises(CommandError, match="restore it from a backup"):
        call_command("wacz", tmp_path / "half.wacz")
    assert list(tmp_path.glob("*.wacz")) == []
