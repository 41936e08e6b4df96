// Answering by keyboard goes on with the next question: the button that was pressed is gone with its question.
let keyed = false;
let acted = null;
let below = null;
document.addEventListener("click", (event) => {
  const button = event.target.closest?.(".answers button, .row-acts button, .removed button");
  if (!button) return;
  keyed = event.detail === 0;
  acted = button.closest("tr[id^='row-']");
  below = acted?.nextElementSibling;
});

document.body.addEventListener("htmx:afterSettle", (event) => {
  if (!keyed) return;
  const gone = acted && !document.getElementById(acted.id); // a proposal's row
  const row = gone ? below : event.detail.elt.closest?.("tr[id^='row-']");
  if (!row?.isConnected) return;
  keyed = false;
  const places = [...document.querySelectorAll("#preview .answers button:first-of-type, #preview .removed button")];
  const next = places.find((place) => row.contains(place)
    || row.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING);
  (next ?? row.querySelector("input, button"))?.focus();
});

// Work that is taken over by keyboard: its place is drawn anew, so the next one that is open has the focus, or its own.
let pressed;
document.addEventListener("click", (event) => {
  const proposal = event.target.closest?.(".proposal-acts button")?.closest(".proposal");
  pressed = event.detail === 0 ? proposal?.id : undefined;
});

document.body.addEventListener("htmx:afterSettle", (event) => {
  const place = event.detail.elt;
  if (!pressed || place.id !== pressed) return;
  pressed = undefined;
  const next = [...document.querySelectorAll(".proposal:not(.is-taken)")].find((one) => one === place
    || place.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
  (next ?? place).querySelector("select, button")?.focus();
});

// The place of a question that a link leads to is opened.
const open = () => document.querySelector(`details${location.hash || ":not(*)"}`)?.setAttribute("open", "");
window.addEventListener("hashchange", open);
open();
