"""Answers below an issue when reading a suggestion broke through a error of our own: silence is the worst answer."""

from github import comment_once, from_environment
from propose_suggestion import MARKER

TEXT = (
    "Thank you! Something broke on our side while your text was read; it is not your mistake and nothing is lost. "
    "Maintainers: the log stands under “Actions”; adding the label `suggestion` again reads the text once more."
)


def main() -> None:
    """Answer below the issue of the event."""
    api, event = from_environment()
    comment_once(api, int(event["issue"]["number"]), MARKER, TEXT)


if __name__ == "__main__":
    main()
