"""A real browser against a real server on this machine; skipped, and said so, where there is none."""

import logging
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from werkzeug.serving import make_server

from api import create_app
from api.settings import Settings

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@dataclass
class Visit:
    """A page in a context of its own, and every request that it made."""

    page: Page
    context: BrowserContext
    requests: list[str]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    path = tmp_path_factory.mktemp("database") / "remedies.db"
    app = create_app(Settings(database_url=f"sqlite:///{path}"))
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()
    app.extensions["database"].dispose()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        pytest.skip("no chromium here, so no page was opened: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def visit(browser: Browser, site: str) -> Iterator[Callable[..., Visit]]:
    opened: list[Visit] = []

    def make(*, width: int = 1280, **options: Any) -> Visit:  # noqa: ANN401 - Playwright's own
        context = browser.new_context(
            base_url=site,
            viewport={"width": width, "height": 800},
            reduced_motion="reduce",
            locale="en-US",
            **options,
        )
        made = Visit(context.new_page(), context, [])
        made.page.on("request", lambda request: made.requests.append(request.url))
        opened.append(made)
        return made

    yield make
    for made in opened:
        made.context.close()
        elsewhere = [url for url in made.requests if not url.startswith((f"{site}/", "data:"))]
        assert elsewhere == []
