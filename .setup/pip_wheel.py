"""The pip that uv.lock pins, for a Python that has none (Debian's bare python3)."""

import configparser
import hashlib
import os
import re
import ssl
import tomllib
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path


class SetUpError(Exception):
    """What stopped the set-up, in words that say what to do."""


def pip_wheel(lock: Path, folder: Path) -> Path:
    """The locked pip in ``folder``, downloaded unless it is there; ``python <wheel>/pip`` runs it."""
    url, digest = locked_pip(lock)
    wheel = folder / url.rpartition("/")[2]
    if not wheel.exists() or sha256(wheel.read_bytes()) != digest:
        content = download(on_index(url))
        if sha256(content) != digest:
            raise SetUpError(f"{wheel.name} as downloaded is not the file that {lock.name} names.")
        wheel.write_bytes(content)
    return wheel


def locked_pip(lock: Path) -> tuple[str, str]:
    """URL and SHA-256 of the wheel."""
    packages = tomllib.loads(lock.read_text())["package"]
    [pip] = (package for package in packages if package["name"] == "pip")
    [wheel] = pip["wheels"]
    return wheel["url"], wheel["hash"].removeprefix("sha256:")


def on_index(url: str) -> str:
    """Where the file of this URL is on the package index of this machine's pip settings, if they name one."""
    index = index_url()
    if not index:
        return url
    name, page = url.rpartition("/")[2], f"{index.rstrip('/')}/pip/"
    links: list[str] = re.findall(r'href="([^"#]+)', download(page).decode())
    for link in links:
        if link.endswith(name):
            return urllib.parse.urljoin(page, link)
    raise SetUpError(f"{page} does not offer {name}.")


def index_url() -> str:
    """What PIP_INDEX_URL or pip's configuration files say, or ``""``."""
    config = configparser.RawConfigParser()
    files = ("/etc/pip.conf", "~/.pip/pip.conf", "~/.config/pip/pip.conf")
    config.read(Path(file).expanduser() for file in files)
    configured = config.get("global", "index-url", fallback="")
    return os.environ.get("PIP_INDEX_URL", configured)


def download(url: str) -> bytes:
    # Not verified: a bare system has no certificates, and the digest in the lock vouches for the content.
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    try:
        with urllib.request.urlopen(url, context=context, timeout=60) as response:
            content: bytes = response.read()
            return content
    except (urllib.error.URLError, TimeoutError) as error:
        raise SetUpError(
            f"pip could not be downloaded ({error}). Connect to the network, or install pip "
            "(Debian: apt install python3-pip), and run the same command again."
        ) from error


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
