"""What an automatic check of accessibility finds on a page, in light and in dark."""

from __future__ import annotations

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

# What depends on the colours; all other rules find the same whatever they are.
OF_COLOURS = ["color-contrast", "link-in-text-block"]
# Colours fade into each other when the scheme changes: the check waits for none of it.
# The stylesheets are not loaded a second time, which our policy would refuse. Of what
# is in order nothing is sent: on a long page that would be megabytes.
_RUN = """
async ([rules, impacts]) => {
  document.getAnimations().forEach((each) => each.finish());
  const shown = (node) => node.html.slice(0, 160);
  const options = { preload: false, resultTypes: ["violations"] };
  if (rules.length > 0) options.runOnly = { type: "rule", values: rules };
  const { violations } = await axe.run(document, options);
  return violations
    .filter((each) => impacts.includes(each.impact))
    .map((each) => [each.id, ...each.nodes.slice(0, 3).map(shown)]);
}
"""
SERIOUS = ("serious", "critical")
ANY = ("minor", "moderate", *SERIOUS)


def faults_of(page: Page, *, impacts: tuple[str, ...] = SERIOUS) -> list[list[str]]:
    """Return what is wrong on the page, with the first places of it.

    Every rule is run in the light, those of colours once more in the dark, where the
    page is left.
    """
    page.evaluate(AXE_SCRIPT)
    found = []
    for scheme, rules in (("light", []), ("dark", OF_COLOURS)):
        page.emulate_media(color_scheme=scheme)
        found += [[scheme, *each] for each in page.evaluate(_RUN, [rules, list(impacts)])]
    return found
