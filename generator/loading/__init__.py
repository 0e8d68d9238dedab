"""Files -> Content: reads what authors wrote, and says what is wrong with each file on its own."""

from generator.loading.content import Authored, Content, HandWritten
from generator.loading.dates import date_hint, unambiguous_date
from generator.loading.ids import BETWEEN_ITEMS, NOTHING, bad_id, is_device, is_id, is_nothing, proper_id
from generator.loading.loader import load, read_entry, read_listed
from generator.loading.nodes import Document, Mapping, Node, Scalar, Sequence, as_data
from generator.loading.parser import MAX_BYTES, MAX_BYTES_OF_A_LIST, correct_first_mistake, parse
from generator.loading.people import FIRST_NAMES_FIRST
from generator.loading.quantities import amounts_in, least_days_in, whole_number
from generator.loading.quoting import quoted
from generator.loading.stray_files import is_backup
from generator.loading.suggestions import member, text_of
from generator.loading.syntax_errors import line_numbers, listed_lines, spaces, with_quoted_value
from generator.loading.tabs import columns_of_tabs, spaces_for_tabs

__all__ = [
    "BETWEEN_ITEMS",
    "FIRST_NAMES_FIRST",
    "MAX_BYTES",
    "MAX_BYTES_OF_A_LIST",
    "NOTHING",
    "Authored",
    "Content",
    "Document",
    "HandWritten",
    "Mapping",
    "Node",
    "Scalar",
    "Sequence",
    "amounts_in",
    "as_data",
    "bad_id",
    "columns_of_tabs",
    "correct_first_mistake",
    "date_hint",
    "is_backup",
    "is_device",
    "is_id",
    "is_nothing",
    "least_days_in",
    "line_numbers",
    "listed_lines",
    "load",
    "member",
    "parse",
    "proper_id",
    "quoted",
    "read_entry",
    "read_listed",
    "spaces",
    "spaces_for_tabs",
    "text_of",
    "unambiguous_date",
    "whole_number",
    "with_quoted_value",
]
