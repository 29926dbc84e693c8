from django.apps import AppConfig


class QuotesConfig(AppConfig):
    name = "quotes"
    verbose_name = "Quotes"

    def ready(self) -> None:
        from . import listeners  # noqa: F401, PLC0415 -- needs the models; connects itself
        from .search import outbox  # noqa: PLC0415 -- needs the models

        outbox.connect()
