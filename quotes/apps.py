from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate


class QuotesConfig(AppConfig):
    name = "quotes"
    verbose_name = "Quotes"

    def ready(self) -> None:
        from . import listeners  # noqa: F401, PLC0415 -- needs the models; connects itself
        from .search import outbox  # noqa: PLC0415 -- needs the models

        outbox.connect()
        post_migrate.connect(ensure_schedules, sender=self)
        set_up_accounts()


def set_up_accounts() -> None:
    """The admin bears the archive's name, its sign-in asks for a code where an account has one; each migrate
    makes the roles."""
    from django.contrib import admin  # noqa: PLC0415 -- needs the models

    from .access import make_roles  # noqa: PLC0415 -- needs the models
    from .signing_in import SignInForm  # noqa: PLC0415 -- needs the models

    admin.site.site_header = admin.site.site_title = "Quote Archive"
    admin.site.login_form, admin.site.login_template = SignInForm, "sign_in.html"
    post_migrate.connect(make_roles)


def ensure_schedules(using: str, **_) -> None:
    """After each ``migrate``, once the queue's tables are there."""
    from .jobs import ensure_schedules  # noqa: PLC0415 -- models are not ready when this module is imported

    if "django_q_schedule" in connections[using].introspection.table_names():
        ensure_schedules()
