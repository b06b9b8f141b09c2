"""The transcript pane, driven by real keys and the mouse."""
