"""Everything a person can ask the desk for, in ONE table (``table.COMMANDS``).

``command`` says what a command is, ``desk`` what it acts on; then there is one module a menu, which
names its commands in their order. What a command does to the document is an edit; what it needs to
know about the document is a question in ``app.model.queries``. Menus, toolbar and the overview of
shortcuts are made from the table.
"""
