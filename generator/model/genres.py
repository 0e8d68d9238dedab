"""What texts are, and who speaks in them: what the rules of writing ask, said once for each field.

The type of a field says its genre (`entries.py`), the registry of kinds says in whose voice an entry speaks.
"""

from typing import Literal, TypeAlias

Genre: TypeAlias = Literal[
    "title",  # what an entry is called
    "question",  # what readers are asked
    "answer",  # what they can choose
    "summary",  # one sentence, by which lists tell entries apart
    "sentence",  # whole sentences in one line
    "step",  # an instruction, or how it goes wrong
    "clause",  # the rest of a sentence that the page begins
    "phrase",  # a few words that fill in a sentence
    "event",  # what a time is counted from
    "label",  # what something is called in a list
    "caption",  # a word or two in a picture
    "prose",  # paragraphs
    "origin",  # the same, on where something comes from, which may be unknown
    "finding",  # the same, on what a work found and did not
    "alias",  # how people put it who look for it or tell it
    "scene",  # what somebody tells who was there
    "speech",  # what one could really say
    "counterexample",  # what one had better not say
    "occasion",  # when to say it
    "message",  # words to send, with blanks
    "example",  # what somebody could write in a blank
    "person",  # an author, the last name first
    "contributor",  # a name as its owner wishes
    "work",  # the title of a work
    "venue",  # where it was published
    "citation",  # all of that in a line
    "address",  # of a work in the web, or its DOI
    "day",  # a day, a month or a year in words
    "markup",  # words that show how marks are typed
    "wording",  # no text of an author: an id, a word of a list, what a button says
]

Voice: TypeAlias = Literal[
    "guide",  # the guide speaks to all of its readers
    "reader",  # the reader is asked, and answers
    "witness",  # somebody tells what happened, and is not to be recognised
    "law",  # a public body says what holds
    "page",  # a page by hand, in Markdown that may do more
    "settings",  # guide.yml
    "interface",  # ui.yml
]
