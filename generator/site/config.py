"""The settings of a site: mkdocs.yml, with what it inherits and takes from the environment, as one mapping."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

import yaml
from yaml_env_tag import construct_env_tag  # type: ignore[import-untyped]  # it has no type hints

FIRST_PAGE = "index.md"
# What browsers leave in a path as it is (URL Standard, WHATWG: the path percent-encode set).
_IN_PATHS = "/%:@!$&'()*+,;=[]|\\"


class SettingsError(Exception):
    """A file of settings can't be read; the message says which, where and why."""


def read_settings(path: Path) -> dict[str, Any]:
    """Return the settings in a mkdocs.yml as MkDocs would read it: a list takes the place of the inherited one.

    A tag that only an engine understands, such as `!!python/name:`, is kept as a node for `as_yaml`.

    Raises:
        SettingsError: The file, or one that it inherits, can't be read.
    """
    try:
        settings = yaml.load(path.read_text(encoding="utf-8"), _Loader)  # noqa: S506 (a SafeLoader)
    except (OSError, UnicodeError, yaml.YAMLError) as error:
        raise SettingsError(f"{path}: {error}") from error
    if not isinstance(settings, dict):
        raise SettingsError(f"{path}: this should be a list of settings, such as `site_name: My guide`")
    if isinstance(settings.get("site_url"), str):
        settings["site_url"] = escaped_address(settings["site_url"])
    parent = settings.pop("INHERIT", None)
    return _merged(read_settings(path.parent / parent), settings) if parent else settings


def escaped_address(url: str) -> str:
    """Return a site's address with escapes for what an address can't hold, as browsers have it: Guía is Gu%C3%ADa."""
    scheme, separator, remainder = url.partition("://")
    host, slash, path = remainder.partition("/")
    return f"{scheme}{separator}{host}{slash}{quote(path, safe=_IN_PATHS)}" if separator else url


def front_matter(page: str) -> dict[str, Any]:
    """Return the front matter of a generated page, of which `pages/front_matter.py` writes each value as JSON."""
    head = page.partition("\n---\n")[0].split("\n")[1:] if page.startswith("---\n") else []
    return {name: json.loads(value) for name, _, value in (line.partition(": ") for line in head)}


def require_first_page(settings: Mapping[str, Any]) -> None:
    """Check that the navigation names the first page, in which the theme finds the words around every page.

    Raises:
        SettingsError: `nav` is there and doesn't name index.md.
    """
    if settings.get("nav") and FIRST_PAGE not in _paths(settings["nav"]):
        raise SettingsError(f"mkdocs.yml: `nav` doesn't name the first page; add `- Home: {FIRST_PAGE}`")


def as_yaml(settings: Mapping[str, Any]) -> str:
    """Return settings as YAML from which `read_settings` reads the same, in the same order."""
    return yaml.dump(dict(settings), Dumper=_Dumper, sort_keys=False, allow_unicode=True)


def _paths(nav: Any) -> Iterator[str]:
    """Yield the paths that a navigation names, at any depth."""
    if isinstance(nav, str):
        yield nav
    else:
        for item in nav.values() if isinstance(nav, dict) else nav:
            yield from _paths(item)


class _Loader(yaml.SafeLoader):
    pass


class _Dumper(yaml.SafeDumper):
    pass


_Loader.add_constructor("!ENV", construct_env_tag)
_Loader.add_multi_constructor("", lambda _, __, node: node)
_Dumper.add_multi_representer(yaml.Node, lambda _, node: node)


def _merged(parent: Mapping[str, Any], child: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(parent)
    for key, value in child.items():
        inherited = parent.get(key)
        if isinstance(value, dict) and isinstance(inherited, dict):
            merged[key] = _merged(inherited, value)
        else:
            merged[key] = value
    return merged
