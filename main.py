"""Start Memcon Desk: ``python main.py [FILE]``, or ``python main.py --help``."""

from __future__ import annotations

import sys

from app.cli import main

if __name__ == "__main__":
    try:
        sys.exit(main())
    except ModuleNotFoundError as missing:
        if (missing.name or "app").split(".")[0] == "app":
            raise
        sys.exit(
            f"memcon-desk: the library {missing.name!r} is not installed for {sys.executable}; "
            "run the set-up command in README.md"
        )
