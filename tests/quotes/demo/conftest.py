from collections.abc import Iterator

import pytest

from quotes.demo.server import Newsroom
from tests.quotes.demo.ports import own_ports


@pytest.fixture
def newsroom() -> Iterator[Newsroom]:
    """The three newspapers, served on free ports."""
    room = Newsroom(own_ports())
    with room.open():
        yield room
