"""All settings, read from the environment (or a file ``.env`` beside ``manage.py``); safe by default.

DEBUG                  on for development only (default: off)
SECRET_KEY             default: generated into the data directory on first run
SITE_URL               public address; an https one switches on secure cookies, redirects and HSTS
CAPTURES_URL           address of another host of this site, for archived pages alone (default: none)
ALLOWED_HOSTS          default: the hosts of SITE_URL and CAPTURES_URL, and this machine
DATABASE_URL           default: SQLite in the data directory; postgres://user:password@host/name
ARCHIVE_DATA           one directory for everything that the archive keeps (default: ./.data)
ARCHIVE_CONTACT        address or URL in the User-Agent, so that publishers can reach the curators
ARCHIVE_FETCH_MEGABYTES  largest page accepted (default: 20)
ARCHIVE_FETCH_SECONDS  longest time for one page, however slowly it drips (default: 60)
ARCHIVE_ENGINE         what finds the quotes: builtin (default), or spacy:NAME for a spaCy pipeline
SUMMARY_TO             addresses that get the daily summary by e-mail, with commas between (default: nobody)
EMAIL_URL              server that sends it: smtp+tls://user:password@host:587 (default: print it)
EMAIL_FROM             its sender (default: archive@ the host of SITE_URL)
LANGUAGE_CODE          of the site where a browser wishes for no language that it speaks: en (default) or de
TIME_ZONE              of all days and times that are shown, such as Europe/Berlin (default: UTC)
INDEX_FOLLOWS          background (default), or never where `manage.py index --follow` runs beside
WIKIDATA               https://www.wikidata.org/w/api.php lets curators ask it who a speaker is (default: off)
WAYBACK_ACCESS_KEY, WAYBACK_SECRET_KEY  let the worker ask the Internet Archive to save each article too
BEHIND_PROXY           on where a proxy of yours is in front: it must set X-Forwarded-Proto and -For itself
WORKERS                processes of `make worker` (default: 2)
CONN_MAX_AGE           seconds that a connection to PostgreSQL is kept (default: 60)
LOG_LEVEL              what is logged on standard error, from this level on (default: WARNING)
ARCHIVE_ALLOWED_PRIVATE  host:port pairs that the network guard lets pass (demo and tests only; default: none)
"""

import os
import tempfile
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()
environ.Env.read_env(BASE_DIR / ".env")

DEBUG = env.bool("DEBUG", False)
SITE_URL = env("SITE_URL", default="http://127.0.0.1:8000").rstrip("/")
SECURE = SITE_URL.startswith("https://")
CAPTURES_URL = env("CAPTURES_URL", default="").rstrip("/")
if CAPTURES_URL and urlsplit(CAPTURES_URL).netloc in ("", urlsplit(SITE_URL).netloc):
    raise ImproperlyConfigured(
        "CAPTURES_URL must name another host than SITE_URL, as https://copies.example.org"
    )
LOCAL_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
OWN_HOSTS = {urlsplit(url).hostname or "" for url in (SITE_URL, CAPTURES_URL)} - {""}
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=sorted(OWN_HOSTS.union(LOCAL_HOSTS)))

# Everything that is kept, below one directory

ARCHIVE_DATA = Path(env("ARCHIVE_DATA", default=str(BASE_DIR / ".data"))).resolve()
ARCHIVE_DATA.mkdir(parents=True, exist_ok=True)
CAPTURES_DIR = ARCHIVE_DATA / "captures"
INDEX_DIR = ARCHIVE_DATA / "index"
STATIC_ROOT = ARCHIVE_DATA / "static"


def secret_key() -> str:
    """The key of this installation, made on first run and readable by its owner alone."""
    path = ARCHIVE_DATA / "secret-key"
    if not path.exists():
        with tempfile.NamedTemporaryFile("w", dir=ARCHIVE_DATA) as made:
            made.write(get_random_secret_key())
            made.flush()
            with suppress(FileExistsError):  # another process was first; its key counts
                os.link(made.name, path)
    return path.read_text()


SECRET_KEY = env("SECRET_KEY", default="") or secret_key()

# Applications

