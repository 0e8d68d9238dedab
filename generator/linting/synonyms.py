"""Words for how many, how often and where that are none of a guide's, and those of its words that come nearest."""

from collections.abc import Iterable, Mapping

from generator.model.settings import NAMES_OF_THE_WORLD

# What a word says, as a share of the most that a scale has a word for.
_SHARES: Mapping[str, float] = {
    **dict.fromkeys(("always", "all", "everyone", "everybody", "every-time", "very-often", "very-high", "high"), 1.0),
    **dict.fromkeys(("often", "usually", "mostly", "many", "frequent", "frequently", "likely", "a-lot", "much"), 0.75),
    **dict.fromkeys(("sometimes", "medium", "moderate", "middling", "half", "several", "now-and-then"), 0.4),
    **dict.fromkeys(("rarely", "seldom", "hardly", "unlikely", "uncommon", "low", "little", "a-few"), 0.12),
    **dict.fromkeys(("never", "none", "nobody", "no-one", "nothing", "hardly-ever", "very-low", "very-rare"), 0.0),
}
# Other names of parts of the world, and the ids that they may stand for.
_PLACES: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("uk", "gb", "britain", "united-kingdom"), ("united-kingdom", "great-britain", "northern-ireland")),
    **dict.fromkeys(("england", "scotland", "wales"), ("united-kingdom", "great-britain")),
    **dict.fromkeys(("us", "usa", "u-s", "america", "the-united-states"), ("united-states",)),
    **dict.fromkeys(("eu", "europe"), ("european-union",)),
    **dict.fromkeys(("de", "deutschland", "allemagne"), ("germany",)),
    **dict.fromkeys(("fr", "frankreich"), ("france",)),
    **dict.fromkeys(("es", "espana", "spanien"), ("spain",)),
    **dict.fromkeys(("nl", "nederland", "niederlande", "holland"), ("netherlands",)),
    **dict.fromkeys(("ie", "eire", "irland", "republic-of-ireland"), ("ireland",)),
    **dict.fromkeys(("at", "osterreich", "oesterreich"), ("austria",)),
    **dict.fromkeys(("ch", "schweiz", "suisse", "svizzera"), ("switzerland",)),
    **dict.fromkeys(("ca", "kanada"), ("canada",)),
    **dict.fromkeys(("nz", "aotearoa"), ("new-zealand",)),
    **dict.fromkeys(("au", "australien"), ("australia",)),
}


def places_meant(scale: str, id_: str, known: Iterable[str]) -> list[str]:
    """Return the words of a list of places that an id is another name of."""
    ids = _PLACES.get(id_, ()) if scale in NAMES_OF_THE_WORLD else ()
    return [word for word in known if word in ids]


def nearest_by_share(id_: str, values: Mapping[str, object]) -> str:
    """Return the word of a scale of shares that says nearest what another says, or an empty string."""
    share = _SHARES.get(id_)
    numbers = {word: value for word, value in values.items() if isinstance(value, float) and value <= 1}
    if share is None or not numbers or len(numbers) < len(values):
        return ""
    most = max(numbers.values())
    return min(numbers, key=lambda word: abs(numbers[word] - share * most))
