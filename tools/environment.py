"""Makes the virtual environment and installs the pinned packages, once.

Any python3 must be able to read this file, to be told that it is too old: nothing newer than Python 3.6.
"""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

TOO_OLD = (
    "ต้องใช้ Python 3.11 ขึ้นไป แต่ที่เรียกอยู่คือ {version} กรุณาติดตั้งรุ่นใหม่ แล้วสั่งโดยระบุชื่อ เช่น make run PYTHON=python3.12 "
    "(Python 3.11 or newer is needed.)"
)
NO_VENV = (
    "สร้างโฟลเดอร์ .venv ไม่สำเร็จ ถ้าใช้ Debian หรือ Ubuntu ให้สั่ง sudo apt install python3-venv แล้วลองใหม่ "
    "ถ้าติดตั้งแล้ว ให้ตรวจเนื้อที่ดิสก์และสิทธิ์เขียนในโฟลเดอร์นี้ (The virtual environment could not be made.)"
)
NOT_INSTALLED = (
    "ติดตั้งส่วนประกอบตาม {name} ไม่สำเร็จ กรุณาตรวจการเชื่อมต่ออินเทอร์เน็ต (รวมทั้งพร็อกซีของหน่วยงาน) "
    "และเนื้อที่ดิสก์ แล้วสั่งเดิมอีกครั้ง (The packages could not be installed.)"
)
UNKNOWN = "ใช้ได้สองแบบ: python tools/environment.py run หรือ python tools/environment.py test"
STOPPED = "หยุดแล้ว ยังติดตั้งไม่ครบ สั่งเดิมอีกครั้งเพื่อทำต่อ (Stopped.)"
MAKING = "กำลังสร้าง .venv"
INSTALLING = "กำลังติดตั้งส่วนประกอบตาม {name} ครั้งแรกอาจใช้เวลาหลายนาที ครั้งต่อไปจะข้ามขั้นนี้"

OLDEST = (3, 11)
ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "installed.json"
# For each word, what to install first, then the files that it includes.
FILES = {"run": ["requirements.txt"], "test": ["requirements-dev.txt", "requirements.txt"]}


def too_old(version: "tuple[int, ...]") -> "str | None":
    """Give the sentence for a Python that is too old, or nothing."""
    if version[:2] >= OLDEST:
        return None
    return TOO_OLD.format(version=".".join(str(part) for part in version[:3]))


def venv_python() -> Path:
    """Give the place of the Python of the virtual environment."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def answer(*arguments: str) -> "str | None":
    """Ask the Python of the virtual environment, or give nothing where it does not work."""
    try:
        return subprocess.check_output([str(venv_python()), *arguments], stderr=subprocess.DEVNULL).decode()
    except (OSError, subprocess.CalledProcessError):
        return None


def venv_version() -> "list[int]":
    """Give the version of the Python of the virtual environment, empty where it does not work."""
    said = answer("-I", "-S", "-c", "import sys; print(*sys.version_info[:3])")
    return [int(part) for part in (said or "").split()]


def wanted(word: str) -> "dict[str, str]":
    """Give the fingerprint of each requirement file of this word."""
    return {name: hashlib.sha256((ROOT / name).read_bytes()).hexdigest() for name in FILES[word]}


def is_installed(word: str) -> bool:
    """Say whether this word's files, as they are now, went into the environment as it is now."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
        same_files = all(stamp["files"].get(name) == mark for name, mark in wanted(word).items())
        return same_files and bool(stamp["python"] == venv_version())
    except (OSError, ValueError, LookupError, AttributeError, TypeError):
        return False


def make_venv() -> None:
    """Make the virtual environment anew, unless one with a good Python and pip is there."""
    if tuple(venv_version()) >= OLDEST and answer("-I", "-c", "import pip") is not None:
        return
    sentence = too_old(tuple(sys.version_info[:3]))
    if sentence:
        sys.exit(sentence)
    print(MAKING, file=sys.stderr)
    if subprocess.call([sys.executable, "-m", "venv", "--clear", str(VENV)]):
        sys.exit(NO_VENV)


def install(word: str) -> None:
    """Install with pip's own progress, and write the stamp only when all of it went in."""
    if STAMP.exists():
        STAMP.unlink()
    name = FILES[word][0]
    print(INSTALLING.format(name=name), file=sys.stderr)
    pip = [str(venv_python()), "-m", "pip", "install", "--disable-pip-version-check", "--no-input"]
    if subprocess.call([*pip, "--requirement", name], cwd=str(ROOT)):
        sys.exit(NOT_INSTALLED.format(name=name))
    stamp = {"python": venv_version(), "files": wanted(word)}
    STAMP.write_text(json.dumps(stamp, indent=1), encoding="utf-8")


def main(arguments: "list[str]") -> None:
    """Prepare the environment for `run` (the default) or `test`."""
    word = arguments[0] if arguments else "run"
    if word not in FILES:
        sys.exit(UNKNOWN)
    if is_installed(word):
        return
    try:
        make_venv()
        install(word)
    except KeyboardInterrupt:
        sys.exit(STOPPED)


if __name__ == "__main__":
    main(sys.argv[1:])
