from __future__ import annotations

import pytest

from app.importers.formats import reader_of
from tests.importers import files

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<!-- a comment -->\n'


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (files.hocr([files.row("a", 10)]), "hocr"),
        (
            f'{HEAD}<!DOCTYPE html PUBLIC "a" "b"><html><p class="ocr_page"/></html>'.encode(),
            "hocr",
        ),
        (b"\xef\xbb\xbf  <HTML><BODY><span class=ocrx_word>a</span>", "hocr"),
        (b"<!DOCTYPE html><html><meta name='ocr-system'><p>hello</html>", None),
        (f'{HEAD}<alto xmlns="x">'.encode(), "alto"),
        (f'{HEAD}<a:alto xmlns:a="x">'.encode("utf-16"), "alto"),
        (f"{HEAD}<pc:PcGts xmlns:pc='x'>".encode(), "page"),
        (b'<?xml version="1.0" encoding="ISO-8859-1"?><alto>\xe9', "alto"),
        (f"{HEAD}<TEI><alto/></TEI>".encode(), None),
        (b"junk before\n%PDF-1.4", "pdf"),
        (files.png(3, 4), "image"),
        (files.jpeg(3, 4), "image"),
        (files.tiff((3, 4)), "image"),
        (b"The alto sang <alto>", None),
        (b"\xff\xfe\xff", None),
        (b"", None),
    ],
)
def test_a_format_is_known_by_what_the_file_holds(data: bytes, name: str | None) -> None:
    found = reader_of(data)
    assert (found[0] if found else None) == name


def test_a_bomb_of_comments_is_soon_told() -> None:
    assert reader_of(b"<?xml version='1.0'?>" + b"<!--" * 20_000) is None
    assert reader_of(b"<!DOCTYPE " * 10_000) is None
