/**
 * Leaves those items of a list that are due at a time and take no longer than one has.
 *
 * @module
 */

/** @param {HTMLFormElement} form */
export function enableFilter(form) {
  const sections = [...document.querySelectorAll("[data-when]")].filter((section) => section instanceof HTMLElement);
  const status = form.querySelector("[role=status]");
  const apply = () => {
    const choices = new FormData(form);
    const when = choices.get("when");
    const minutes = Number(choices.get("minutes")) || Infinity;
    let [count, all] = [0, 0];
    for (const section of sections) {
      const isDue = !when || section.dataset.when === when;
      let countOfSection = 0;
      for (const item of section.querySelectorAll("[data-minutes]")) {
        if (!(item instanceof HTMLElement)) continue;
        item.hidden = !isDue || Number(item.dataset.minutes) > minutes;
        countOfSection += item.hidden ? 0 : 1;
        all += 1;
      }
      section.hidden = countOfSection === 0;
      count += countOfSection;
    }
    if (status instanceof HTMLElement) {
      status.textContent = (status.dataset.count ?? "").replace("{count}", `${count}`).replace("{all}", `${all}`);
    }
  };
  form.addEventListener("change", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  apply();
}
