"""Starts the app on this machine's own address, once the port is known to be free."""

import os
import socket
import subprocess
import sys
from pathlib import Path

BUSY = (
    "พอร์ต {port} มีโปรแกรมอื่นใช้อยู่ อาจเปิดแดชบอร์ดนี้ไว้แล้วที่ {address} ถ้าไม่ใช่ ให้เลือกพอร์ตอื่น เช่น make run PORT={other} "
    "(The port is busy.)"
)
NOT_ALLOWED = "ไม่มีสิทธิ์ใช้พอร์ต {port} ให้เลือกพอร์ตอื่น เช่น make run PORT=8501 (This port is not allowed.)"
NO_PORT = "“{port}” ไม่ใช่เลขพอร์ต ให้ใช้เลข 1 ถึง 65535 เช่น make run PORT=8501 (Not a port number.)"
STARTING = "กำลังเปิดแดชบอร์ด อีกสักครู่เปิดเบราว์เซอร์ไปที่ {address} (กด Ctrl+C ที่นี่เพื่อหยุด)"

HOST = "127.0.0.1"
PORT = "8501"
LARGEST = 65535
ROOT = Path(__file__).resolve().parent.parent


def port_of(text: str) -> int:
    """Read a port number, or end with a sentence."""
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= LARGEST):
        sys.exit(NO_PORT.format(port=text))
    return int(text)


def address(port: int) -> str:
    """Give what a visitor types."""
    return f"http://{HOST}:{port}"


def answers(port: int) -> bool:
    """Say whether a program already takes visitors at this port."""
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex((HOST, port)) == 0


def bind(port: int) -> None:
    """Take the port for a moment; raises OSError where it is not to be had."""
    with socket.socket() as probe:
        if os.name != "nt":  # there the option would share a busy port
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind((HOST, port))


def trouble(port: int) -> str | None:
    """Give the sentence why this port cannot be used, or nothing."""
    busy = BUSY.format(port=port, address=address(port), other=port + 1 if port < LARGEST else PORT)
    if answers(port):
        return busy
    try:
        bind(port)
    except PermissionError:
        return NOT_ALLOWED.format(port=port)
    except OSError:
        return busy
    return None


def command(port: int) -> list[str]:
    """Give the command that serves the app."""
    return [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        "app.py",
        f"--server.address={HOST}",
        f"--server.port={port}",
        "--server.headless=true",
    ]


def serve(port: int) -> None:
    """Become the app (on Windows, which has no such thing: wait for it)."""
    os.chdir(ROOT)
    if os.name != "nt":
        os.execv(sys.executable, command(port))  # noqa: S606 - no shell, and none is wanted
    try:
        sys.exit(subprocess.call(command(port)))
    except KeyboardInterrupt:
        sys.exit()


def main(arguments: list[str]) -> None:
    """Serve at the port given, else at the usual one."""
    port = port_of(arguments[0] if arguments else PORT)
    sentence = trouble(port)
    if sentence:
        sys.exit(sentence)
    print(STARTING.format(address=address(port)), file=sys.stderr, flush=True)
    serve(port)


if __name__ == "__main__":
    main(sys.argv[1:])
