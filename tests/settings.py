"""The site's settings as the tests need them: a data directory that is thrown away, files not collected."""

import atexit
import os
import tempfile

_data = tempfile.TemporaryDirectory(prefix="quote-archive-tests-")
atexit.register(_data.cleanup)
os.environ |= {"ARCHIVE_DATA": _data.name, "DEBUG": "off", "SITE_URL": "http://127.0.0.1:8000"}

from quotes.settings import *  # noqa: E402, F403 -- reads the environment when it is imported

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # the real one is slow on purpose
STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"  # noqa: F405
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = True
INDEX_FOLLOWS = "never"  # the fixture search_index has it follow every commit

# Like the real one, threads share a file rather than a connection; but nobody needs it after a crash.
if DATABASES["default"]["ENGINE"] == "archive.sqlite":  # noqa: F405
    DATABASES["default"]["TEST"] = {"NAME": f"{_data.name}/test.sqlite3"}  # noqa: F405
    DATABASES["default"]["OPTIONS"]["init_command"] += "PRAGMA synchronous=OFF;"  # noqa: F405
