"""What others say, as the database must refuse it."""

from __future__ import annotations

from collections.abc import Iterator

from tests.factories import (
    ClaimFactory,
    OutsideEstimateFactory,
    OutsideVerdictFactory,
    QuantityFactory,
)
from tests.models.building import Build, second, unsaved


def _refused() -> Iterator[tuple[str, Build]]:
    yield (
        "outsideverdict_is_kept_once",
        lambda: second(
            OutsideVerdictFactory, claim=ClaimFactory(), url="https://bay-check.example/a"
        ),
    )
    for column, name in (
        ("publisher", "outsideverdict_has_a_publisher"),
        ("rating", "outsideverdict_has_a_rating"),
        ("url", "outsideverdict_has_an_address"),
    ):
        yield name, lambda column=column: unsaved(OutsideVerdictFactory, **{column: ""})
    for value in (-0.1, 1.1):
        yield (
            "outsideverdict_value_is_a_share",
            lambda value=value: unsaved(OutsideVerdictFactory, value=value),
        )
    yield (
        "outsideestimate_is_kept_once",
        lambda: second(OutsideEstimateFactory, quantity=QuantityFactory(), event="7"),
    )
    for column, name in (
        ("recorder", "outsideestimate_has_a_recorder"),
        ("event", "outsideestimate_has_an_event"),
    ):
        yield name, lambda column=column: unsaved(OutsideEstimateFactory, **{column: ""})
    yield (
        "outsideestimate_has_a_number",
        lambda: unsaved(OutsideEstimateFactory, low=None, best=None, high=None),
    )
    for column in ("low", "best", "high"):
        yield (
            "outsideestimate_is_not_negative",
            lambda column=column: unsaved(OutsideEstimateFactory, **{column: -1}),
        )


REFUSED = [*_refused()]
