"""The rules over single texts. They are data, which the form for contributions applies as well."""

from generator.linting.rules.advice import ADVICE_RULES
from generator.linting.rules.blanks import BROKEN_BLANK_RULES
from generator.linting.rules.blocks import BLOCK_RULES
from generator.linting.rules.claims import CLAIM_RULES
from generator.linting.rules.confidences import CONFIDENCE_RULES
from generator.linting.rules.drafts import DRAFT_RULES
from generator.linting.rules.formats import FORMAT_RULES
from generator.linting.rules.hazards import HAZARD_RULES
from generator.linting.rules.honesty import HONESTY_RULES
from generator.linting.rules.house_style import HOUSE_RULES
from generator.linting.rules.html import HTML_RULES
from generator.linting.rules.links import LINK_RULES
from generator.linting.rules.prejudice import PREJUDICE_RULES
from generator.linting.rules.privacy import PRIVACY_RULES
from generator.linting.rules.safety import SAFETY_RULES
from generator.linting.rules.traces import TRACE_RULES
from generator.linting.rules.typography import TYPOGRAPHY_RULES
from generator.linting.rules.voice import VOICE_RULES
from generator.linting.rules.wrongs import WRONG_RULES

TEXT_RULES = (
    *HTML_RULES,
    *TRACE_RULES,
    *BLOCK_RULES,
    *LINK_RULES,
    *HOUSE_RULES,
    *TYPOGRAPHY_RULES,
    *DRAFT_RULES,
    *FORMAT_RULES,
    *BROKEN_BLANK_RULES,
    *PRIVACY_RULES,
    *CONFIDENCE_RULES,
    *CLAIM_RULES,
    *ADVICE_RULES,
    *SAFETY_RULES,
    *WRONG_RULES,
    *HAZARD_RULES,
    *HONESTY_RULES,
    *VOICE_RULES,
    *PREJUDICE_RULES,
)
