// Cards wherever they stand: each in the list that its own data name, the shared menu, the keys.
const menu = document.getElementById("card-menu");
export const lists = () => [...document.querySelectorAll(".board .cards[data-state]")];
const cardsOf = (list) => [...list.querySelectorAll(":scope > .card")].filter((card) => card.offsetParent);
const addressOf = (card) => card.querySelector(".card-title a").getAttribute("href");
export const moreOf = (list) => list?.querySelector(":scope > .more");

export const cardOf = (id) => document.getElementById(`card-${id}`);
export const shown = (card) => ({ version: card.dataset.version, state: card.dataset.state });
export const named = (card) => `${card.dataset.id}:${card.dataset.version}:${card.dataset.state}`;
export const movesOf = (card) => `${addressOf(card)}/moves`;

export const listOf = (card) => lists().find((one) => one.dataset.state === card.dataset.state
  && (!one.dataset.board || one.dataset.board === card.dataset.board));

// What the server said last of a card is in its data; settling puts it where that is, also after a drop in vain.
export function settle(card) {
  put(card);
  recount();
}

function put(card) {
  const list = listOf(card);
  if (!list) {
    if (lists().length) location.reload();
    return;
  }
  const others = [...list.querySelectorAll(":scope > .card")].filter((one) => one !== card);
  const next = others.find((one) => one.dataset.order > card.dataset.order) ?? moreOf(list);
  if (card.parentElement !== list || card.nextElementSibling !== next) list.insertBefore(card, next);
}

export function settleAll() {
  document.querySelectorAll(".board .card").forEach(put);
  recount();
}

// Of a column that is not all here only the server knows how many there are.
function recount() {
  for (const head of document.querySelectorAll("[data-head]")) {
    const held = lists().filter((list) => list.dataset.state === head.dataset.head);
    if (held.some(moreOf)) continue;
    head.querySelector(".number").textContent = held.reduce((sum, list) => sum + list.children.length, 0);
  }
}

export function note(card, text) {
  clearNotes();
  const line = document.createElement("p");
  line.className = "card-note";
  line.textContent = text;
  card.append(line);
  mark(card);
}

const clearNotes = () => document.querySelectorAll(".card-note").forEach((line) => line.remove());

function mark(card) {
  document.querySelectorAll(".card.is-marked").forEach((one) => one.classList.remove("is-marked"));
  card.classList.add("is-marked");
}

// One card is in the order of the Tab key; the arrows go on from there.
export function enter(card) {
  document.querySelectorAll('.card[tabindex="0"]').forEach((one) => { one.tabIndex = -1; });
  card.tabIndex = 0;
}

export function focus(card) {
  enter(card);
  card.focus({ preventScroll: true });
  card.scrollIntoView({ block: "nearest", inline: "nearest" });
}

// A fresh card came with an answer: it goes to its place and the person stays with it.
document.body.addEventListener("htmx:oobAfterSwap", (event) => {
  const card = event.target.closest?.(".card");
  if (!card) return;
  clearNotes();
  settle(card);
  mark(card);
  enter(card);
  if (!document.querySelector("dialog[open]")) focus(card);
});

// The rest of a column arrived: a card that stood beyond its end already is here twice.
document.body.addEventListener("htmx:load", (event) => {
  const card = event.detail.elt;
  if (!card.matches?.(".board .card")) return;
  for (const one of document.querySelectorAll(`[id="${card.id}"]`)) if (one !== card) one.remove();
});

document.body.addEventListener("htmx:afterRequest", (event) => {
  const id = event.detail.requestConfig?.path.match(/\/tasks\/(\d+)\//)?.[1];
  const card = id && cardOf(id);
  if (!card) return;
  card.classList.remove("is-busy");
  if (document.querySelector("dialog[open]")) return;
  settle(card);
  if (event.detail.failed) note(card, document.getElementById("announcement").textContent.trim());
});

document.addEventListener("dialog-closed", () => {
  document.querySelectorAll(".card.is-busy").forEach((card) => card.classList.remove("is-busy"));
  settleAll();
  const card = document.querySelector('.card[tabindex="0"]');
  if (card && !document.activeElement?.closest(".card, .to-do")) card.focus({ preventScroll: true });
});

// Shows what the menu holds beside a card or a button, within the window.
export function showMenu(beside) {
  menu.showPopover();
  const room = menu.getBoundingClientRect();
  menu.style.inset = "auto";
  menu.style.left = `${Math.max(8, Math.min(beside.right - room.width, innerWidth - room.width - 8))}px`;
  menu.style.top = `${Math.max(8, Math.min(beside.bottom - 8, innerHeight - room.height - 8))}px`;
  menu.querySelector('[role="menuitem"]')?.focus();
}

export async function openMenu(card) {
  focus(card);
  await htmx.ajax("GET", movesOf(card), { source: card, target: menu, swap: "innerHTML", values: shown(card) });
  if (!menu.firstElementChild) return;
  menu.classList.toggle("is-on-board", Boolean(card.closest(".board")));
  showMenu(card.getBoundingClientRect());
}

menu?.addEventListener("click", (event) => {
  if (event.target.closest('[role="menuitem"]')) menu.hidePopover();
});

menu?.addEventListener("keydown", (event) => {
  const items = [...menu.querySelectorAll('[role="menuitem"]')].filter((item) => item.offsetParent);
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  if (event.key === "Escape") document.querySelector('.card[tabindex="0"]')?.focus();
  if (!step) return;
  event.preventDefault();
  items[(items.indexOf(document.activeElement) + step + items.length) % items.length]?.focus();
});

document.addEventListener("click", (event) => {
  const button = event.target.closest?.(".card-move");
  if (button) openMenu(button.closest(".card"));
});

function beside(card, step) {
  const list = card.parentElement;
  const row = [...(list.closest(".row") ?? list.parentElement).querySelectorAll(".cards")];
  const height = cardsOf(list).indexOf(card);
  for (let at = row.indexOf(list) + step; at >= 0 && at < row.length; at += step) {
    const there = cardsOf(row[at]);
    if (there.length) return there[Math.min(height, there.length - 1)];
  }
  return null;
}

export function neighbour(card, key) {
  const around = [...document.querySelectorAll(".cards .card")].filter((one) => one.offsetParent);
  if (!card.closest(".board")) {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[key];
    return around[around.indexOf(card) + step];
  }
  if (key === "ArrowLeft" || key === "ArrowRight") return beside(card, key === "ArrowLeft" ? -1 : 1);
  const column = around.filter((one) => one.dataset.state === card.dataset.state);
  return column[column.indexOf(card) + (key === "ArrowDown" ? 1 : -1)];
}

// At the end of what is here of a column the keys go on into the rest.
async function goOn(card) {
  const more = moreOf(card.parentElement);
  if (!more || card.nextElementSibling !== more) return;
  const address = more.querySelector("button").getAttribute("hx-get");
  await htmx.ajax("GET", address, { source: card, target: more, swap: "outerHTML" });
  if (card.nextElementSibling?.matches(".card")) focus(card.nextElementSibling);
}

document.addEventListener("keydown", (event) => {
  const card = event.target;
  if (!card.matches?.(".card") || event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.key === "Enter" || (event.key === " " && !card.closest(".board"))) {
    event.preventDefault();
    openMenu(card);
  } else if (event.key.startsWith("Arrow")) {
    event.preventDefault();
    const next = neighbour(card, event.key);
    if (next) focus(next);
    else if (event.key === "ArrowDown") goOn(card);
  }
});

document.querySelector(".cards .card")?.setAttribute("tabindex", "0");
