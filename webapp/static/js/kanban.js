// Dragging: a drop asks the server what it means, and makes that move, opens its form, or springs back with the reason.
import "./changes.js";
import { focus, lists, movesOf, named, note, settleAll, shown } from "./cards.js";
import { HAND } from "./dragging.js";
import { neighbours, place } from "./placing.js";
import { moveAll, selected } from "./selection.js";
import "./undo.js";

const board = () => document.querySelector(".board");
let answers = Promise.resolve(null);
let hand = []; // the cards that are dragged, in their order; the first of the page first
let isCancelled = false;
let home = null; // where the one under the pointer came from

function asked(cards) {
  const several = new URLSearchParams(cards.map((card) => ["card", named(card)]));
  const one = `${movesOf(cards[0])}?${new URLSearchParams(shown(cards[0]))}`;
  return fetch(cards.length > 1 ? `/selection/moves?${several}` : one, { headers: { Accept: "application/json" } })
    .then((answer) => {
      if (answer.status === 401) document.dispatchEvent(new CustomEvent("session-ended"));
      return answer.ok ? answer.json() : null;
    })
    .catch(() => null);
}

// What the column of a list answers to these cards: {url, asks} or {why}; {} when nothing is to be moved.
function meaning(drops, cards, list) {
  const otherBoard = list.dataset.board && cards.some((card) => list.dataset.board !== card.dataset.board);
  const otherState = cards.some((card) => list.dataset.state !== card.dataset.state);
  if (otherBoard && otherState) return { why: board().dataset.oneAtATime };
  if (otherBoard) return { asks: true, ...drops.board, to: list.dataset.board };
  return otherState ? drops.columns[list.dataset.state] ?? {} : drops.place ?? {};
}

function showMeanings(cards, drops) {
  for (const list of lists()) {
    const column = list.closest(".column");
    const { url, why } = meaning(drops, cards, list);
    column.classList.toggle("is-open", Boolean(url));
    column.classList.toggle("is-closed", Boolean(why));
    const line = column.querySelector(".why-closed");
    line.firstElementChild.textContent = why ?? "";
    line.hidden = !why;
  }
}

function hideMeanings() {
  board().classList.remove("is-dragging");
  for (const column of board().querySelectorAll(".column")) {
    column.classList.remove("is-open", "is-closed");
    column.querySelector(".why-closed").hidden = true;
  }
  for (const card of hand) card.classList.remove("is-held-along");
}

function picked({ item, from }) {
  board().classList.add("is-dragging");
  isCancelled = false;
  hand = selected(item);
  home = { list: from, next: item.nextElementSibling };
  const inHand = document.querySelector("body > .is-held-in-hand");
  if (hand.length > 1) inHand?.setAttribute("data-many", hand.length);
  for (const card of hand) if (card !== item) card.classList.add("is-held-along");
  answers = asked(hand);
  const cards = hand;
  answers.then((drops) => {
    if (drops && !drops.stale && cards === hand && board().classList.contains("is-dragging")) showMeanings(cards, drops);
  });
}

// Esc puts everything back where it was.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !board()?.classList.contains("is-dragging")) return;
  event.stopImmediatePropagation();
  isCancelled = true;
  document.dispatchEvent(new PointerEvent("pointerup", { bubbles: true }));
}, { capture: true });

function springBack(cards, why) {
  settleAll();
  note(cards[0], why);
  window.announce(why);
  focus(cards[0]);
}

// The page shows an older card than the server has: the answer is the fresh one, and a word about it.
function askFresh(card) {
  htmx.ajax("GET", movesOf(card), { source: card, target: "#card-menu", swap: "innerHTML", values: shown(card) });
}

async function dropped({ item, to: list }) {
  hideMeanings();
  const cards = hand;
  const isWhereItWas = home.list === list && home.next === item.nextElementSibling;
  if (isCancelled || isWhereItWas) return settleAll();
  const between = neighbours([item, ...cards.filter((card) => card !== item)]);
  cards.forEach((card) => card.classList.add("is-busy"));
  const drops = await answers;
  cards.forEach((card) => card.classList.remove("is-busy"));
  if (!drops) return springBack(cards, document.body.dataset.lost);
  if (drops.stale) return askFresh(item);
  return carryOut(meaning(drops, cards, list), cards, item, between);
}

function carryOut({ url, why, asks, to }, cards, item, between) {
  if (why) return springBack(cards, why);
  if (!url) return cards.every((card) => card.dataset.state === item.parentElement.dataset.state)
    ? place(cards, between) : settleAll();
  focus(item);
  if (cards.length > 1) return moveAll(cards, url, asks, { to, ...between });
  item.classList.add("is-busy");
  const values = { ...shown(item), ...between, ...(to ? { to } : {}) };
  return htmx.ajax(asks ? "GET" : "POST", url, { source: item, target: "#dialog-place", swap: "innerHTML", values });
}

function makeDraggable(list) {
  if (Sortable.get(list)) return;
  Sortable.create(list, {
    ...HAND,
    group: "cards",
    draggable: ".card",
    onStart: picked,
    onEnd: dropped,
  });
}

// Filters may bring another board without another page.
htmx.onLoad(() => lists().forEach(makeDraggable));
lists().forEach(makeDraggable);
