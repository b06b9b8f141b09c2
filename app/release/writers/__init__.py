"""From what is released to files, the same bytes for the same release.

A writer sees a ``Released`` and nothing else. Each of ``tei``, ``html``, ``plain``, ``typeset`` and
``reports`` makes one kind of file; ``pdf`` is what a PDF is made of.
"""
