"""Days and moments in English as the desk writes them: 4 Mar 2031, 16:05."""

from __future__ import annotations

DATE_FORMAT = "j M Y"
DATETIME_FORMAT = "j M Y, H:i"
TIME_FORMAT = "H:i"
