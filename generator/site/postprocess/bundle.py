"""Makes one file of a module and all that it imports, so that a phone asks once and gets less.

Each module becomes a function that returns what it exports to those behind it, so names never meet and stay as they are
written. This knows the forms that our modules have, as the formatter sets them, and refuses any other.
"""

import posixpath
import re
from collections.abc import Mapping
from graphlib import TopologicalSorter

Files = Mapping[str, bytes]

_MODULES = re.compile(r"assets/(?:quiz|contribute)/.*\.js")
# What pages load; all else in these folders is there to be imported.
_ENTRY = "element.js"

_TAKEN = re.compile(r'(?m)^(import|export) (?:\{(\s*\w+(?:,\s*\w+)*,?\s*)\} from )?"(\.[^"]+)";$')
_MADE = re.compile(r"(?m)^export (?=(?:async )?(?:function|class|const) (\w+))")
_NOTHING = re.compile(r"(?m)^export \{\};$")
_UNKNOWN = re.compile(r"(?m)^(?:import|export)\b.*$")


def bundled(files: Files) -> dict[str, bytes]:
    """Return a site's files with each module that pages load as one file, and without those that it imports.

    Raises:
        ValueError: A module imports or exports in a form that is unknown here, or imports what isn't there.
        graphlib.CycleError: Modules import one another in a circle.
    """
    modules = {path: data.decode() for path, data in files.items() if _MODULES.fullmatch(path)}
    entries = {path: _bundle(path, modules).encode() for path in modules if posixpath.basename(path) == _ENTRY}
    return {path: data for path, data in files.items() if path not in modules} | entries


def _bundle(entry: str, modules: Mapping[str, str]) -> str:
    imports: dict[str, list[str]] = {}
    waiting = [entry]
    while waiting:
        path = waiting.pop()
        if path not in modules:
            raise ValueError(f"{path} is imported and isn't there: mend the import or add the file")
        imports[path] = [_joined(path, match[3]) for match in _TAKEN.finditer(modules[path])]
        waiting += [each for each in imports[path] if each not in imports]
    order = list(TopologicalSorter(imports).static_order())
    names = {path: f"module{number}" for number, path in enumerate(order)}
    functions = "".join(_function(path, modules[path], names) for path in order)
    return f"{functions}export const {{ {', '.join(_exports(modules[entry]))} }} = {names[entry]};\n"


def _function(path: str, text: str, names: Mapping[str, str]) -> str:
    def taken(match: re.Match[str]) -> str:
        return f"const {{ {match[2].strip()} }} = {names[_joined(path, match[3])]};" if match[2] else ""

    body = _MADE.sub("", _NOTHING.sub("", _TAKEN.sub(taken, text)))
    if unknown := _UNKNOWN.search(body):
        raise ValueError(f'{path}: write `{unknown[0]}` as `import {{ name }} from "./file.js";` or as `export function name`')
    return f"const {names[path]} = (() => {{\n{body}return {{ {', '.join(_exports(text))} }};\n}})();\n"


def _exports(text: str) -> list[str]:
    passed_on = [match[2] for match in _TAKEN.finditer(text) if match[1] == "export"]
    return [match[1] for match in _MADE.finditer(text)] + [name for names in passed_on for name in re.findall(r"\w+", names)]


def _joined(path: str, address: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), address))
