"""Coverage-guided campaigns: ``python -m tests.fuzz.guided READER [CORPUS] [-max_total_time=600]``.

Needs atheris (``pip install atheris``; CPython 3.11 to 3.13 on Linux); the words after the reader
are libFuzzer's. A crash, an input over two seconds or over 500 MB is written to a file of its own.
"""

from __future__ import annotations

import importlib
import sys
import tempfile
from pathlib import Path

LIMITS = ("-timeout=2", "-rss_limit_mb=500", "-max_len=65536")


def main(words: list[str]) -> None:
    atheris = importlib.import_module("atheris")
    with atheris.instrument_imports(include=["app"]):
        readers = importlib.import_module("tests.fuzz.readers").READERS
    reader = readers[words[0]]
    folder = Path(tempfile.mkdtemp())
    corpus = folder / "corpus"
    corpus.mkdir()
    for number, seed in enumerate(reader.seeds(folder)):
        (corpus / f"seed-{number}").write_bytes(seed)

    def one(content: bytes) -> None:
        try:
            reader.read(folder, content)
        except reader.error as error:
            if "\n" in str(error):
                raise

    atheris.Setup([sys.argv[0], *LIMITS, *words[1:], str(corpus)], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1:])
