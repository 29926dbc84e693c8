"""The settings of the web server."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_gunicorn_takes_addresses_as_long_as_it_can():
    asked = [sys.executable, "-m", "gunicorn", "--print-config", "quotes.wsgi"]
    told = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    (line,) = (line for line in told.splitlines() if line.startswith("limit_request_line"))
    assert line.split("=")[1].strip() == "8190"
