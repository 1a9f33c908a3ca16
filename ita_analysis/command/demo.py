"""Commands about synthetic data: load, remove, or write a file of it."""

from __future__ import annotations

import sys
from pathlib import Path

from ita_analysis import paths
from ita_analysis.command import Asked, Commands, stated_year
from ita_analysis.people import COMMAND
from ita_analysis.store.building import ready
from ita_analysis.texts import say

DEFAULT_YEAR = 2567


def add(commands: Commands) -> None:
    """Add the commands about synthetic data."""
    demo = commands.add_parser("demo", help=say("command.demo")).add_subparsers(required=True, metavar="WHAT")
    for name, run in (("load", _load_demo), ("nation", _load_nation), ("remove", _remove_demo)):
        demo.add_parser(name, help=say(f"command.demo_{name}")).set_defaults(run=run)
    writing = demo.add_parser("write", help=say("command.demo_write"))
    writing.add_argument("file", type=Path, metavar="FILE.xlsx")
    writing.add_argument("--fiscal-year", metavar="2567", help=say("command.demo_year"))
    writing.set_defaults(run=_write_nation)


def _load_demo(_: Asked) -> None:
    from ita_analysis.store.synthetic import load_demo

    print(say("command.demo_loaded", code=load_demo(ready(paths.database()), who=COMMAND)))


def _load_nation(_: Asked) -> None:
    from ita_analysis.store.synthetic import load_nation

    def told(share: float) -> None:
        print(say("demo.progress", share=share), file=sys.stderr)

    load_nation(ready(paths.database()), tell=told, who=COMMAND)
    print(say("command.nation_loaded"))


def _remove_demo(_: Asked) -> None:
    from ita_analysis.store.synthetic import remove_synthetic

    remove_synthetic(ready(paths.database()), who=COMMAND)
    print(say("command.demo_removed"))


def _write_nation(asked: Asked) -> None:
    from ita_analysis.synthetic.nation import nation_sheet
    from ita_analysis.synthetic.workbook import write_workbook

    year = stated_year(asked) or DEFAULT_YEAR
    print(say("command.nation_written", file=write_workbook(nation_sheet(year), asked.file)))
