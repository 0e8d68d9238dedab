"""Writes new entries and new guides."""

from generator.scaffold.new_entry import Place, Proposal, id_errors, propose, suggested_id, write
from generator.scaffold.new_guide import TEMPLATE_NAME, obstacle_in, template_files
from generator.scaffold.yaml_writer import tidy, to_yaml

__all__ = [
    "TEMPLATE_NAME",
    "Place",
    "Proposal",
    "id_errors",
    "obstacle_in",
    "propose",
    "suggested_id",
    "template_files",
    "tidy",
    "to_yaml",
    "write",
]
