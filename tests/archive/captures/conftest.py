import pytest


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    """The captures' directory of this test alone."""
    settings.CAPTURES_DIR = tmp_path / "captures"
    return settings.CAPTURES_DIR
