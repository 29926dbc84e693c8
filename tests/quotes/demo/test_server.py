import socket

import httpx2
import pytest

from quotes.demo.article import Edition
from quotes.demo.server import HOST, DemoError, Newsroom

CORRECTED = "/2026/09/16/ferries-in-public-hands"


def get(newsroom, path="/", key="courier", **headers):
    return httpx2.get(newsroom.origin(key) + path, headers=headers, trust_env=False)


def test_each_newspaper_has_its_own_port(newsroom):
    names = {key: get(newsroom, key=key).text.count("<title>") for key in newsroom.ports}
    assert names == {"courier": 1, "gazette": 1, "wire": 1}
    assert newsroom.authorities() == tuple(f"{HOST}:{port}" for port in newsroom.ports.values())


def test_known_etag_is_answered_with_304(newsroom):
    first = get(newsroom)
    again = get(newsroom, **{"If-None-Match": first.headers["etag"]})
    assert (first.status_code, again.status_code, again.content) == (200, 304, b"")
    assert again.headers["etag"] == first.headers["etag"]


def test_known_date_is_answered_with_304(newsroom):
    first = get(newsroom, "/2025/05/03/saeunn-eiriksdottir-interview")
    assert first.headers["last-modified"] == "Sat, 03 May 2025 07:30:00 GMT"
    since = {"If-Modified-Since": first.headers["last-modified"]}
    assert get(newsroom, "/2025/05/03/saeunn-eiriksdottir-interview", **since).status_code == 304


def test_other_etag_outweighs_the_date(newsroom):
    first = get(newsroom)
    conditions = {"If-None-Match": '"other"', "If-Modified-Since": first.headers["last-modified"]}
    assert get(newsroom, **conditions).status_code == 200


@pytest.mark.parametrize("since", ["yesterday", "", "Sat, 03 May 2025 07:30:00 -0000"])
def test_date_that_says_nothing_is_ignored(newsroom, since):
    assert get(newsroom, **{"If-Modified-Since": since}).status_code == 200


def test_missing_page_is_404_without_validators(newsroom):
    answer = get(newsroom, "/nothing", **{"If-None-Match": "*"})
    assert (answer.status_code, "etag" in answer.headers) == (404, False)


def test_head_sends_no_body(newsroom):
    answer = httpx2.head(newsroom.origin("wire") + "/", trust_env=False)
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["content-length"] == str(len(get(newsroom, key="wire").content))


def test_query_does_not_matter(newsroom):
    assert get(newsroom, CORRECTED + "?utm_source=rss").content == get(newsroom, CORRECTED).content


def test_correction_changes_one_article_and_its_validators(newsroom):
    before = get(newsroom, CORRECTED)
    newsroom.edition = Edition.CORRECTED
    after = get(newsroom, CORRECTED, **{"If-None-Match": before.headers["etag"]})
    assert after.status_code == 200
    assert "“We will sell the ferries,”" in before.text
    assert "“We will not sell the ferries,”" in after.text


def test_busy_port_is_a_clear_error(newsroom):
    port = newsroom.ports["courier"]
    with pytest.raises(DemoError, match=f"Port {port} is in use.*--port"), Newsroom(port).open():
        pass


def test_ports_before_a_busy_one_are_closed_again(newsroom):
    port = newsroom.ports["courier"] - 1
    with pytest.raises(DemoError), Newsroom(port).open():
        pass
    with socket.create_server((HOST, port)) as server:
        assert server.getsockname() == (HOST, port)


def test_port_that_does_not_exist_is_a_clear_error():
    with pytest.raises(DemoError, match="There is no port 70000"), Newsroom(70000).open():
        pass
