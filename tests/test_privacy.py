"""No network, nothing that others may read, no words outside the files that were asked for."""

from __future__ import annotations

import os
import re
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import REPO
from tests.ui.test_application import COPY_AND_QUIT

SAMPLE = REPO / "resources" / "samples" / "kaifu-1990-06-04.txt"
WORDS = ("Toshiki", "Kaifu", "Prime Minister", "Structural Impediments")

HEARD = """
import sys
def listen(event, arguments):
    if event.startswith(("socket.connect", "socket.bind", "socket.__new__", "socket.getaddrinfo",
                         "socket.sendto", "urllib.", "http.", "ftplib.", "smtplib.")):
        raise SystemExit(f"the network: {event} {arguments}")
sys.addaudithook(listen)
"""

WORK = """
import os, sys
os.umask(0)
from datetime import UTC, datetime
from pathlib import Path
from app import settings
from app.cli import main
from app.model import edits
from app.model.document import Reviewer
from app.opening import open_file
from app.review import Review
from app.storage.journal import Base, Journal
from app.storage.locks import acquire
from app.storage.recorded_save import save_recorded

sample, folder = sys.argv[1], Path(sys.argv[2])
file = folder / "out" / "memo.xml"
assert main(["convert", sample, "-o", str(file)]) == 0
assert main(["check", sample]) in (0, 1)
opened = open_file(file)
settings.save(settings.Settings("Ann B.", "AB").opened(file), settings.default_path())
lock = acquire(file, "Ann B.")
review = Review(opened.documents[0], Reviewer("rev-ab", "Ann B.", "AB"))
journal = Journal(file, Base(opened.state.digest), review)
review.apply(edits.CorrectText(0, 0, 0, "x"))
number, reviewed = review.state, review.document
done = save_recorded(review.to_save(), file, opened.state, by="Ann B.", number=number,
                     journal=journal)
assert done.complaint == "", done.complaint
review.mark_saved(reviewed, done.document)
review.apply(edits.CorrectText(0, 0, 0, "y"))
journal.flush()
assert main(["verify-history", str(file)]) == 0
"""


def ran(code: str, *words: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """A process whose home, settings and temporary files are in the folder."""
    for name in ("temporary", "home"):
        (folder / name).mkdir(mode=0o700)
    environment = {
        **os.environ,
        "TMPDIR": str(folder / "temporary"),
        "HOME": str(folder / "home"),
        "XDG_CONFIG_HOME": str(folder / "home" / "settings"),
        "XDG_CACHE_HOME": str(folder / "home" / "cache"),
        "QT_QPA_PLATFORM": "offscreen",
    }
    return subprocess.run(
        [sys.executable, "-c", code, *words],
        cwd=REPO,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def files_in(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


@pytest.fixture(scope="module")
def worked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder after a piece of work without a mask, listened to."""
    folder = tmp_path_factory.mktemp("work")
    done = ran(HEARD + WORK, str(SAMPLE), str(folder), folder=folder)
    assert done.returncode == 0, done.stderr
    return folder


def test_the_work_opens_no_connection(worked: Path) -> None:
    """The listener would have ended it."""
    assert (worked / "out" / "memo.xml").is_file()


def test_the_listener_hears(tmp_path: Path) -> None:
    done = ran(HEARD + "import socket; socket.socket()", folder=tmp_path)
    assert "the network" in done.stderr


def test_nobody_else_may_read_what_is_written(worked: Path) -> None:
    written = [path for path in worked.rglob("*") if "temporary" not in path.parts]
    names = {path.name for path in written}
    assert {"memo.xml", ".memo.xml.journal", ".memo.xml.lock", ".memo.xml.versions"} <= names
    assert "settings.json" in names
    open_to_others = [
        path
        for path in written
        if stat.S_IMODE(path.stat().st_mode) & 0o077 and path.name not in ("home", "settings")
    ]
    assert open_to_others == []


def test_no_word_of_the_document_is_put_elsewhere(worked: Path) -> None:
    assert files_in(worked / "temporary") == []
    kept = files_in(worked / "home")
    assert kept
    for path in kept:
        content = path.read_text(errors="replace")
        assert not [word for word in WORDS if word in content], path
    with_text = {
        path.relative_to(worked).parts[:2]
        for path in files_in(worked)
        if WORDS[0] in path.read_text(errors="replace")
    }
    assert with_text == {("out", "memo.xml"), ("out", ".memo.xml.versions")}


def test_the_journal_holds_only_what_was_typed(worked: Path) -> None:
    content = (worked / "out" / ".memo.xml.journal").read_text(errors="replace")
    assert '"text":"y"' in content


needs_strace = pytest.mark.skipif(
    shutil.which("strace") is None, reason="strace is not installed here"
)


@needs_strace
def test_the_window_opens_no_connection_and_leaves_no_file(tmp_path: Path) -> None:
    """Qt's own calls are seen too."""
    trace = tmp_path / "trace"
    wrapped = (
        "import subprocess, sys\n"
        f"command = ['strace', '-f', '-e', 'trace=socket,connect,bind', '-o', {str(trace)!r}]\n"
        f"sys.exit(subprocess.call([*command, sys.executable, '-c', {COPY_AND_QUIT!r}]))"
    )
    done = ran(wrapped, folder=tmp_path)
    if "ptrace" in done.stderr.lower():
        pytest.skip("nothing may be traced here")
    assert done.returncode == 0, done.stderr
    calls = trace.read_text()
    assert "exited with 0" in calls
    assert re.findall(r"AF_INET6?|AF_PACKET|SOCK_RAW", calls) == []
    for path in files_in(tmp_path):
        content = path.read_text(errors="replace")
        assert not [word for word in WORDS if word in content], path


def test_a_crash_leaves_no_image_of_the_memory() -> None:
    code = (
        "import resource; from app.launch import forbid_core_dumps; forbid_core_dumps();"
        "print(resource.getrlimit(resource.RLIMIT_CORE))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=REPO,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "(0, 0)\n"
