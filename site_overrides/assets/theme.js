/**
 * The navigation and the search of a narrow page, for the keyboard and for screen readers; and what either engine's
 * search shows where it finds nothing.
 *
 * The theme opens both by labels of hidden boxes, which only a finger or a mouse can use. Here they give way to the
 * buttons beside them (partials/header.html), which say whether it is open. What is closed can't be reached; see "the
 * drawer and the search" in site.css.
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

  const template = document.querySelector("template.av-nothing");
  /**
   * Shows where to go next while a search has no results, and takes that away once it has some: the theme walks through
   * all links that are there.
   *
   * @param {Element} list   of results
   * @param {boolean} isAsked   whether something is searched for
   */
  const showNothing = (list, isAsked) => {
    const shown = list.parentElement?.querySelector("p.av-nothing");
    if (list.childElementCount || !isAsked) shown?.remove();
    else if (!shown && template instanceof HTMLTemplateElement) list.before(template.content.cloneNode(true));
  };

  const results = document.querySelector(".md-search-result__list");
  if (results?.parentElement) {
    new MutationObserver(() => {
      // What people call a page stands below each result, as a list of its own; it is no part to go to.
      for (const list of results.querySelectorAll("nav:not([role])")) list.setAttribute("role", "presentation");
      showNothing(results, document.querySelector(".md-search__input:valid") !== null);
    }).observe(results.parentElement, { childList: true, subtree: true });
  }
  // Zensical's script puts its search into a shadow tree at the end of the page, out of reach of our styles.
  addEventListener("load", () => {
    const root = [...document.body.children].find((element) => element.shadowRoot)?.shadowRoot;
    if (!root) return;
    const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText));
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules.filter((rule) => rule.startsWith(".av-nothing")).join("\n"));
    root.adoptedStyleSheets.push(sheet);
    new MutationObserver(() => {
      const list = root.querySelector("[role=listbox]");
      const status = root.querySelector("[role=status]")?.textContent;
      if (list) showNothing(list, status === "No results");
    }).observe(root, { childList: true, characterData: true, subtree: true });
  });
  // The contents of the page itself, which stand in the drawer: the theme's script opens a label that Enter is pressed on.
  for (const label of document.querySelectorAll(".md-nav--primary label[for=__toc]")) {
    if (label instanceof HTMLElement) label.tabIndex = 0;
  }
}
