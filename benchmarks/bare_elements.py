"""Each kind of element as a beginner would write it: the lines of a script that show one like ours."""

from __future__ import annotations

import json
from base64 import b64decode
from collections.abc import Callable
from typing import Any

import pyarrow as pa

_WORD = "ข้อความ "
_TRACES = {"bar": "Bar", "scatter": "Scatter", "heatmap": "Heatmap", "indicator": "Indicator"}
Lines = list[str]
Writer = Callable[[Any, int], Lines]


def lines_of(kind: str, message: Any, number: int) -> Lines:  # noqa: ANN401 - any message of the protocol
    """Return the lines that show an element of this kind; a kind that is not known yet becomes as much HTML."""
    writer = _WRITERS.get(kind)
    return writer(message, number) if writer else [f"st.html({_paragraph(message.ByteSize())})"]


def _html(message: Any, number: int) -> Lines:  # noqa: ANN401
    body = str(message.body)
    size = len(body.encode())
    if body.startswith("<script"):
        return [f'st.html("<script>window.bare_{number} = 1</script>", unsafe_allow_javascript=True)']
    if body.startswith("<style"):
        return [f'st.html("<style>" + ".bare {{ margin: 0 }} " * {max(size // 20, 1)} + "</style>")']
    return [f"st.html({_paragraph(size, 'h1' if '<h1' in body else 'p')})"]


def _chart(message: Any, number: int) -> Lines:  # noqa: ANN401
    spec = json.loads(message.spec or '{"data": []}')
    lines = [f"figure_{number} = go.Figure()"]
    for trace in spec["data"]:
        lines.append(f'frame = pd.DataFrame({{"x": range({_points(trace)}), "y": range({_points(trace)})}})')
        name, turned = _TRACES.get(trace.get("type"), "Scatter"), trace.get("orientation")
        more = f", orientation={turned!r}" if turned else ""
        more += f", mode={trace['mode']!r}" if "mode" in trace else ""
        lines.append(f'figure_{number}.add_trace(go.{name}(x=frame["x"], y=frame["y"]{more}))')
    height = spec.get("layout", {}).get("height")
    lines += [f"figure_{number}.update_layout(height={height})"] if height else []
    return [*lines, f'st.plotly_chart(figure_{number}, key="chart_{number}")']


def _points(trace: dict[str, Any]) -> int:
    values = trace.get("x") if trace.get("x") is not None else trace.get("y", [])
    if isinstance(values, dict):
        return len(b64decode(values["bdata"])) // int(values["dtype"][1:] or 8)
    return len(values or [])


def _table(call: str) -> Writer:
    def lines(message: Any, number: int) -> Lines:  # noqa: ANN401, ARG001 - one table is as good as another
        rows, width = _size(message.arrow_data.data)
        columns = ", ".join(f'"column_{column}": range({rows})' for column in range(width))
        return [f"st.{call}(pd.DataFrame({{{columns}}}))"]

    return lines


def _size(content: bytes) -> tuple[int, int]:
    if not content:
        return 0, 1
    with pa.ipc.open_stream(content) as stream:
        shown = stream.read_all()
    return shown.num_rows, shown.num_columns


def _paragraph(size: int, tag: str = "p") -> str:
    return f'"<{tag}>" + {_WORD!r} * {max(size // len(_WORD.encode()), 1)} + "</{tag}>"'


def _text(call: str, field: str = "body") -> Writer:
    return lambda message, _: [f"st.{call}({_WORD!r} * {max(len(getattr(message, field)) // len(_WORD), 1)})"]


def _choice(call: str) -> Writer:
    return lambda message, number: [
        f'st.{call}("{_WORD}", [f"{_WORD}{{n}}" for n in range({len(message.options)})], key="choice_{number}")'
    ]


def _input(call: str, more: str = "") -> Writer:
    return lambda _, number: [f'st.{call}("{_WORD}"{more}, key="input_{number}")']


def _button(message: Any, number: int) -> Lines:  # noqa: ANN401
    call = "form_submit_button" if message.is_form_submitter else "button"
    return [f'st.{call}("{_WORD}", key="button_{number}")']


_WRITERS: dict[str, Writer] = {
    "alert": _text("info"),
    "button": _button,
    "button_group": _choice("segmented_control"),
    "checkbox": _input("checkbox"),
    "dataframe": _table("dataframe"),
    "date_input": _input("date_input"),
    "download_button": _input("download_button", ', "text"'),
    "file_uploader": _input("file_uploader"),
    "heading": _text("title"),
    "html": _html,
    "link_button": lambda _m, _n: [f'st.link_button("{_WORD}", "https://example.org")'],
    "markdown": _text("markdown"),
    "metric": lambda _m, _n: [f'st.metric("{_WORD}", 1)'],
    "multiselect": _choice("multiselect"),
    "number_input": _input("number_input"),
    "page_link": lambda _m, _n: [f'st.page_link("https://example.org", label="{_WORD}")'],
    "pagination": lambda _m, number: [f'st.pagination(5, key="pages_{number}")'],
    "plotly_chart": _chart,
    "radio": _choice("radio"),
    "selectbox": _choice("selectbox"),
    "slider": _input("slider"),
    "space": lambda _m, _n: ["st.space()"],
    "table": _table("table"),
    "text": _text("text"),
    "text_area": _input("text_area"),
    "text_input": _input("text_input"),
    "time_input": _input("time_input"),
}
KINDS = frozenset(_WRITERS)
