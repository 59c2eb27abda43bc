"""What axe finds on a page by WCAG 2.2 AA and its best practice: the violations alone are brought back."""

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_RUN = """async tags => {
  const found = await axe.run(document, {
    runOnly: {type: "tag", values: tags}, resultTypes: ["violations"]
  });
  return {
    passes: found.passes.length,
    violations: found.violations.map(each => `${each.id}: ${each.nodes[0].html}`),
  };
}"""


def violations(page: Page) -> list[str]:
    """Each rule that the page breaks, with the first element that breaks it."""
    page.evaluate(AXE_SCRIPT)
    found = page.evaluate(_RUN, TAGS)
    assert found["passes"], "axe judged nothing"
    broken: list[str] = found["violations"]
    return broken