INSTALLED_APPS = [
    "quotes",
    "archive",
    "quotes.workplace.WorkplaceConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "axes",
    "csp",
    "django_filters",
    "django_htmx",
    "django_otp",
    "django_otp.plugins.otp_static",
    "django_otp.plugins.otp_totp",
    "django_q",
    "import_export",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "quotes.captures_host.CapturesHost",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "quotes.zone.curators_zone",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",  # last: it answers for a sign-in that is locked
]

ROOT_URLCONF = "quotes.urls"
WSGI_APPLICATION = "quotes.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]

# Database. SQLite: without IMMEDIATE two thirds of concurrent read-then-write transactions fail as "locked".

DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{ARCHIVE_DATA / 'archive.sqlite3'}")}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["ENGINE"] = "archive.sqlite"  # which waits for its turn as long as is told there
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 30,  # of what comes first; the last of it leaves the waiting to the engine
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=0;",
    }
else:
    DATABASES["default"]["CONN_MAX_AGE"] = env.int("CONN_MAX_AGE", 60)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Fetching

ARCHIVE_CONTACT = env("ARCHIVE_CONTACT", default=SITE_URL)
ARCHIVE_FETCH_MEGABYTES = env.float("ARCHIVE_FETCH_MEGABYTES", 20)
ARCHIVE_FETCH_SECONDS = env.float("ARCHIVE_FETCH_SECONDS", 60)
ARCHIVE_ALLOWED_PRIVATE = env.list("ARCHIVE_ALLOWED_PRIVATE", default=[])

# Search: how the index follows: background (a thread), never (`manage.py index --follow` does it)

EXTRACTION_ENGINE = env("ARCHIVE_ENGINE", default="builtin")
INDEX_FOLLOWS = env("INDEX_FOLLOWS", default="background")

# E-mail: the daily summary

SUMMARY_TO = env.list("SUMMARY_TO", default=[])
DEFAULT_FROM_EMAIL = env("EMAIL_FROM", default=f"archive@{urlsplit(SITE_URL).hostname}")
EMAIL_TIMEOUT = 30
vars().update(env.email_url("EMAIL_URL", default="consolemail://"))

# Jobs: the database is the broker; a job that a killed worker held is delivered again after `retry` seconds.

Q_CLUSTER = {
    "name": "quote-archive",
    "orm": "default",
    "workers": env.int("WORKERS", 2),
    "timeout": 3600,
    "retry": 3900,
    "max_attempts": 3,
    "catch_up": False,
    "save_limit": 250,
    "poll": 1,
}

# Wikidata: the address of its API, where curators may ask for candidates

WIKIDATA = env("WIKIDATA", default="")

# The Internet Archive: links lead there; with keys (https://archive.org/account/s3.php) it saves copies

WAYBACK = "https://web.archive.org"
WAYBACK_ACCESS_KEY = env("WAYBACK_ACCESS_KEY", default="")
WAYBACK_SECRET_KEY = env("WAYBACK_SECRET_KEY", default="")

# Tables in and out of the admin: no cell that a spreadsheet would run

IMPORT_EXPORT_ESCAPE_FORMULAE_ON_EXPORT = True

# Language and time

LANGUAGE_CODE = env("LANGUAGE_CODE", default="en")
LANGUAGES = [("en", "English"), ("de", "Deutsch")]
LOCALE_PATHS = [BASE_DIR / "quotes" / "locale"]
FORMAT_MODULE_PATH = "quotes.formats"
USE_I18N = True
USE_TZ = True
TIME_ZONE = env("TIME_ZONE", default="UTC")

# Static files

STATIC_URL = "static/"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# Sign-in

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "admin:login"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
# Guessing passwords: after five failures under one name from one address, that name waits there.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_TEMPLATE = "locked.html"
AXES_VERBOSE = False
OTP_TOTP_ISSUER = "Quote Archive"

# Browser security

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SECURE_SSL_REDIRECT = SECURE
SECURE_HSTS_SECONDS = 31536000 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = SECURE
BEHIND_PROXY = env.bool("BEHIND_PROXY", False)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None

# Logging: one line an event, on standard error

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": env("LOG_LEVEL", default="WARNING")},
}
