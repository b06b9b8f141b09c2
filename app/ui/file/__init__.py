"""The open document and its file.

``session`` opens, saves and leaves the document; ``working_file`` says where it is. ``securing``
locks the file and finds what a crash left (``recovering``) before it is shown; ``keeping`` is the
lock and the journal while it is open. ``saving`` writes in the background, ``file_check`` looks at
what was written, ``on_disk`` whether another program wrote it, of which ``changed_file`` asks.
``copies`` reads other states of the document: those of ``kept_versions``, and the copies that
``merging_copies`` brings together (``merging``, ``conflict_words``). ``record_of_saves`` is its
history.
"""
