"""Whether what was read is right: its links, the rules of a whole guide, and how it is written."""

from generator.linting.fixer import fix_files
from generator.linting.linter import Checked, check, is_sound, judge
from generator.linting.rules.form import form_rules

__all__ = ["Checked", "check", "fix_files", "form_rules", "is_sound", "judge"]
