"""Numbers that sort and range as dates, outlets and quotes do.

A minute counts from 1700 in the site's time zone; 0 means that nobody knows. A printing is its outlet
and its minute (28 bits) in one number, so that one range asks for both together. A place in time is a
minute and a quote id (34 bits): no two quotes share one.
"""

import struct
from datetime import date, datetime

MINUTE_BITS = 28
DAY_BITS = 18
ID_BITS = 34
LAST_MINUTE = (1 << MINUTE_BITS) - 1
LAST_ID = (1 << ID_BITS) - 1
DAY = 24 * 60
FIRST_DAY = date(1700, 1, 1).toordinal()


def first_minute(day: date) -> int:
    return min(max((day.toordinal() - FIRST_DAY) * DAY, 1), LAST_MINUTE)


def last_minute(day: date) -> int:
    return min(max((day.toordinal() - FIRST_DAY + 1) * DAY - 1, 1), LAST_MINUTE)


def minute_of(moment: datetime | None) -> int:
    if moment is None:
        return 0
    return min(first_minute(moment.date()) + moment.hour * 60 + moment.minute, LAST_MINUTE)


def year_of(minute: int) -> int:
    return date.fromordinal(minute // DAY + FIRST_DAY).year


def printing_key(outlet_id: int, minute: int) -> int:
    return outlet_id << MINUTE_BITS | minute


def outlet_day(outlet_id: int, day: int) -> int:
    return outlet_id << DAY_BITS | day


def place_in_time(minute: int, quote_id: int) -> int:
    return minute << ID_BITS | quote_id


def packed(printings: list[int]) -> bytes:
    return struct.pack(f"<{len(printings)}Q", *printings)


def unpacked(content: bytes) -> list[tuple[int, int]]:
    """(outlet id, minute) of every printing."""
    numbers = struct.unpack(f"<{len(content) // 8}Q", content)
    return [(number >> MINUTE_BITS, number & LAST_MINUTE) for number in numbers]
