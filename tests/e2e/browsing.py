"""What tests in the browser do again and again."""

from __future__ import annotations

from django.conf import settings
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Page

from claims.models import User

MOST_TABS = 120
_SELECT = """
([id, words]) => {
  const root = document.getElementById(id);
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const from = root.textContent.indexOf(words);
  const range = document.createRange();
  let before = 0;
  for (let node; (node = walker.nextNode()); before += node.data.length) {
    const inside = (at) => at >= before && at <= before + node.data.length;
    if (inside(from) && range.startContainer === document) {
      range.setStart(node, from - before);
    }
    if (inside(from + words.length)) {
      range.setEnd(node, from + words.length - before);
      break;
    }
  }
  const rectangles = Array.from(range.getClientRects());
  const first = rectangles[0];
  const last = rectangles[rectangles.length - 1];
  return [first.left, first.top + first.height / 2, last.right, last.top + last.height / 2];
}
"""


def signed_in(page: Page, live_server: object, user: User) -> Page:
    """Give the page the session of ``user``, without walking through the login."""
    client = Client()
    client.force_login(user)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    page.context.add_cookies(
        [{"name": cookie.key, "value": cookie.value, "url": str(live_server)}]
    )
    return page


def address(live_server: object, name: str, *args: object) -> str:
    return f"{live_server}{reverse(name, args=args)}"


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until what ``selector`` finds has the focus."""
    for _ in range(MOST_TABS):
        if page.evaluate("(it) => document.activeElement.matches(it)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{selector} cannot be reached with the keyboard")


def drag_over(page: Page, words: str) -> None:
    """Select words of the article with the mouse."""
    page.evaluate(
        "(words) => document.getElementById('text').scrollIntoView({block: 'start'})", words
    )
    left, top, right, bottom = page.evaluate(_SELECT, ["text", words])
    page.mouse.move(left + 1, top)
    page.mouse.down()
    page.mouse.move(right - 1, bottom, steps=8)
    page.mouse.up()
