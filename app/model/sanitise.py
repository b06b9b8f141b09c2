"""Characters a record cannot hold: they are replaced on the way in, never dropped."""

from __future__ import annotations

import re

REPLACEMENT = "\ufffd"

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def sanitised(text: str) -> str:
    """Pasted or typed text as the document can hold it: line ends as "\\n", tabs as blanks.

    Control characters, lone surrogates and non-characters, which XML cannot store, become U+FFFD.
    """
    if text.isascii() and text.isprintable():
        return text
    text = _LINE_ENDS.sub("\n", text).replace("\t", " ")
    return _FORBIDDEN.sub(REPLACEMENT, text)
