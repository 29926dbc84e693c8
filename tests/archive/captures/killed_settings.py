"""The test's own database and captures, for a process of its own that the test kills."""

import json
import os
from pathlib import Path

from tests.settings import *  # noqa: F403

DATABASES = {"default": json.loads(os.environ["KILLED_DATABASE"])}
CAPTURES_DIR = Path(os.environ["KILLED_CAPTURES"])
