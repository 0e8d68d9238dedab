"""Where each page stands: below the docs folder, below the site's root, on the web, and at the code host.

A page is the `index.md` of a folder of its own, so that addresses in it mean the same in the docs folder as on the
site. Engines differ in whether they take an address in HTML for the one or the other.
"""

from dataclasses import dataclass
from urllib.parse import urlencode

from generator import model
from generator.guide import Guide


@dataclass(frozen=True, slots=True)
class Repository:
    """Where the content's files can be edited: an address such as https://example.org/us/guide, and how to go on."""

    url: str = ""
    edit: str = "edit/main"
    new: str = "new/main"

    def edit_url(self, path: str) -> str:
        """Return the address at which a file can be edited, or an empty string where no repository is known."""
        return f"{self.url.rstrip('/')}/{self.edit.strip('/')}/{path}" if self.url else ""

    def report_url(self, page: str) -> str:
        """Return the address at which a change of a page can be asked for in words, or an empty string where none is.

        Only of some hosts it is known how they fill in a form from an address.
        """
        if not self.url or not self.new.startswith("new/"):
            return ""
        query = urlencode({"template": "report-a-mistake.yml", "title": f"Mistake: {page}", "page": page})
        return f"{self.url.rstrip('/')}/issues/new?{query}"


@dataclass(frozen=True, slots=True)
class Site:
    """Where the site is going to stand, such as https://example.org/guide/; an empty string where nobody knows yet."""

    url: str = ""

    def absolute(self, path: str) -> str:
        """Return the full address of something below the site's root, or an empty string where that is not known."""
        return f"{self.url.rstrip('/')}/{path}" if self.url else ""


NO_REPOSITORY = Repository()
SOMEWHERE = Site()


def entry_address(guide: Guide, kind: str, id_: str) -> str:
    """Return the address at which an entry or an item of a section is shown, below the site's root, with its anchor.

    It may be a former id of an entry that has a page of its own.
    """
    if (kind, id_) == ("page", "home"):
        return ""
    entry = guide.content.entries.get(kind, {}).get(id_)
    return model.targets()[kind].address_of(id_, entry.value if entry else None)


def page_path(guide: Guide, kind: str, id_: str) -> str:
    """Return where the page of `entry_address` stands below the docs folder, with its anchor if it has one."""
    page, hash_, anchor = entry_address(guide, kind, id_).partition("#")
    return f"{page}index.md{hash_}{anchor}"


def address(path: str) -> str:
    """Return the address of a page below the site's root, such as `causes/too-long/` for causes/too-long/index.md."""
    page, hash_, anchor = path.partition("#")
    return page.removesuffix("index.md") + hash_ + anchor
