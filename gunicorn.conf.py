"""How ``gunicorn quotes.wsgi`` serves the archive; what is said on its command line goes before."""

limit_request_line = 8190  # bytes, its most: up to there the site itself answers addresses that are too long
