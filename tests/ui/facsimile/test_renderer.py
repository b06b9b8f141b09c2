"""Images are made in a thread, those wanted last, and kept within a bound."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, current_thread, main_thread
from threading import enumerate as threads

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from app.facsimile.scans import Canvas, Scans, Size
from app.model.document import Document
from app.ui.facsimile.renderer import Renderer, Shelf
from app.ui.facsimile.tone import Tone
from app.ui.facsimile.workshop import Job
from tests.facsimile import papers


def working() -> bool:
    """Whether a renderer still has a thread."""
    return any(thread.name == "page images" for thread in threads())


def grey_image(width: int, height: int = 10) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0x808080)
    return image


@pytest.fixture
def renderer(qtbot: QtBot, tmp_path: Path) -> Iterator[Renderer]:
    made = Renderer()
    made.open(tmp_path)
    yield made
    made.open(None)


@dataclass
class Asked:
    """What the scans were asked for, each in a thread of its own; they wait until ``open``."""

    jobs: list[Job] = field(default_factory=list)
    open: Event = field(default_factory=Event)

    def page(self, scans: Scans, reference: str, width: int, canvas: Canvas) -> tuple[Size, None]:
        assert current_thread() is not main_thread()
        self.jobs.append(Job(reference, width))
        assert self.open.wait(5)
        canvas(width, 1)[:] = b"\xff" * 4 * width
        return (1000, 1000), None


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    made = Asked()
    made.open.set()
    monkeypatch.setattr(Scans, "page", lambda scans, *words: made.page(scans, *words))
    return made


def test_the_shelf_holds_no_more_than_its_bound() -> None:
    shelf = Shelf(10_000)
    for width in range(1, 101):
        shelf.put(width, grey_image(width))
        assert shelf.bytes <= 10_000
    assert shelf.get(100) is not None
    assert shelf.get(1) is None


def test_what_was_not_used_for_longest_goes_first() -> None:
    shelf = Shelf(9_000)
    for key in "abc":
        shelf.put(key, grey_image(60))
    shelf.get("a")
    shelf.put("d", grey_image(60))
    assert [key for key in "abcd" if shelf.get(key) is not None] == ["a", "c", "d"]


def test_one_image_larger_than_the_shelf_is_kept() -> None:
    shelf = Shelf(100)
    shelf.put("a", grey_image(60))
    assert shelf.get("a") is not None
    shelf.put("b", grey_image(70))
    assert (shelf.get("a"), shelf.bytes) == (None, 2800)


def test_an_image_put_again_counts_once() -> None:
    shelf = Shelf(100_000)
    for width in (60, 50):
        shelf.put("a", grey_image(width))
    assert shelf.bytes == 2000


def test_what_is_wanted_is_made_once(qtbot: QtBot, renderer: Renderer, asked: Asked) -> None:
    job = Job("a.png", 400)
    with qtbot.waitSignal(renderer.rendered):
        for _ in range(5):
            renderer.want(1, [job])
    renderer.want(1, [job])
    assert asked.jobs == [job]
    image, stand_in = renderer.image(job), renderer.stand_in("a.png")
    assert image is not None
    assert image.width() == 400
    assert stand_in is image
    assert renderer.size("a.png") == (1000, 1000)
    assert renderer.image(Job("a.png", 300)) is None


def test_only_the_last_wishes_count(qtbot: QtBot, renderer: Renderer, asked: Asked) -> None:
    """Those of each owner, and the one that is in the making already."""
    asked.open.clear()
    renderer.want(1, [Job("0.png", 300)])
    qtbot.waitUntil(lambda: len(asked.jobs) == 1)
    for number in range(1, 50):
        renderer.want(1, [Job(f"{number}.png", 300)])
    renderer.want(2, [Job("strip.png", 300)])
    asked.open.set()
    qtbot.waitUntil(lambda: renderer.image(Job("strip.png", 300)) is not None)
    assert [job.reference for job in asked.jobs] == ["0.png", "49.png", "strip.png"]
    qtbot.waitUntil(lambda: not working())


def test_an_image_of_the_folder_before_comes_too_late(
    qtbot: QtBot, renderer: Renderer, asked: Asked, tmp_path: Path
) -> None:
    asked.open.clear()
    job = Job("a.png", 300)
    renderer.want(1, [job])
    qtbot.waitUntil(lambda: len(asked.jobs) == 1)
    renderer.open(tmp_path / "other")
    with qtbot.assertNotEmitted(renderer.rendered, wait=50):
        asked.open.set()
    assert renderer.image(job) is None
    with qtbot.waitSignal(renderer.rendered):
        renderer.want(1, [job])


def test_another_folder_forgets_all(
    qtbot: QtBot, renderer: Renderer, asked: Asked, tmp_path: Path
) -> None:
    job = Job("a.png", 400)
    with qtbot.waitSignal(renderer.rendered):
        renderer.want(1, [job])
    renderer.open(tmp_path)
    assert (renderer.image(job), renderer.stand_in("a.png"), renderer.size("a.png")) == (None,) * 3
    with qtbot.waitSignal(renderer.rendered):
        renderer.want(1, [job])
    assert len(asked.jobs) == 2


def test_what_cannot_be_made_is_not_tried_again(qtbot: QtBot, renderer: Renderer) -> None:
    with qtbot.waitSignal(renderer.rendered):
        renderer.want(1, [Job("lost.png", 400)])
    assert "lost.png is not in the document's folder" in str(renderer.problem("lost.png"))
    with qtbot.assertNotEmitted(renderer.rendered, wait=100):
        renderer.want(1, [Job("lost.png", 400), Job("lost.png", 500)])


def test_a_fault_is_reported_and_the_thread_lives_on(
    qtbot: QtBot, renderer: Renderer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Scans, "page", lambda *_: 1 / 0)
    with qtbot.captureExceptions() as caught:
        renderer.want(1, [Job("a.png", 400), Job("b.png", 400)])
        qtbot.waitUntil(lambda: renderer.problem("b.png") is not None)
    assert [kind for kind, *_ in caught] == [ZeroDivisionError] * 2


def test_images_of_all_kinds(
    qtbot: QtBot, renderer: Renderer, scanned: Document, tmp_path: Path
) -> None:
    page = scanned.pages[0]
    papers.write_png(tmp_path / "p.png", page)
    whole = QImage(str(tmp_path / "p.png"))
    for suffix in ("jpg", "tif"):
        assert whole.save(str(tmp_path / f"p.{suffix}"))
    word = page.lines[1].words[1]
    x, y = (word.left + word.right) / 4, (page.lines[1].top + 12) / 2
    for reference in ("p.png", "p.jpg", "p.tif", "scan.pdf#page=1"):
        for tone, ink in ((Tone(), 0), (Tone(3), 0), (Tone(2, True), 255)):
            job = Job(reference, 500, tone)
            renderer.want(1, [job])
            qtbot.waitUntil(lambda job=job: renderer.image(job) is not None)  # type: ignore[misc]
            image = renderer.image(job)
            assert image is not None
            assert (image.width(), image.height()) == (500, 700)
            assert abs(image.pixelColor(int(x), int(y)).lightness() - ink) < 20
            assert abs(image.pixelColor(2, 2).lightness() - (255 - ink)) < 20


def test_an_image_that_cannot_be_decoded(qtbot: QtBot, renderer: Renderer, tmp_path: Path) -> None:
    (tmp_path / "cut.png").write_bytes(papers.png(1000, 1000, b"")[:60])
    with qtbot.waitSignal(renderer.rendered):
        renderer.want(1, [Job("cut.png", 400)])
    assert "cut.png: the image can't be decoded" in str(renderer.problem("cut.png"))


def test_a_renderer_may_go_while_images_are_made(
    qtbot: QtBot, scanned: Document, tmp_path: Path
) -> None:
    for _ in range(5):
        renderer = Renderer()
        renderer.open(tmp_path)
        renderer.want(1, [Job(f"scan.pdf#page={number}", 900) for number in (1, 2, 3)])
        renderer.deleteLater()
        del renderer
        qtbot.wait(5)
    qtbot.waitUntil(lambda: not working())
