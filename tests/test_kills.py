import json
import subprocess
import sys


def test_workers_that_are_killed_lose_double_and_tear_nothing():
    """In processes of their own: workers are forked, which a test run with its threads must not be."""
    command = [sys.executable, "-m", "tests.kills", "--articles", "12", "--kills", "4", "--longest", "4"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert (found["articles"], found["captures"], found["readings"]) == (12, 12, 12)
