"""The ledger beside the text: each portion, what was decided, what is classified before and after.

``rows`` are the portions, ``table`` shows them and takes the keys, ``summary`` is the foot; the
``tool`` puts the three together and keeps step with the text.
"""
