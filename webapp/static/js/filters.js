// The filters: what is chosen applies at once; an empty choice has no place in the address.
const form = () => document.querySelector(".narrow-form");
const isLive = (element) => element.matches(".narrow-form[hx-get], .narrow-form [hx-get]");

// A choice that hangs on another that was taken back goes with it.
function withoutEmpty(parameters) {
  for (const [name, value] of Object.entries(parameters)) if (value === "") delete parameters[name];
  if (!parameters.board) delete parameters.cooperating;
}

document.addEventListener("change", (event) => {
  const field = event.target.closest?.(".narrow-form :is(select, [type=checkbox])");
  if (field) field.form.requestSubmit();
});

document.body.addEventListener("htmx:configRequest", (event) => {
  if (isLive(event.detail.elt)) withoutEmpty(event.detail.parameters);
});

document.addEventListener("submit", (event) => {
  if (!event.target.matches(".narrow-form:not([hx-get])")) return;
  for (const field of event.target.elements) if (field.name && !field.value) field.disabled = true;
});
window.addEventListener("pageshow", () => {
  for (const field of form()?.elements ?? []) field.disabled = false;
});

// What is shown has changed under pages that bind themselves to it.
document.body.addEventListener("htmx:afterSettle", (event) => {
  if (event.detail.target?.id !== "results") return;
  document.querySelector(".cards .card")?.setAttribute("tabindex", "0");
  document.dispatchEvent(new CustomEvent("results-changed"));
  document.dispatchEvent(new CustomEvent("cards-renewed"));
});

// The panel of further filters closes as menus do.
document.addEventListener("click", (event) => {
  const open = document.querySelector(".more-filters[open]");
  if (open && !open.contains(event.target)) open.open = false;
});
document.addEventListener("keydown", (event) => {
  const open = event.key === "Escape" && document.querySelector(".more-filters[open]");
  if (!open) return;
  open.open = false;
  open.querySelector("summary").focus();
});

// On a narrow screen the ways to look scroll sideways: the one that is open is in sight.
const here = document.querySelector(".year-views [aria-current]");
if (here) here.parentElement.scrollLeft = here.offsetLeft - here.parentElement.offsetLeft - 24;
