"""The page images beside the transcript.

* ``pane`` puts the parts together and is all that the window knows; ``strip`` is the proof strip.
* ``canvas`` shows the pages one below the other, and ``view`` moves among them; ``layout`` says
  where each is, ``ink`` paints it; ``bar`` holds the controls above, and ``notice`` stands where
  there are no images.
* ``renderer`` holds the images that were made, within a bound, and asks ``workshop`` for those that
  are wanted; that one makes them in a thread. ``decoding`` makes an image of what a file holds,
  ``tone`` changes its contrast.

No page is opened before it is seen: the document says how large the pages are, or, where it does
not, they are taken to be like the first until they are.
"""
