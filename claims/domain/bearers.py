"""What the words of a name say of who bears it."""

from __future__ import annotations

import re

# Words that end or carry the names of bodies, not of persons.
_BODY = re.compile(
    r"\b(?:front|alliance|army|force|forces|police|ministry|department|office|agency"
    r"|authority|council|committee|commission|government|party|union|federation|group"
    r"|movement|association|society|company|corporation|inc|ltd|plc|bank|hospital|court"
    r"|university|institute|foundation|organi[sz]ation|observatory|network|ngo|club"
    r"|brigade|militia|taliban|parliament|senate|congress|embassy|service|bureau|centre"
    r"|center|coalition|syndicate|board|chamber|cross|crescent|nations)\b",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"\A(?:[A-Z]\.?){2,8}\Z")


def kind_of(name: str) -> str:
    """Guess whether ``name`` is a person's or an organisation's, for an editor to mend."""
    plain = name.strip()
    if _BODY.search(plain) or _INITIALS.match(plain) or plain.lower().startswith("the "):
        return "organisation"
    return "person"
