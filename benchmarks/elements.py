"""What stands on a page, as the server sent it: a tree of blocks and elements, and how many there are of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from benchmarks.sessions import Run


@dataclass
class Node:
    """A block or an element: its kind in the protocol, its message, and what stands inside, by place."""

    kind: str
    message: Any = None
    inside: dict[int, Node] = field(default_factory=dict)

    @property
    def children(self) -> list[Node]:
        """Return what stands inside, in the order of the screen."""
        return [self.inside[place] for place in sorted(self.inside)]


def tree(run: Run) -> Node:
    """Return the page a run built; its first level: main part (0), sidebar (1), unseen things (2), foot (3)."""
    root = Node("root")
    for message in run.messages:
        if message.WhichOneof("type") == "delta" and message.delta.WhichOneof("type") != "new_transient":
            _put(root, list(message.metadata.delta_path), _node(message))
    return root


def counts(page: Node) -> dict[str, int]:
    """Return how many elements and blocks of each kind a page has."""
    return dict(sorted(Counter(node.kind for node in every(page) if node.kind not in {"root", "part"}).items()))


def every(node: Node) -> Iterator[Node]:
    """Yield a node and everything inside it, in the order of the screen."""
    yield node
    for child in node.children:
        yield from every(child)


def _put(root: Node, path: list[int], node: Node) -> None:
    parent = root
    for place in path[:-1]:
        parent = parent.inside.setdefault(place, Node("part"))
    before = parent.inside.get(path[-1])
    if before and node.message is not None and before.kind == node.kind:
        node.inside = before.inside
    parent.inside[path[-1]] = node


def _node(message: ForwardMsg) -> Node:
    delta = message.delta
    is_element = delta.WhichOneof("type") == "new_element"
    sent: Any = delta.new_element if is_element else delta.add_block
    kind = str(sent.WhichOneof("type"))
    return Node(kind, getattr(sent, kind, None))
