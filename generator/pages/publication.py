"""A guide together with what its pages and files say besides its content."""

from dataclasses import dataclass

from generator.guide import Guide
from generator.pages.urls import NO_REPOSITORY, SOMEWHERE, Repository, Site
from generator.quiz.evaluation import Examination


@dataclass(frozen=True, slots=True)
class Publication:
    """A guide, where its files can be edited, where it will be published, and how well its quiz does, if known.

    Another source, such as a history of the content, is another field here: pages drawn one by one while a guide is
    served have it as well.
    """

    guide: Guide
    repository: Repository = NO_REPOSITORY
    site: Site = SOMEWHERE
    examination: Examination | None = None
    send_to: str = ""
    """an e-mail address for contributions, which the form offers first"""
