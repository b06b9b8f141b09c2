from __future__ import annotations

import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path

import grimp
import pytest

REPO = Path(__file__).parents[1]
IMPORTED_AS = {
    "PySide6-Essentials": "PySide6",
    "chunspell": "hunspell",
    "python-dateutil": "dateutil",
}
COMES_WITH_PYSIDE = {"shiboken6"}


@cache
def imports() -> grimp.ImportGraph:
    return grimp.build_graph("app", include_external_packages=True, cache_dir=None)


def outside(package: str) -> set[str]:
    """The top-level names that the package imports from elsewhere."""
    modules = {package} | imports().find_descendants(package)
    found = {
        name for module in modules for name in imports().find_modules_directly_imported_by(module)
    }
    return {name for name in found if name.split(".")[0] != "app"}


def test_the_contracts_hold() -> None:
    command = [
        sys.executable,
        "-c",
        "import sys; from importlinter.cli import lint_imports_command as run; run()",
    ]
    done = subprocess.run(
        [*command, "--no-cache"], cwd=REPO, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 broken" in done.stdout


def test_the_model_needs_the_standard_library_only() -> None:
    assert outside("app.model") <= set(sys.stdlib_module_names)


def test_only_declared_libraries_are_imported() -> None:
    project = tomllib.loads((REPO / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = [line.split(">")[0] for line in project["dependencies"]]
    declared = {IMPORTED_AS.get(name, name) for name in names}
    assert outside("app") <= set(sys.stdlib_module_names) | declared | COMES_WITH_PYSIDE


@pytest.mark.parametrize("words", [["--version"], ["convert", "--help"]])
def test_the_command_line_does_not_load_qt(words: list[str]) -> None:
    code = "import sys, runpy\ntry: runpy.run_path('main.py', run_name='__main__')\n"
    code += "finally: assert 'app.cli' in sys.modules and 'PySide6' not in sys.modules"
    done = subprocess.run(
        [sys.executable, "-c", code, *words], cwd=REPO, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
