import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from archive.models import Outlet
from quotes.demo.server import HOST, Newsroom
from tests.quotes.demo.ports import own_ports

LINE = "The demo holds 22 articles of 3 outlets in 23 captures: "
MANAGE = str(settings.BASE_DIR / "manage.py")


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """Of an archive of this test's own, set up and empty."""
    own = {"ARCHIVE_DATA": str(tmp_path), "DATABASE_URL": f"sqlite:///{tmp_path}/archive.sqlite3"}
    environment = {**os.environ, **own, "DJANGO_SETTINGS_MODULE": "quotes.settings", "PYTHONUNBUFFERED": "1"}
    subprocess.run([sys.executable, MANAGE, "migrate", "-v0"], env=environment, check=True)
    return environment


def lines(process: subprocess.Popen[str], *, until: str) -> Iterator[str]:
    for line in process.stdout:
        yield line
        if line.startswith(until):
            return


def test_demo_serves_what_it_has_collected_until_it_is_interrupted(environment):
    port = own_ports()
    command = [sys.executable, MANAGE, "demo", "--serve", "--port", str(port)]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        said = list(lines(process, until="Stop serving"))
        page = httpx2.get(f"http://{HOST}:{port}/2026/09/16/ferries-in-public-hands", trust_env=False)
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=60) == 0
    assert said[0].startswith(LINE)
    assert f"The Lowenport Courier: http://{HOST}:{port}/\n" in said
    assert "Correction, 17 September" in page.text


@pytest.mark.django_db
def test_demo_on_a_busy_port_is_a_clear_error_and_adds_nothing():
    port = own_ports()
    with Newsroom(port).open(), pytest.raises(CommandError, match=f"Port {port} is in use"):
        call_command("demo", port=port)
    assert not Outlet.objects.exists()
