"""TLS above the guard: the checked address is connected to, the certificate is that of the name."""

import ssl
from pathlib import Path

import pytest

from archive.errors import UnreachableError
from archive.fetch import allow_private, fetch, transport
from tests.archive.server import Server, reply

CERTIFICATE = Path(__file__).parent / "localhost.pem"  # of localhost and good.example, signed by nobody else


@pytest.fixture
def secure(resolver):
    """A server with a certificate, under three names."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(CERTIFICATE)
    resolver.names |= {"good.example": [["127.0.0.1"]], "other.example": [["127.0.0.1"]]}
    server = Server(context)
    names = [f"{name}:{server.port}" for name in ("localhost", "good.example", "other.example")]
    with server.running(), allow_private(*names):
        server.answers["/"] = reply(b"page")
        yield server


@pytest.fixture
def trusting(monkeypatch):
    context = ssl.create_default_context(cafile=CERTIFICATE)
    monkeypatch.setattr(transport, "_ssl_context", lambda: context)


@pytest.mark.parametrize("name", ["localhost", "good.example"])
def test_fetch_with_its_certificate(secure, trusting, name):
    assert fetch(f"https://{name}:{secure.port}/").content == b"page"


def test_fetch_with_a_certificate_of_another(secure, trusting):
    with pytest.raises(UnreachableError) as caught:
        fetch(f"https://other.example:{secure.port}/")
    assert str(caught.value) == (
        "other.example has no certificate that can be trusted (Hostname mismatch, certificate is not valid "
        "for 'other.example'): open it in a browser to see why."
    )


def test_fetch_with_a_certificate_signed_by_nobody(secure):
    with pytest.raises(UnreachableError, match="^localhost has no certificate that can be trusted"):
        fetch(f"https://localhost:{secure.port}/")


def test_fetch_http_where_tls_is_spoken(secure):
    with pytest.raises(UnreachableError):
        fetch(f"http://localhost:{secure.port}/")


def test_fetch_tls_where_http_is_spoken(server):
    with pytest.raises(UnreachableError):
        fetch(f"https://{server.address}/")
