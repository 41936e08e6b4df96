// Dragging: a drop asks the server what it means, and makes that move, opens its form, or springs back with the reason.
import { focus, movesOf, note, settle, shown } from "./cards.js";

const board = document.querySelector(".board");
let answers = Promise.resolve(null);

function asked(card) {
  const address = `${movesOf(card)}?${new URLSearchParams(shown(card))}`;
  return fetch(address, { headers: { Accept: "application/json" } })
    .then((answer) => (answer.ok ? answer.json() : null))
    .catch(() => null);
}

// What the column of a list answers to this card: {url, asks} or {why}.
function meaning(drops, card, list) {
  const otherBoard = list.dataset.board && list.dataset.board !== card.dataset.board;
  const otherState = list.dataset.state !== card.dataset.state;
  if (otherBoard && otherState) return { why: board.dataset.oneAtATime };
  if (otherBoard) return { asks: true, to: list.dataset.board, ...drops.board };
  return drops.columns[list.dataset.state] ?? {};
}

function showMeanings(card, drops) {
  for (const list of board.querySelectorAll(".cards")) {
    const column = list.closest(".column");
    const { url, why } = meaning(drops, card, list);
    column.classList.toggle("is-open", Boolean(url));
    column.classList.toggle("is-closed", Boolean(why));
    const line = column.querySelector(".why-closed");
    line.firstElementChild.textContent = why ?? "";
    line.hidden = !why;
  }
}

function hideMeanings() {
  board.classList.remove("is-dragging");
  for (const column of board.querySelectorAll(".column")) {
    column.classList.remove("is-open", "is-closed");
    column.querySelector(".why-closed").hidden = true;
  }
}

function picked({ item }) {
  board.classList.add("is-dragging");
  answers = asked(item);
  answers.then((drops) => {
    if (drops && !drops.stale && board.classList.contains("is-dragging")) showMeanings(item, drops);
  });
}

function springBack(card, why) {
  settle(card);
  note(card, why);
  window.announce(why);
  focus(card);
}

// The page shows an older card than the server has: the answer is the fresh one, and a word about it.
function askFresh(card) {
  htmx.ajax("GET", movesOf(card), { source: card, target: "#card-menu", swap: "innerHTML", values: shown(card) });
}

async function dropped({ item: card, from, to: list }) {
  hideMeanings();
  if (from === list) return;
  card.classList.add("is-busy");
  const drops = await answers;
  card.classList.remove("is-busy");
  if (!drops) return springBack(card, document.body.dataset.lost);
  if (drops.stale) return askFresh(card);
  const { url, why, asks, to } = meaning(drops, card, list);
  if (!url) return springBack(card, why);
  focus(card);
  card.classList.add("is-busy");
  const values = to ? { ...shown(card), to } : shown(card);
  htmx.ajax(asks ? "GET" : "POST", url, { source: card, target: "#dialog-place", swap: "innerHTML", values });
}

for (const list of board?.querySelectorAll(".cards") ?? []) {
  Sortable.create(list, {
    group: "cards",
    draggable: ".card",
    filter: "button",
    preventOnFilter: false,
    sort: false,
    forceFallback: true,
    fallbackOnBody: true,
    fallbackTolerance: 4,
    delay: 180,
    delayOnTouchOnly: true,
    touchStartThreshold: 5,
    revertOnSpill: true,
    ghostClass: "is-ghost",
    fallbackClass: "is-held-in-hand",
    onStart: picked,
    onEnd: dropped,
  });
}
