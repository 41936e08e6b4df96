// Cards wherever they stand: each in the list that its own data name, the shared menu, the keys.
const menu = document.getElementById("card-menu");
const lists = () => [...document.querySelectorAll(".board .cards[data-state]")];
const cardsOf = (list) => [...list.querySelectorAll(":scope > .card")].filter((card) => card.offsetParent);
const addressOf = (card) => card.querySelector(".card-title a").getAttribute("href");

export const cardOf = (id) => document.getElementById(`card-${id}`);
export const shown = (card) => ({ version: card.dataset.version, state: card.dataset.state });
export const movesOf = (card) => `${addressOf(card)}/moves`;

// What the server said last of a card is in its data; settling puts it where that is, also after a drop in vain.
export function settle(card) {
  const list = lists().find((one) => one.dataset.state === card.dataset.state
    && (!one.dataset.board || one.dataset.board === card.dataset.board));
  if (!list) {
    if (lists().length) location.reload();
    return;
  }
  if (card.parentElement !== list) {
    const after = [...list.children].find((one) => one !== card && one.dataset.order > card.dataset.order);
    list.insertBefore(card, after ?? null);
  }
  recount();
}

export const settleAll = () => document.querySelectorAll(".board .card").forEach(settle);

function recount() {
  for (const head of document.querySelectorAll("[data-head]")) {
    const held = lists().filter((list) => list.dataset.state === head.dataset.head);
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
function enter(card) {
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
  settleAll();
  const card = document.querySelector('.card[tabindex="0"]');
  if (card && !document.activeElement?.closest(".card")) card.focus({ preventScroll: true });
});

export async function openMenu(card) {
  focus(card);
  await htmx.ajax("GET", movesOf(card), { source: card, target: menu, swap: "innerHTML", values: shown(card) });
  if (!menu.firstElementChild) return;
  menu.showPopover();
  const beside = card.getBoundingClientRect();
  const room = menu.getBoundingClientRect();
  menu.style.inset = "auto";
  menu.style.left = `${Math.max(8, Math.min(beside.right - room.width, innerWidth - room.width - 8))}px`;
  menu.style.top = `${Math.max(8, Math.min(beside.bottom - 8, innerHeight - room.height - 8))}px`;
  menu.querySelector('[role="menuitem"]')?.focus();
}

menu?.addEventListener("click", (event) => {
  if (event.target.closest('[role="menuitem"]')) menu.hidePopover();
});

menu?.addEventListener("keydown", (event) => {
  const items = [...menu.querySelectorAll('[role="menuitem"]')];
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
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

function neighbour(card, key) {
  const around = [...document.querySelectorAll(".cards .card")].filter((one) => one.offsetParent);
  if (!card.closest(".board")) {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[key];
    return around[around.indexOf(card) + step];
  }
  if (key === "ArrowLeft" || key === "ArrowRight") return beside(card, key === "ArrowLeft" ? -1 : 1);
  const column = around.filter((one) => one.dataset.state === card.dataset.state);
  return column[column.indexOf(card) + (key === "ArrowDown" ? 1 : -1)];
}

document.addEventListener("keydown", (event) => {
  const card = event.target;
  if (!card.matches?.(".card")) return;
  if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    openMenu(card);
  } else if (event.key.startsWith("Arrow")) {
    event.preventDefault();
    const next = neighbour(card, event.key);
    if (next) focus(next);
  }
});

document.querySelector(".cards .card")?.setAttribute("tabindex", "0");
