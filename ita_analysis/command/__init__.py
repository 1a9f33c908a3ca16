"""The command line: each module brings its commands, and each command is a function of what was asked."""

from __future__ import annotations

import argparse
from typing import TypeAlias

Asked: TypeAlias = argparse.Namespace
Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
