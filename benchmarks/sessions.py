"""A visitor without a browser: the websocket protocol of Streamlit, so that only the server is measured."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import perf_counter

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

from benchmarks.servers import Server


@dataclass(frozen=True)
class Run:
    """One run of a page: from the wish to “script finished”, and what the server sent."""

    elapsed_ms: float
    byte_count: int
    messages: tuple[ForwardMsg, ...]


@dataclass
class Session:
    """A page opened by a visitor, who may ask for it again; `path` is its address, filters included."""

    server: Server
    path: str
    connection: ClientConnection
    script_hash: str = ""
    # As a browser does: long messages that came once are kept, and the server sends only their hash.
    kept: dict[str, ForwardMsg] = field(default_factory=dict)

    def run(self) -> Run:
        """Ask for the page and wait until its script has finished; raises RuntimeError where it did not."""
        start = perf_counter()
        self.connection.send(self._wish().SerializeToString())
        received = list(self._received())
        elapsed_ms = (perf_counter() - start) * 1000
        messages = tuple(self._whole(message) for message, _ in received)
        self._learn(messages)
        return Run(elapsed_ms, sum(size for _, size in received), messages)

    def _wish(self) -> BackMsg:
        wish = BackMsg()
        asked = wish.rerun_script
        asked.page_script_hash = self.script_hash
        name, _, asked.query_string = self.path.partition("?")
        asked.page_name = "" if self.script_hash else name
        asked.cached_message_hashes.extend(self.kept)
        asked.context_info.url = f"{self.server.address}/{self.path}"
        return wish

    def _received(self) -> Iterator[tuple[ForwardMsg, int]]:
        while True:
            content = self.connection.recv(timeout=60, decode=False)
            message = ForwardMsg.FromString(content)
            yield message, len(content)
            if message.WhichOneof("type") == "script_finished":
                if message.script_finished != ForwardMsg.FINISHED_SUCCESSFULLY:
                    raise RuntimeError(f"The script of “{self.path}” did not finish.")
                return

    def _whole(self, message: ForwardMsg) -> ForwardMsg:
        if message.WhichOneof("type") != "ref_hash":
            if message.metadata.cacheable:
                self.kept[message.hash] = message
            return message
        whole = ForwardMsg()
        whole.CopyFrom(self.kept[message.ref_hash])
        whole.metadata.CopyFrom(message.metadata)
        return whole

    def _learn(self, messages: tuple[ForwardMsg, ...]) -> None:
        for message in messages:
            kind = message.WhichOneof("type")
            if kind == "navigation":
                self.script_hash = message.navigation.page_script_hash
            elif kind == "new_session" and not self.script_hash:
                self.script_hash = message.new_session.page_script_hash


@contextmanager
def session(server: Server, path: str = "") -> Iterator[Session]:
    """Open a page of a server; the first `run()` is the first view."""
    address = f"ws://{server.address.removeprefix('http://')}/_stcore/stream"
    with connect(address, subprotocols=[Subprotocol("streamlit")], max_size=None) as connection:
        yield Session(server, path, connection)


def pages_of(run: Run) -> list[str]:
    """Return the path of each page that the menu of an app shows; the first page has the empty one."""
    menus = [message.navigation for message in run.messages if message.WhichOneof("type") == "navigation"]
    return [page.url_pathname for page in menus[-1].app_pages if not page.is_hidden] if menus else [""]
