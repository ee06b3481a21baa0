"""Remarks that colleagues leave on a quantity or a claim."""

from __future__ import annotations

from claims import policy
from claims.errors import Incomplete
from claims.models import Claim, Comment, Quantity, User
from claims.services import logging, noticing
from claims.services.acting import act
from claims.services.logging import Line


@act
def comment(
    on: Quantity | Claim, text: str, *, by: User, answers: Comment | None = None
) -> Comment:
    """Leave a remark, or an answer to one."""
    policy.require(policy.may_annotate_or_compare(by), "comment")
    if not text.strip():
        raise Incomplete("Write something first.")
    if answers is not None and on not in (answers.quantity, answers.claim):
        raise Incomplete("Answer a remark where it was left.")
    made = Comment.objects.create(
        quantity=on if isinstance(on, Quantity) else None,
        claim=on if isinstance(on, Claim) else None,
        answers=answers,
        text=text.strip(),
        written_by=by,
    )
    line = Line("comment.written", made, after={"on": str(on)}, incident=on.incident)
    logging.write(line, by=by)
    answered = answers.written_by if answers is not None else None
    page = on.get_desk_url() if isinstance(on, Claim) else on.get_absolute_url()
    noticing.tell(
        [*noticing.mentioned_in(made.text), answered],
        f"{by} on “{on}”: {made.text[:160]}",
        f"{page}#comment-{made.pk}",
        by=by,
    )
    return made
