// Several cards at once: chosen by Ctrl or Shift and a click, X or the space bar, or by a tap while choosing.
import { ask } from "./asking.js";
import { cardOf, focus, neighbour, settleAll, showMenu } from "./cards.js";

const board = () => document.querySelector(".board");
const bar = () => document.querySelector(".selection-bar");
const menu = document.getElementById("card-menu");
const chosen = new Set(); // ids, so that fresh cards stay chosen
let last = null; // from which Shift goes on
let isChoosing = false;

const cards = () => [...document.querySelectorAll(".board .card")].filter((card) => chosen.has(card.dataset.id));

export const selected = (card) => (chosen.has(card.dataset.id) ? cards() : [card]);

function show() {
  if (!board()) return;
  for (const card of document.querySelectorAll(".board .card")) {
    const isOn = chosen.has(card.dataset.id);
    if (card.classList.toggle("is-selected", isOn)) card.setAttribute("aria-description", board().dataset.chosen);
    else card.removeAttribute("aria-description");
  }
  const text = board().dataset.selected.replace("…", chosen.size);
  bar().hidden = !chosen.size && !isChoosing;
  bar().querySelector("p").textContent = text;
  for (const button of bar().querySelectorAll("[data-menu], [data-form]")) button.disabled = !chosen.size;
  document.body.classList.toggle("has-selection", !bar().hidden);
}

function say() {
  show();
  document.getElementById("heard").textContent = board().dataset.selected.replace("…", chosen.size);
}

export function clear() {
  if (!chosen.size && !isChoosing) return;
  chosen.clear();
  choose(false);
  say();
}

export function toggle(card) {
  if (!chosen.delete(card.dataset.id)) chosen.add(card.dataset.id);
  last = card.dataset.id;
  say();
}

// From the card that was chosen last to this one, in its column.
function reach(card) {
  const column = [...card.parentElement.querySelectorAll(":scope > .card")];
  const from = column.indexOf(cardOf(last)), to = column.indexOf(card);
  const range = from < 0 ? [card] : column.slice(Math.min(from, to), Math.max(from, to) + 1);
  for (const one of range) chosen.add(one.dataset.id);
  if (from < 0) last = card.dataset.id;
  say();
}

function choose(isOn) {
  isChoosing = isOn;
  document.getElementById("selecting")?.setAttribute("aria-checked", String(isOn));
  board()?.classList.toggle("is-choosing", isOn);
}

document.addEventListener("click", (event) => {
  if (event.target.closest?.("#selecting")) {
    if (isChoosing) return clear();
    choose(true);
    return show();
  }
  if (event.target.closest?.("[data-clear]")) return clear();
  const select = event.target.closest?.("[data-select]");
  if (select) return toggle(cardOf(select.closest("[data-task]").dataset.task));
  return null;
});

// Before a link is followed or a menu opens.
document.addEventListener("click", (event) => {
  const card = event.target.closest?.(".board .card");
  const isWanted = event.ctrlKey || event.metaKey || event.shiftKey || (isChoosing && !event.target.closest(".card-move"));
  if (!card || !isWanted) return;
  event.preventDefault();
  event.stopPropagation();
  if (event.shiftKey) reach(card);
  else toggle(card);
  focus(card);
}, { capture: true });

document.addEventListener("keydown", (event) => {
  const card = event.target.closest?.(".board .card");
  if (event.key === "Escape" && !document.querySelector("dialog[open], :popover-open")) clear();
  if (!card || card !== event.target || event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.key === " " || event.key.toLowerCase() === "x") {
    event.preventDefault();
    toggle(card);
  } else if (event.shiftKey && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
    if (!chosen.size) toggle(card);
    // The arrow itself has moved the focus by now.
    const there = document.activeElement.closest(".card") ?? neighbour(card, event.key);
    if (there) reach(there);
  }
});

// Before the card opens a menu of its own.
document.addEventListener("keydown", (event) => {
  const card = event.target;
  if (event.key !== "Enter" || !card.matches?.(".board .card") || event.altKey || event.ctrlKey || event.metaKey) return;
  if (chosen.size < 2 || !chosen.has(card.dataset.id)) return;
  event.preventDefault();
  event.stopPropagation();
  openWays(card);
}, { capture: true });

async function openWays(beside) {
  const address = bar().querySelector("[data-menu]").dataset.menu;
  await ask("GET", address, cards(), {}, menu);
  showMenu(beside.getBoundingClientRect());
}

// Moves all of them, or opens the form that asks for what is needed.
export async function moveAll(all, address, asks, values) {
  await ask(asks ? "GET" : "POST", address, all, values);
  if (!document.querySelector("dialog[open]")) settleAll();
}

document.addEventListener("click", (event) => {
  const open = event.target.closest?.(".selection-bar [data-menu]");
  const form = event.target.closest?.(".selection-bar [data-form]");
  const to = event.target.closest?.("#card-menu [data-to]");
  if (open) openWays(open);
  if (form) ask("GET", form.dataset.form, cards());
  if (to) moveAll(cards(), to.dataset.url, "asks" in to.dataset, { to: to.dataset.to });
});

// Another filter: what it hides is chosen no more.
document.addEventListener("results-changed", () => {
  for (const id of chosen) if (!cardOf(id)) chosen.delete(id);
  choose(isChoosing);
  if (!chosen.size && !board()) bar().hidden = true;
  show();
});

// Whoever was moved or assigned together is not together any more; a fresh card that is still chosen says so.
document.body.addEventListener("cards-changed", ({ detail: { ids } }) => {
  if (!ids.some((id) => chosen.has(String(id)))) return;
  chosen.clear();
  choose(false);
  show();
});
document.addEventListener("cards-renewed", () => { if (chosen.size) show(); });
document.body.addEventListener("htmx:oobAfterSwap", (event) => {
  if (chosen.size && event.target.closest?.(".card")) show();
});
