"""The whole measurement of a handful of articles, in processes as the command starts them."""

import os
import re
import subprocess
import sys

from django.conf import settings

from quotes.benchmark.stages import STAGES


def test_benchmark_of_a_few_articles(tmp_path):
    command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "benchmark", "collect"]
    done = subprocess.run(
        [*command, "--articles=24", "--workers=2"],
        env=os.environ | {"ARCHIVE_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "quotes.settings"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert re.fullmatch(r"\d+ quotes in 144 places of 24 articles", lines[0])
    assert re.fullmatch(r"From feed to quotes: [\d.]+ articles a second, 2 workers", lines[1])
    shares = {line[2:16].strip() for line in lines[2 : 2 + len(STAGES)]}
    assert shares == set(STAGES)
