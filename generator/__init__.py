"""Turns a folder of YAML into the Markdown pages and the quiz of a guide.

The way of the data, each arrow a function from one immutable type to the next::

    YAML text -> located nodes -> entries by kind (`model.KINDS`)
              -> Content -> linked Guide -> quiz model -> quiz.json
                                         -> pages      -> {path: text}
              -> build/docs -> site

Content is read in `loading` alone. Nothing in this package knows what a guide is about:
titles, stages, wording, causes and questions all come from its content folder.
"""

__version__ = "0.1.0"
