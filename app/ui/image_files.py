"""Attaching page images to the document, and locating those that are somewhere else."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.importers import SourceError
from app.importers.attaching import images_for
from app.importers.page_images import PageImage, in_order
from app.model.edits import AttachImages, EditRefused
from app.review import Review
from app.ui.background import Task
from app.ui.dialogs import files, questions
from app.ui.page_images import PageImages, found_in, has_images


class ImageFiles(QObject):
    """Asks for files and reads their sizes in the background. ``told``: a sentence."""

    told = Signal(str)

    def __init__(self, window: QWidget, page_images: PageImages) -> None:
        super().__init__(window)
        self._window = window
        self._page_images = page_images

    def ask(self, review: Review, folder: Path) -> None:
        """Locate the images that the document names, or attach some where it names none."""
        if has_images(review.document):
            self.locate(review, folder)
        else:
            self.attach(review, folder)

    def attach(self, review: Review, folder: Path) -> None:
        """Ask for the images of the pages; they are attached by an edit.

        ``folder`` is the document's, from which the images are named.
        """
        paths = in_order(files.choose_images(self._window, folder))
        if not paths:
            return
        document = review.document
        Task(
            lambda: images_for(document, paths, folder),
            lambda images: self._attach(review, images, folder, paths),
            lambda error: questions.warn(
                self._window, "The page images were not attached", str(error)
            ),
            (SourceError,),
            self,
        ).start()

    def _attach(
        self, review: Review, images: tuple[PageImage, ...], folder: Path, paths: list[Path]
    ) -> None:
        outside = not all(path.resolve().is_relative_to(folder.resolve()) for path in paths)
        try:
            review.apply(AttachImages(images), origin=self)
        except EditRefused as refusal:
            self.told.emit(str(refusal))
            return
        if outside:
            self._page_images.use_folder(paths[0].parent)
        self._page_images.show(True)
        count = "1 page image" if len(images) == 1 else f"{len(images)} page images"
        self.told.emit(f"{count} attached.")

    def locate(self, review: Review, folder: Path) -> None:
        """Ask where the images are; they are read from there until the desk is closed."""
        named = files.choose_folder(self._window, folder)
        if named is None:
            return
        if found_in(review.document, named):
            self._page_images.use_folder(named)
            self._page_images.show(True)
        else:
            image = next(page.image for page in review.document.pages if page.image)
            message = f"{image.partition('#')[0]} and the other page images are not in {named}."
            questions.warn(self._window, "The page images were not found", message)
