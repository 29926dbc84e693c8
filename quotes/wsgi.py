"""What a web server loads: ``gunicorn quotes.wsgi``."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "quotes.settings")

application = get_wsgi_application()
_ = get_resolver().url_patterns  # imports all views now, not while the first reader waits
gc.collect()
gc.freeze()  # what is loaded stays: searching it for garbage again and again would take 0.1 s each time
