"""Files on disk: written whole or not at all, and never over what somebody else wrote.

* ``atomic`` replaces the bytes of a file in one step and knows a file's state on disk.
* ``working_file`` reads and saves the TEI file a reviewer works on.
"""
