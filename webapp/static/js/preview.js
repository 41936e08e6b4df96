// Answering by keyboard goes on with the next question: the button that was pressed is gone with its question.
let keyed = false;
document.addEventListener("click", (event) => {
  if (event.target.closest?.(".answers button, .row-acts button, .removed button")) keyed = event.detail === 0;
});

document.body.addEventListener("htmx:afterSettle", (event) => {
  const row = event.detail.elt.closest?.("tr[id^='row-']");
  if (!keyed || !row) return;
  keyed = false;
  const places = [...document.querySelectorAll("#preview .answers button:first-of-type, #preview .removed button")];
  const next = places.find((place) => row.contains(place)
    || row.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING);
  (next ?? row.querySelector("input, button"))?.focus();
});

// The place of a question that a link leads to is opened.
const open = () => document.querySelector(`details${location.hash || ":not(*)"}`)?.setAttribute("open", "");
window.addEventListener("hashchange", open);
open();
