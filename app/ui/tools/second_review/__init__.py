"""The second review beside the text.

``standing`` says in words how far it has come and what the person can do, ``wording`` what
somebody would do with a portion; ``rows`` are the portions that concern the person now, ``tool``
shows it all, ``watch`` knows whether the review still holds and tells when it no longer does.
"""
