"""Commands that keep all data in one file, and bring them back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from ita_analysis import paths
from ita_analysis.command import Asked, Commands
from ita_analysis.people import COMMAND
from ita_analysis.store.backup import back_up, restore
from ita_analysis.store.restoring import put_back
from ita_analysis.texts import say


def add(commands: Commands) -> None:
    """Add the commands that back up and restore."""
    backup = commands.add_parser("backup", help=say("command.backup"))
    backup.add_argument("target", type=Path, nargs="?", metavar="FILE.zip")
    backup.set_defaults(run=_backup)
    restoring = commands.add_parser("restore", help=say("command.restore"))
    restoring.add_argument("file", type=Path, metavar="FILE.zip")
    restoring.add_argument("--replace", action="store_true", help=say("command.replace"))
    restoring.set_defaults(run=_restore)


def _backup(asked: Asked) -> None:
    target = asked.target or Path(f"ita-backup-{date.today().isoformat()}.zip")  # noqa: DTZ011 - the day on this desk
    print(say("command.backed_up", file=back_up(paths.database(), target)))


def _restore(asked: Asked) -> None:
    file = paths.database()
    if asked.replace and file.exists():
        print(say("command.put_back", file=file, kept=put_back(asked.file, file, who=COMMAND)))
    else:
        print(say("command.restored", file=restore(asked.file, file)))
