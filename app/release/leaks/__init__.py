"""The leak check: are withheld words anywhere in finished files?

It shares no code with ``build`` and the ``writers`` and believes nothing they say: it works out
from the working file what is withheld (``secrets``), takes the finished bytes apart (``strands``,
``pdf_strands``, ``pixels``) and compares the two (``check``).
"""

from app.release.leaks.check import Leak, Shared, Verdict, verify

__all__ = ["Leak", "Shared", "Verdict", "verify"]
