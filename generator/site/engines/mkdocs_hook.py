"""The MkDocs plugin as a hook, for this project: its mkdocs.yml can name a file, but no package that is not here."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from generator.site.engines.mkdocs_plugin import Plugin

_plugin = Plugin()

on_startup = _plugin.on_startup
on_config = _plugin.on_config
on_pre_build = _plugin.on_pre_build
on_serve = _plugin.on_serve
on_nav = _plugin.on_nav
on_page_markdown = _plugin.on_page_markdown
on_page_content = _plugin.on_page_content
on_env = _plugin.on_env
on_post_build = _plugin.on_post_build
on_build_error = _plugin.on_build_error
