from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import m2m_changed, post_migrate, pre_delete
from django.urls import register_converter

from .row_id import RowId


class QuotesConfig(AppConfig):
    name = "quotes"
    verbose_name = "Quotes"

    def ready(self) -> None:
        register_converter(RowId, "id")
        from . import listeners  # noqa: F401, PLC0415 -- needs the models; connects itself
        from .search import outbox  # noqa: PLC0415 -- needs the models

        outbox.connect()
        post_migrate.connect(ensure_schedules, sender=self)
        set_up_accounts()


def set_up_accounts() -> None:
    """Each migrate makes the roles, and who has one of a curator is staff."""
    from django.contrib.auth.models import Group, User  # noqa: PLC0415 -- needs the models

    from .access import follow_roles, make_roles, take_from_all  # noqa: PLC0415 -- needs the models

    post_migrate.connect(make_roles)
    m2m_changed.connect(follow_roles, sender=User.groups.through, dispatch_uid="roles-make-staff")
    pre_delete.connect(take_from_all, sender=Group, dispatch_uid="roles-end")


def ensure_schedules(using: str, **_) -> None:
    """After each ``migrate``, once the queue's tables are there."""
    from .jobs import ensure_schedules  # noqa: PLC0415 -- models are not ready when this module is imported

    if "django_q_schedule" in connections[using].introspection.table_names():
        ensure_schedules()
