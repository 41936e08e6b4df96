// Days are written dd/mm/yyyy whatever the browser's own country; its calendar stays one click away.
// Without this script the field is the browser's own; the server takes both ways of writing.
(() => {
  const WRITTEN = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/;
  const { chooseDay, wrongDay, dayPattern } = document.body.dataset;

  // "5/6/2026" as 2026-06-05; nothing for what is no day.
  function iso(text) {
    const found = text.match(WRITTEN);
    const [year, month, day] = found ? [found[3], found[2], found[1]] : text.trim().split("-");
    const written = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
    const date = new Date(`${written}T00:00:00Z`);
    return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written) ? written : "";
  }

  const written = (value) => value.split("-").reverse().join("/");

  function check(field, calendar) {
    const value = iso(field.value);
    calendar.value = value;
    const isOut = value && ((calendar.min && value < calendar.min) || (calendar.max && value > calendar.max));
    const bounds = [calendar.min, calendar.max].map((day) => (day ? written(day) : "…")).join(" – ");
    field.setCustomValidity(!field.value || (value && !isOut) ? "" : isOut ? bounds : wrongDay);
    if (value) field.value = written(value);
  }

  function opener(field, calendar, name) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "quiet day-opener";
    button.setAttribute("aria-label", `${chooseDay}: ${name}`);
    button.innerHTML = '<svg class="icon" aria-hidden="true"><use href="#icon-day"></use></svg>';
    button.addEventListener("click", () => {
      calendar.value = iso(field.value);
      calendar.showPicker();
    });
    return button;
  }

  function rewrite(field) {
    const calendar = field.cloneNode();
    const name = field.getAttribute("aria-label") ?? field.closest("label")?.textContent.trim() ?? "";
    const row = document.createElement("span");
    for (const one of ["name", "id", "required", "autofocus", "aria-describedby"]) calendar.removeAttribute(one);
    calendar.tabIndex = -1;
    calendar.setAttribute("aria-hidden", "true");
    calendar.className = "day-calendar";
    const value = field.value || (field.getAttribute("value") ?? "");
    const hadFocus = document.activeElement === field;
    field.type = "text";
    field.value = iso(value) ? written(iso(value)) : value;
    field.placeholder = dayPattern;
    field.inputMode = "numeric";
    field.autocomplete = "off";
    field.setAttribute("aria-label", name);
    row.className = "day-field";
    field.replaceWith(row);
    row.append(field, calendar, opener(field, calendar, name));
    check(field, calendar);
    field.addEventListener("input", () => field.setCustomValidity(""));
    field.addEventListener("change", () => check(field, calendar));
    calendar.addEventListener("change", () => {
      field.value = written(calendar.value);
      check(field, calendar);
      field.dispatchEvent(new Event("change", { bubbles: true }));
    });
    if (hadFocus || field.autofocus) field.focus();
  }

  const rewriteAll = (within) => within.querySelectorAll('input[type="date"][name]').forEach(rewrite);
  rewriteAll(document);
  document.body.addEventListener("htmx:afterSwap", (event) => rewriteAll(event.target));
  document.body.addEventListener("htmx:load", (event) => rewriteAll(event.detail.elt));
})();
