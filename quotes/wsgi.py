"""The entry of a web server: ``gunicorn quotes.wsgi``."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "quotes.settings")
application = get_wsgi_application()
