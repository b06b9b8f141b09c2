"""The desk on the screen: the only place with Qt.

``application`` starts it, ``main_window`` composes the panes, ``commands`` is the one table of what
a person can ask for, ``theme`` the colours. Each pane listens to ``Review`` and asks it for edits;
no pane knows another.
"""
