"""Finds a Chromium for the browser walks, or installs one, and prints its path."""

import os
import shutil
import subprocess
import sys

NONE = (
    "ไม่พบเบราว์เซอร์สำหรับการทดสอบและติดตั้งเองไม่ได้ กรุณาติดตั้ง Chromium หรือ Google Chrome แล้วสั่งใหม่ "
    "หรือบอกที่อยู่ เช่น make test CHROMIUM=/opt/chrome/chrome (No Chromium was found.)"
)
INSTALLING = "ไม่พบ Chromium ในเครื่อง กำลังติดตั้งด้วย {way}"
APT = "apt"
PLAYWRIGHT = "playwright"

NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
MAC = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
]
WINDOWS = ["ProgramFiles", "ProgramFiles(x86)", "LocalAppData"]
WINDOWS_PLACES = [r"Google\Chrome\Application\chrome.exe", r"Chromium\Application\chrome.exe"]
PLAYWRIGHTS_OWN = """
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
"""
WAIT = 60


def windows_places() -> list[str]:
    """Give the usual places on Windows, none elsewhere."""
    folders = [os.environ[name] for name in WINDOWS if name in os.environ]
    return [rf"{folder}\{place}" for folder in folders for place in WINDOWS_PLACES]


def works(path: str) -> bool:
    """Say whether this program answers (Ubuntu's chromium-browser may be a mere hint to install one)."""
    if os.name == "nt":  # there --version opens a window
        return True
    try:
        asked = subprocess.run([path, "--version"], capture_output=True, timeout=WAIT, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return asked.returncode == 0


def playwrights_own() -> str | None:
    """Ask Playwright where its own Chromium is, or would be."""
    try:
        said = subprocess.run(
            [sys.executable, "-c", PLAYWRIGHTS_OWN], capture_output=True, text=True, timeout=WAIT, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return said.stdout.strip() or None


def usable(name: str | None) -> str | None:
    """Give the full path of a program, by name or path, where it is there and works."""
    path = shutil.which(name) if name else None
    return path if path and works(path) else None


def find_installed() -> str | None:
    """Give the path of an installed browser: CHROMIUM, the known names, the known places, Playwright's."""
    for name in [os.environ.get("CHROMIUM"), *NAMES, *MAC, *windows_places()]:
        path = usable(name)
        if path:
            return path
    return usable(playwrights_own())


def rights() -> list[str] | None:
    """Give what stands before apt-get to be allowed to install, or nothing where it is not allowed."""
    if not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and run(["sudo", "-n", "true"]):
        return ["sudo", "-n"]
    return None


def run(command: list[str]) -> bool:
    """Run a command, its words on standard error, since standard output is for the path."""
    return subprocess.call(command, stdout=sys.stderr, stdin=subprocess.DEVNULL) == 0


def by_apt() -> None:
    """Install Debian's package where that is allowed."""
    before = rights()
    if before is None:
        return
    print(INSTALLING.format(way=APT), file=sys.stderr)
    apt = [*before, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "DPkg::Lock::Timeout=300"]
    run([*apt, "update"])
    run([*apt, "install", "--yes", "--no-install-recommends", "chromium"])


def by_playwright() -> None:
    """Let Playwright fetch its own."""
    print(INSTALLING.format(way=PLAYWRIGHT), file=sys.stderr)
    run([sys.executable, "-m", "playwright", "install", "chromium"])


def main() -> None:
    """Print the path of a browser, installing one where none is there."""
    path = find_installed()
    for way in [by_apt, by_playwright]:
        if not path:
            way()
            path = find_installed()
    if not path:
        sys.exit(NONE)
    print(path)


if __name__ == "__main__":
    main()
