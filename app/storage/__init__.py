"""Files on disk: written whole or not at all, and never over what somebody else wrote.

* ``atomic`` replaces the bytes of a file in one step and knows a file's state on disk.
* ``working_file`` saves the TEI file a reviewer works on; ``recorded_save`` does so with all that
  goes with it: a link in the chain of evidence (``history_chain``), word to the journal, a version.
* ``journal`` writes down each change beside the file, as ``records`` of ``value_codec``;
  ``recovery`` reads it after a crash.
* ``versions`` keeps the last saves; ``locks`` says who works on a file. What stands beside a file
  and how it is called, ``companions`` knows.
"""
