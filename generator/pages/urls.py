"""Where each page stands: below the docs folder, below the site's root, on the web, and at the code host.

A page is the `index.md` of a folder of its own, so that addresses in it mean the same in the docs folder as on the
site. Engines differ in whether they take an address in HTML for the one or the other.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Repository:
    """Where the content's files can be edited: an address such as https://example.org/us/guide, and how to go on."""

    url: str = ""
    edit: str = "edit/main"
    new: str = "new/main"

    def edit_url(self, path: str) -> str:
        """Return the address at which a file can be edited, or an empty string where no repository is known."""
        return f"{self.url.rstrip('/')}/{self.edit.strip('/')}/{path}" if self.url else ""


@dataclass(frozen=True, slots=True)
class Site:
    """Where the site is going to stand, such as https://example.org/guide/; an empty string where nobody knows yet."""

    url: str = ""

    def absolute(self, path: str) -> str:
        """Return the full address of something below the site's root, or an empty string where that is not known."""
        return f"{self.url.rstrip('/')}/{path}" if self.url else ""


SOMEWHERE = Site()


def page_path(kind: str, id_: str) -> str:
    """Return where the page about an entry stands below the docs folder, with its anchor if it has one."""
    if kind == "source":
        return f"evidence/index.md#{id_}"
    if kind == "page":
        return "index.md" if id_ == "home" else f"{id_}/index.md"
    folder = {"cause": "causes", "action": "actions", "myth": "myths", "stage": "stages", "control": "control"}[kind]
    return f"{folder}/{id_}/index.md"


def address(path: str) -> str:
    """Return the address of a page below the site's root, such as `causes/too-long/` for causes/too-long/index.md."""
    page, hash_, anchor = path.partition("#")
    return page.removesuffix("index.md") + hash_ + anchor
