// A chip is dropped on another month or board: the form asks why, and the server's word decides where the chip stands.
import { HAND } from "./dragging.js";
import "./undo_month.js";

const table = () => document.querySelector(".months");
const lists = () => [...document.querySelectorAll(".months .chips")];
const chips = () => document.querySelectorAll(".months .chip");
const home = (chip) => lists().find((list) => list.dataset.cell === chip.dataset.cell);

// What the server said last of a chip is in its data; settling puts it there, also after a drop in vain.
function settle(chip) {
  const list = home(chip);
  if (!list) chip.remove();
  else if (chip.parentElement !== list) list.append(chip);
}

function settleAll() {
  chips().forEach(settle);
  for (const list of lists()) list.parentElement.classList.toggle("is-empty", !list.children.length);
}

function ask(chip, values) {
  const address = table().dataset.form.replace("/tasks/0/", `/tasks/${chip.dataset.task}/`);
  chip.classList.add("is-busy");
  htmx.ajax("GET", address, {
    source: chip,
    target: "#dialog-place",
    swap: "innerHTML",
    values: { kind: chip.dataset.kind, version: chip.dataset.version, ...values },
  });
}

let last = null; // the chip to go back to when the dialog closes

function dropped({ item: chip, from, to: list }) {
  table().classList.remove("is-dragging");
  if (from === list) return;
  last = chip.id;
  ask(chip, { to: list.dataset.month, board: list.dataset.board });
}

document.addEventListener("click", (event) => {
  const chip = event.target.closest?.(".chip-move")?.closest(".chip");
  if (!chip) return;
  last = chip.id;
  ask(chip, {});
});

document.addEventListener("dialog-closed", () => {
  settleAll();
  const chip = last && document.getElementById(last);
  chip?.classList.remove("is-busy");
  chip?.querySelector(".chip-move")?.focus();
});

document.body.addEventListener("htmx:oobAfterSwap", settleAll);
document.body.addEventListener("htmx:afterRequest", (event) => {
  chips().forEach((chip) => chip.classList.remove("is-busy"));
  if (event.detail.failed && !document.querySelector("dialog[open]")) settleAll();
});

function makeDraggable(list) {
  Sortable.create(list, {
    ...HAND,
    group: "chips",
    draggable: ".chip:not([data-done])",
    sort: false,
    onStart: () => table().classList.add("is-dragging"),
    onEnd: dropped,
  });
}

const bind = () => lists().forEach(makeDraggable);
bind();
// Filters bring another table without another page.
document.addEventListener("results-changed", bind);
