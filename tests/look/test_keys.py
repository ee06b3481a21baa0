from __future__ import annotations

import pytest
from django.conf import settings

pytestmark = pytest.mark.browser

SCRIPT = settings.BASE_DIR / "claims" / "static" / "claims" / "js" / "desk.js"
LIST = """
<input aria-label="Search">
<table><tbody data-keys>
  <tr><td><a href="#first">First</a></td></tr>
  <tr hidden><td><a href="#hidden">Hidden</a></td></tr>
  <tr><td><a href="#aside">Aside</a> <a href="#second" data-key-target>Second</a></td></tr>
</tbody></table>
<button type="button" data-shows-keys hidden>Keys</button>
<dialog data-keys-dialog><form method="dialog"><button>Close</button></form></dialog>
"""


@pytest.fixture
def desk(page):
    page.set_content(LIST)
    page.add_script_tag(path=SCRIPT, type="module")
    # A module runs when it likes; it shows the button once it listens.
    page.get_by_role("button", name="Keys").wait_for()
    return page


def _focused(desk) -> str:
    return desk.evaluate("document.activeElement.textContent")


@pytest.mark.parametrize(
    ("keys", "focused"),
    [
        ("j", "First"),
        ("jj", "Second"),
        ("jjj", "Second"),
        ("jjk", "First"),
        ("kk", "First"),
    ],
)
def test_j_and_k_move_between_rows(desk, keys, focused):
    for key in keys:
        desk.keyboard.press(key)

    assert _focused(desk) == focused


def test_enter_opens_the_row(desk):
    desk.keyboard.press("j")
    desk.keyboard.press("Enter")

    assert desk.evaluate("location.hash") == "#first"


def test_letters_typed_into_a_field_stay_letters(desk):
    desk.get_by_label("Search").press_sequentially("jk?")

    assert desk.get_by_label("Search").input_value() == "jk?"
    assert not desk.evaluate("document.querySelector('dialog').open")


def test_the_question_mark_shows_the_keys_and_escape_hides_them(desk):
    desk.keyboard.press("?")
    shown = desk.evaluate("document.querySelector('dialog').open")
    desk.keyboard.press("Escape")

    assert shown
    assert not desk.evaluate("document.querySelector('dialog').open")


def test_a_button_shows_the_keys_too(desk):
    desk.get_by_role("button", name="Keys").click()

    assert desk.evaluate("document.querySelector('dialog').open")
