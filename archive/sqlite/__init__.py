"""A database backend of Django's: its ``ENGINE`` is ``archive.sqlite``."""
