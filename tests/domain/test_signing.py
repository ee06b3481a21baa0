from __future__ import annotations

from claims.domain import signing

# The key and the message that the specification's own libraries are tested with.
SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"  # noqa: S105  of the specification
MESSAGE, AT = "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330
BODY = '{"test": 2432232314}'


def test_a_message_is_signed_as_the_specification_has_it() -> None:
    signed = signing.signature(SECRET, MESSAGE, AT, BODY)
    assert signed == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_a_secret_keeps_its_key() -> None:
    key = bytes(range(32))
    other = signing.secret_of(bytes(32))
    assert signing.secret_of(key).startswith("whsec_AAECAwQ")
    assert signing.signature(signing.secret_of(key), MESSAGE, AT, BODY) != (
        signing.signature(other, MESSAGE, AT, BODY)
    )


def test_two_secrets_sign_side_by_side() -> None:
    other = signing.secret_of(b"another key of thirty-two bytes!")
    both = signing.signatures([SECRET, other], MESSAGE, AT, BODY).split(" ")
    assert both == [signing.signature(each, MESSAGE, AT, BODY) for each in (SECRET, other)]


def test_what_is_sent_is_signed_letter_by_letter() -> None:
    plain = signing.signature(SECRET, MESSAGE, AT, "“Nine”")
    assert plain != signing.signature(SECRET, MESSAGE, AT, "“Ten”")
    assert plain != signing.signature(SECRET, MESSAGE, AT + 1, "“Nine”")
    assert plain != signing.signature(SECRET, MESSAGE + "x", AT, "“Nine”")
