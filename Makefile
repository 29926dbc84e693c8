# Every target sets up what it needs first, once; nothing is to be installed by hand but Python 3.11 and make.

PORT = 8000
ARGS =

# Your own python3 if it is new enough, else the newest that is; or say which: make PYTHON=/path/to/python3 run
PYTHON := $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)

IN_VENV = .venv/bin/python
MANAGE = $(IN_VENV) manage.py

.PHONY: help run admin worker test screenshots translations lint lock clean runtime development python

help:  ## list these targets
	@sed -n 's/^\([a-z]*\):.*  ## /\1\t/p' Makefile | expand -t 13

run: export SITE_URL = http://127.0.0.1:$(PORT)
run: runtime  ## open the archive on http://127.0.0.1:8000/ with a demo collection (PORT=8001 for another port)
	@$(MANAGE) serve --port $(PORT) $(ARGS)

admin: runtime  ## make an account for the admin
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) createsuperuser

worker: runtime  ## collect on schedule, until stopped
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) qcluster

test: development  ## run the tests (ARGS="-k speaker" for some)
	@$(IN_VENV) -m pytest --numprocesses auto --dist worksteal $(ARGS)

screenshots: development  ## take the README's pictures anew, of the demo (needs Chromium)
	@$(IN_VENV) -m tests.browser.screenshots

translations: development  ## collect the sentences to translate (needs gettext), and compile what is translated
	@$(MANAGE) makemessages --all --no-location --ignore "tests/*" --ignore ".venv/*" --ignore "quotes/demo/*"
	@$(IN_VENV) -m babel.messages.frontend compile --domain django --directory quotes/locale

lint: development  ## check style, types and migrations
	@$(IN_VENV) -m ruff check
	@$(IN_VENV) -m ruff format --check
	@$(IN_VENV) -m mypy
	@$(MANAGE) makemigrations --check --dry-run

lock:  ## renew uv.lock and the requirements from pyproject.toml (needs uv)
	uv lock --upgrade
	$(EXPORT) --extra postgres -o requirements.txt
	$(EXPORT) --all-extras -o requirements-test.txt

EXPORT = uv export --quiet --frozen --no-emit-project --no-annotate --no-header --format requirements-txt

clean:  ## remove the environment and caches; the archive in .data stays
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -prune -exec rm -rf {} +

runtime: python
	@$(PYTHON) .setup/environment.py requirements.txt

development: python
	@$(PYTHON) .setup/environment.py requirements-test.txt

python:
	@test -n "$(PYTHON)" || { echo "Quote Archive needs Python 3.11 or newer, and found none." >&2; exit 1; }
