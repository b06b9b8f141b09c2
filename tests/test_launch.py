from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app import launch
from app.launch import ALWAYS_NEEDED, NEEDED_FOR_WAYLAND, NEEDED_FOR_X11, why_no_window

REPO = Path(__file__).parents[1]
X11, WAYLAND = {"DISPLAY": ":0"}, {"WAYLAND_DISPLAY": "wayland-0"}

on_linux = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="only Linux leaves Qt's libraries to its packages"
)
pytestmark = on_linux


@pytest.fixture
def missing(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Names of libraries that are not there; the display answers."""
    names: set[str] = set()
    monkeypatch.setattr(launch, "_loads", lambda name: name not in names)
    monkeypatch.setattr(launch, "_display_answers", lambda: True)
    return names


@pytest.mark.usefixtures("missing")
@pytest.mark.parametrize("environment", [X11, WAYLAND, {"QT_QPA_PLATFORM": "offscreen"}])
def test_nothing_to_say_where_all_is_there(environment: dict[str, str]) -> None:
    assert why_no_window(environment) == ""


@pytest.mark.parametrize("library", ALWAYS_NEEDED)
@pytest.mark.parametrize("environment", [X11, WAYLAND, {"QT_QPA_PLATFORM": "offscreen"}])
def test_a_missing_library_and_its_packages_are_named(
    missing: set[str], library: launch.Library, environment: dict[str, str]
) -> None:
    missing.add(library.name)
    reason = why_no_window(environment)
    assert library.name in reason
    assert f"apt-get install {library.debian}" in reason
    assert f"dnf install {library.fedora}" in reason


@pytest.mark.parametrize(
    ("environment", "needed"),
    [
        (X11, NEEDED_FOR_X11),
        (WAYLAND, NEEDED_FOR_WAYLAND),
        (X11 | WAYLAND, NEEDED_FOR_X11),
        (X11 | {"XDG_SESSION_TYPE": "wayland"}, NEEDED_FOR_WAYLAND),
        (WAYLAND | {"QT_QPA_PLATFORM": "xcb"}, NEEDED_FOR_X11),
        (X11 | {"QT_QPA_PLATFORM": "wayland-egl;xcb"}, NEEDED_FOR_WAYLAND),
        (X11 | {"QT_QPA_PLATFORM": "offscreen:size=800x600"}, ()),
    ],
)
def test_only_the_libraries_of_this_screen_are_asked_for(
    missing: set[str], environment: dict[str, str], needed: tuple[launch.Library, ...]
) -> None:
    of_screens = {library.name for library in (*NEEDED_FOR_X11, *NEEDED_FOR_WAYLAND)}
    missing |= of_screens
    reason = why_no_window(environment)
    assert {name for name in of_screens if name in reason} == {library.name for library in needed}


@pytest.mark.usefixtures("missing")
def test_no_display() -> None:
    assert "no display" in why_no_window({})


@pytest.mark.usefixtures("missing")
def test_a_display_that_does_not_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(launch, "_display_answers", lambda: False)
    assert "':0' does not answer" in why_no_window(X11)


def test_a_library_nobody_has_is_found_missing() -> None:
    nowhere = launch.Library("libnowhere.so.1", "libnowhere1", "nowhere")
    assert launch.missing_libraries([nowhere]) == (nowhere,)


def test_other_systems_bring_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert why_no_window({}) == ""


@pytest.mark.parametrize("display", [None, ":4711"])
def test_the_program_says_so_and_ends(display: str | None) -> None:
    screen = ("DISPLAY", "WAYLAND_DISPLAY", "XDG_SESSION_TYPE", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in screen}
    if display is not None:
        environment["DISPLAY"] = display
    done = subprocess.run(
        [sys.executable, "main.py"],
        cwd=REPO,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.startswith("memcon-desk: ")
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_a_window_that_crashes_leaves_no_image_of_the_memory(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    done = list[str]()
    monkeypatch.setattr(launch, "why_no_window", lambda _: "")
    monkeypatch.setattr(launch, "forbid_core_dumps", lambda: done.append("forbidden"))

    def run(path: Path | None) -> int:
        done.append("run")
        return 0

    monkeypatch.setattr("app.ui.application.run", run)
    assert launch.launch(None) == 0
    assert done == ["forbidden", "run"]
