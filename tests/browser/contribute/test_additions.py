"""What a contributor adds that the guide has no place for yet, as the form takes it."""

from playwright.sync_api import Page, expect

from generator.model.ui_text import FormText
from tests.browser.contribute.test_form import begin, field, written


def test_a_right_of_a_country_that_is_not_listed_can_be_finished(form: Page) -> None:
    begin(form, "right")
    region = field(form, "region")
    name = form.get_by_label(FormText().unlisted_name)
    expect(name).to_be_hidden()
    region.select_option(label=FormText().unlisted)
    name.fill("South Korea")
    assert "region: south-korea" in written(form)
    expect(form.locator(".form-advice")).to_contain_text("“South Korea”")
    message = form.locator("[id='field.region..diagnostics']")
    expect(message).to_have_text(FormText().errors.unlisted_word.format(name="South Korea"))
    form.reload()
    expect(name).to_have_value("South Korea")
    region.select_option("ireland")
    expect(name).to_be_hidden()
    assert "region: ireland" in written(form)
