from collections.abc import Iterator

import pytest

from quotes.demo.server import Newsroom

from .ports import free_ports


@pytest.fixture
def newsroom() -> Iterator[Newsroom]:
    """The three newspapers, served on free ports."""
    room = Newsroom(free_ports())
    with room.open():
        yield room
