"""Reads page images by the program ``tesseract``, where it is installed. Nothing needs it.

The images go in and the text comes out through pipes: no file with the document's text is made.
"""

from __future__ import annotations

import shutil
import subprocess
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from threading import Thread

from app.importers import hocr, images, pdf
from app.importers.geometry import ScannedPage
from app.importers.source import SourceError

PROGRAM = "tesseract"
LONGEST_PAGE = 300.0
"""Seconds after which a page is given up."""
_GLANCE = 0.1
"""Seconds between two looks whether to go on."""

Progress = Callable[[int, int], None]
"""Told the number of pages that are done, and of all."""
Cancelled = Callable[[], bool]


class RecognitionCancelledError(Exception):
    """The person does not want it any more."""


def available() -> bool:
    """Whether pages can be recognised on this machine."""
    return shutil.which(PROGRAM) is not None


def recognised(
    data: bytes, path: Path, progress: Progress, cancelled: Cancelled
) -> list[ScannedPage]:
    """The pages of a PDF or of images with the text that is read on them.

    The boxes count the pixels that ``pdf.DOTS`` gives or the image has. Raises SourceError where
    the program is missing or fails, RecognitionCancelledError within a blink of ``cancelled``.
    """
    program = shutil.which(PROGRAM)
    if program is None:
        raise SourceError(f"{path}: {PROGRAM} is not installed; install it to recognise pages")
    is_pdf = not images.is_image(data[:8])
    blank = pdf.pages(data, path) if is_pdf else images.pages(data, path)
    pictures = pdf.pictures(data, path) if is_pdf else iter([data] * len(blank))
    found: list[ScannedPage] = []
    progress(0, len(blank))
    for at, (page, picture) in enumerate(zip(blank, pictures, strict=True)):
        frame = [] if is_pdf else ["-c", f"tessedit_page_number={at}"]
        words = [program, "stdin", "stdout", "--dpi", str(pdf.DOTS), *frame, "hocr"]
        read = hocr.pages(_run(words, picture, path, at + 1, cancelled), path)
        width, height = read[0].width or page.width, read[0].height or page.height
        found.append(replace(read[0], width=width, height=height, image=""))
        progress(at + 1, len(blank))
    return found


def _run(words: list[str], picture: bytes, path: Path, number: int, cancelled: Cancelled) -> bytes:
    """What the program says of the picture."""
    ends = time.monotonic() + LONGEST_PAGE
    pipe = subprocess.PIPE
    with subprocess.Popen(words, stdin=pipe, stdout=pipe, stderr=pipe) as process:
        _feed(process, picture)
        while True:
            try:
                output, _ = process.communicate(timeout=_GLANCE)
                break
            except subprocess.TimeoutExpired:
                late = time.monotonic() > ends
                if late or cancelled():
                    process.kill()
                if late:
                    raise SourceError(
                        f"{path}: page {number} takes too long to recognise; leave it out"
                    ) from None
                if cancelled():
                    raise RecognitionCancelledError from None
    if process.returncode != 0 or not output:
        raise SourceError(
            f"{path}: {PROGRAM} could not read page {number} (status {process.returncode});"
            " check the image and the program"
        )
    return output


def _feed(process: subprocess.Popen[bytes], picture: bytes) -> None:
    """Write the picture beside the reading: asked again after a timeout, ``communicate`` would
    leave out what it had not yet written.
    """
    pipe, process.stdin = process.stdin, None
    assert pipe is not None

    def write() -> None:
        with suppress(OSError), pipe:  # the program may be gone
            pipe.write(picture)

    Thread(target=write, daemon=True).start()
