"""Open the desk on the screen, or say in plain words why there can be no window.

Qt ends the whole program, without a word a person can use, where a system library or a display is
missing. So both are tried first, with the system's own loader, before Qt is imported.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple


class Library(NamedTuple):
    """A shared library Qt needs, and the packages that bring it."""

    name: str
    debian: str
    fedora: str


ALWAYS_NEEDED = (
    Library("libEGL.so.1", "libegl1", "libglvnd-egl"),
    Library("libGL.so.1", "libgl1", "libglvnd-glx"),
    Library("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon"),
    Library("libdbus-1.so.3", "libdbus-1-3", "dbus-libs"),
    Library("libfontconfig.so.1", "libfontconfig1", "fontconfig"),
    Library("libglib-2.0.so.0", "libglib2.0-0", "glib2"),
    Library("libgthread-2.0.so.0", "libglib2.0-0", "glib2"),
)
NEEDED_FOR_X11 = (
    Library("libX11-xcb.so.1", "libx11-xcb1", "libX11-xcb"),
    Library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11"),
    Library("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor"),
    Library("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm"),
    Library("libxcb-image.so.0", "libxcb-image0", "xcb-util-image"),
    Library("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms"),
    Library("libxcb-randr.so.0", "libxcb-randr0", "libxcb"),
    Library("libxcb-render.so.0", "libxcb-render0", "libxcb"),
    Library("libxcb-render-util.so.0", "libxcb-render-util0", "xcb-util-renderutil"),
    Library("libxcb-shape.so.0", "libxcb-shape0", "libxcb"),
    Library("libxcb-shm.so.0", "libxcb-shm0", "libxcb"),
    Library("libxcb-sync.so.1", "libxcb-sync1", "libxcb"),
    Library("libxcb-xfixes.so.0", "libxcb-xfixes0", "libxcb"),
    Library("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb"),
)
NEEDED_FOR_WAYLAND = (
    Library("libwayland-client.so.0", "libwayland-client0", "libwayland-client"),
    Library("libwayland-cursor.so.0", "libwayland-cursor0", "libwayland-cursor"),
)


def launch(path: Path | None) -> int:
    """Open the desk on ``path``, or on the start page, and return the exit status."""
    if reason := why_no_window(os.environ):
        print(f"memcon-desk: {reason}", file=sys.stderr)
        return 1
    forbid_core_dumps()
    from app.ui.application import run

    return run(path)


def forbid_core_dumps() -> None:
    """A crash must leave no image of the memory on the disk: it would hold text of documents."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def why_no_window(environment: Mapping[str, str]) -> str:
    """What keeps Qt from opening a window on this machine, and what to do; "" where nothing does.

    Only Linux leaves these libraries to its packages.
    """
    if not sys.platform.startswith("linux"):
        return ""
    platform = _platform(environment)
    if platform == "none":
        return "there is no display; run it in a desktop session, or use 'convert' (see --help)"
    needed = {"xcb": NEEDED_FOR_X11, "wayland": NEEDED_FOR_WAYLAND}.get(platform, ())
    if missing := missing_libraries((*ALWAYS_NEEDED, *needed)):
        return _request(missing)
    if platform == "xcb" and not _display_answers():
        display = environment.get("DISPLAY", "")
        return f"the display {display!r} does not answer; run it in a desktop session"
    return ""


def missing_libraries(needed: Iterable[Library] = ALWAYS_NEEDED) -> tuple[Library, ...]:
    """Those that the system's loader does not find."""
    return tuple(library for library in needed if not _loads(library.name))


def _platform(environment: Mapping[str, str]) -> str:
    """Qt's name for the kind of screen it will take, chosen as Qt does; "none" for none."""
    asked = environment.get("QT_QPA_PLATFORM", "").split(";")[0].split(":")[0]
    if asked:
        return "wayland" if asked.startswith("wayland") else asked
    wayland = environment.get("XDG_SESSION_TYPE") == "wayland"
    if environment.get("DISPLAY") and not wayland:
        return "xcb"
    return "wayland" if wayland or environment.get("WAYLAND_DISPLAY") else "none"


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def _display_answers() -> bool:
    """Whether the X server named by DISPLAY takes a connection."""
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    failed: int = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not failed


def _request(missing: tuple[Library, ...]) -> str:
    names = ", ".join(library.name for library in missing)
    debian = " ".join(sorted({library.debian for library in missing}))
    fedora = " ".join(sorted({library.fedora for library in missing}))
    return (
        f"Qt needs system libraries that are not installed: {names}; install them:\n"
        f"  Debian, Ubuntu: sudo apt-get install {debian}\n"
        f"  Fedora:         sudo dnf install {fedora}"
    )
