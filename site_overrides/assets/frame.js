/**
 * What opens the navigation and the search on a narrow page, for the keyboard and for screen readers.
 *
 * The theme has labels of boxes that nobody sees there, which only a finger or a mouse can use. In their places stand
 * buttons that say whether it is open. What is closed can't be reached; see "the drawer and the search" in site.css.
 */

/// <reference lib="dom" />

{
  /**
   * @param {string} id   of the box that is ticked while it is open
   * @param {string} held   what it opens
   * @param {string} first   what is to be used first in there
   */
  const opener = (id, held, first) => {
    const box = document.querySelector(`input#${id}`);
    const label = document.querySelector(`.md-header [for=${id}].md-header__button`);
    // Instant navigation puts another in its place.
    const region = () => document.querySelector(held);
    if (!(box instanceof HTMLInputElement) || !(label instanceof HTMLLabelElement)) return undefined;
    const button = document.createElement("button");
    button.type = "button";
    button.className = label.className;
    button.dataset.for = id;
    button.title = label.title;
    button.append(...label.childNodes);
    button.setAttribute("aria-label", label.title);
    label.hidden = true;
    if (id === "__drawer") label.parentElement?.prepend(button);
    else label.before(button);

    const isNarrow = () => button.getClientRects().length > 0;
    const says = () => button.setAttribute("aria-expanded", `${box.checked}`);
    const open = () => {
      if (!box.checked) box.click();
      /** @type {HTMLElement | null} */ (region()?.querySelector(first))?.focus();
    };
    const close = () => {
      const isInside = region()?.contains(document.activeElement);
      if (box.checked) box.click();
      if (isInside && isNarrow()) button.focus();
    };
    says();
    box.addEventListener("change", () => {
      says();
      if (!box.checked) close();
    });
    button.addEventListener("click", () => (box.checked ? close() : open()));
    return { box, region, button, isNarrow, open, close };
  };

  const drawer = opener("__drawer", ".md-sidebar--primary", "a");
  const search = opener("__search", ".md-search__inner", "input");

  addEventListener("focusin", ({ target }) => {
    const isOutside = target instanceof Node && target !== drawer?.button && !drawer?.region()?.contains(target);
    if (isOutside && drawer?.box.checked && drawer.isNarrow()) drawer.close();
  });
  let wasSearching = false;
  addEventListener("keydown", () => (wasSearching = search?.box.checked ?? false), { capture: true });
  addEventListener("keydown", (event) => {
    // The theme has closed the search; the next stop would be in what is still sliding away.
    if (event.key === "Tab" && wasSearching && search?.isNarrow()) event.preventDefault();
    if (event.key === "Escape" && drawer?.box.checked && drawer.isNarrow()) {
      drawer.close();
      drawer.button.focus();
    }
    // The theme has taken the key for itself, and could not put the focus on what is hidden.
    if (event.defaultPrevented && "fs/".includes(event.key) && search?.isNarrow() && !search.box.checked) search.open();
  });
  const results = document.querySelector(".md-search-result__list");
  const nothing = document.querySelector("template.av-nothing");
  if (results?.parentElement) {
    new MutationObserver(() => {
      // What people call a page stands below each result, as a list of its own; it is no part to go to.
      for (const each of results.querySelectorAll("nav:not([role])")) each.setAttribute("role", "presentation");
      // The theme walks through all links that are there, so these come and go.
      const isEmpty = !results.childElementCount && document.querySelector(".md-search__input:valid");
      const shown = results.parentElement?.querySelector("p.av-nothing");
      if (!isEmpty) shown?.remove();
      else if (!shown && nothing instanceof HTMLTemplateElement) results.before(nothing.content.cloneNode(true));
    }).observe(results.parentElement, { childList: true, subtree: true });
  }
  // The contents of the page itself, which stand in the drawer: the theme's script opens a label that Enter is pressed on.
  for (const label of document.querySelectorAll(".md-nav--primary label[for=__toc]")) {
    if (label instanceof HTMLElement) label.tabIndex = 0;
  }
}
