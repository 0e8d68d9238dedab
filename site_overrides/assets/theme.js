/**
 * The navigation of a narrow page, for the keyboard and for screen readers.
 *
 * The theme opens it by the label of a hidden box, which only a finger or a mouse can use. Here that gives way to the
 * button beside it (partials/header.html), which says whether it is open. What is closed can't be reached; see "the
 * drawer" in site.css.
 */

/// <reference lib="dom" />

{
  /**
   * Shows the button that opens a part of the page, and returns it with what else belongs to it.
   *
   * @param {string} id   of the box that is ticked while the part is open
   * @param {string} selector   of the part
   * @param {string} firstSelector   of what gets the focus in it
   */
  const opener = (id, selector, firstSelector) => {
    const box = document.querySelector(`input#${id}`);
    const label = document.querySelector(`.md-header__button[for=${id}]`);
    const button = document.querySelector(`.md-header__button[data-for=${id}]`);
    // Instant navigation puts another in its place.
    const region = () => document.querySelector(selector);
    if (!(box instanceof HTMLInputElement && label instanceof HTMLElement && button instanceof HTMLElement)) return undefined;
    label.hidden = true;
    button.hidden = false;

    const isNarrow = () => button.getClientRects().length > 0;
    const sayState = () => button.setAttribute("aria-expanded", `${box.checked}`);
    const open = () => {
      if (!box.checked) box.click();
      /** @type {HTMLElement | null} */ (region()?.querySelector(firstSelector))?.focus();
    };
    const close = () => {
      const isInside = region()?.contains(document.activeElement);
      if (box.checked) box.click();
      if (isInside && isNarrow()) button.focus();
    };
    sayState();
    box.addEventListener("change", () => {
      sayState();
      if (!box.checked) close();
    });
    button.addEventListener("click", () => (box.checked ? close() : open()));
    return { box, region, button, isNarrow, open, close };
  };

  const drawer = opener("__drawer", ".md-sidebar--primary", "a");

  addEventListener("focusin", ({ target }) => {
    const isOutside = target instanceof Node && target !== drawer?.button && !drawer?.region()?.contains(target);
    if (isOutside && drawer?.box.checked && drawer.isNarrow()) drawer.close();
  });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && drawer?.box.checked && drawer.isNarrow()) {
      drawer.close();
      drawer.button.focus();
    }
  });

  // The contents of the page itself, which stand in the drawer: the theme's script opens a label that Enter is pressed on.
  for (const label of document.querySelectorAll(".md-nav--primary label[for=__toc]")) {
    if (label instanceof HTMLElement) label.tabIndex = 0;
  }
}
