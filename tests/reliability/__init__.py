"""The whole desk for a long time, and killed at any moment: what storage promises, in a window."""
