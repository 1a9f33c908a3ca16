"""What a first load sends over the wire: counted in bytes, so that no slow machine can blur it."""

from __future__ import annotations

from typing import Any

import pytest

from .screen import visit
from .servers import Server
from .visitors import Visitors
from .walked import PAGES

MOST_BYTES = 4_000_000


@pytest.mark.parametrize("name", ["executive", "weaknesses", "coverage"])
def test_the_first_load_is_small(server: Server, visitors: Visitors, name: str) -> None:
    page = visitors.page(is_fresh=True)
    listener = page.context.new_cdp_session(page)
    loaded: list[int] = []
    frames: list[int] = []

    def on_frame(event: dict[str, Any]) -> None:
        frames.append(len(event["response"]["payloadData"]) * 3 // 4)  # binary frames arrive in base64

    listener.on("Network.loadingFinished", lambda event: loaded.append(int(event["encodedDataLength"])))
    listener.on("Network.webSocketFrameReceived", on_frame)
    listener.send("Network.enable")
    visit(page, server, PAGES[name])
    page.wait_for_load_state("networkidle")
    assert frames, "the page itself comes by frames"
    assert 500_000 < sum(loaded) + sum(frames) <= MOST_BYTES, "all of it was counted, and it is small"
