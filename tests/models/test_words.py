from __future__ import annotations

import pytest
from django.apps import apps
from django.db.models import CheckConstraint, Field, Model

# The rule that ties the treatment to its reason knows its words.
HELD_OTHERWISE = {"reliance_treatment"}


def holding_words() -> list[tuple[type[Model], Field]]:
    models = apps.get_app_config("claims").get_models()
    return [
        (model, field)
        for model in models
        for field in model._meta.fields
        if field.choices and f"{model._meta.model_name}_{field.name}" not in HELD_OTHERWISE
    ]


def words_of(model: type[Model], column: str) -> list[str]:
    name = f"{model._meta.model_name}_{column}_is_a_known_word"
    found = [each for each in model._meta.constraints if each.name == name]
    assert [type(each) for each in found] == [CheckConstraint], name
    [(_, words)] = found[0].condition.children
    return list(words)


@pytest.mark.parametrize(("model", "field"), holding_words(), ids=str)
def test_the_database_knows_the_words_that_the_forms_offer(model, field) -> None:
    assert words_of(model, field.name) == [word for word, _ in field.flatchoices]
