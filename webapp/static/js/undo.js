// Undo: what this page did last is taken back, as long as nobody changed the card since. The server decides.
import { ask } from "./asking.js";
import { cardOf, named } from "./cards.js";

const board = () => document.querySelector(".board");
const done = []; // the last is taken back first
let asked = null; // what is on its way

const stateOf = (card) => ({ id: card.dataset.id, state: card.dataset.state, order: card.dataset.order });

// Called before a request that may be undone, while the cards’ data still say how they stand.
export function remember(kind, cards) {
  asked = { kind, cards: cards.map(stateOf) };
}

function keep(kind, ids) {
  const cards = (asked?.cards ?? []).filter((card) => ids.includes(card.id));
  asked = null;
  if (cards.length && kind) done.push({ kind, cards });
  while (done.length > 20) done.shift();
}

export function undo() {
  const last = done.pop();
  asked = null;
  if (!last) return;
  const cards = last.cards.filter((one) => cardOf(one.id)).map((one) => `${named(cardOf(one.id))}:${one.order}`);
  if (cards.length) ask("POST", last.kind === "places" ? "/selection/places" : "/selection/undo", cards);
}

// What is sent may come from a dialog that stood open for long: only now is it known which cards it is about.
document.body.addEventListener("htmx:configRequest", ({ detail: { verb, path, formData } }) => {
  if (verb !== "post" || !board() || path === "/selection/places") return;
  const single = path.match(/^\/tasks\/(\d+)\//)?.[1];
  const several = path === "/selection/moves" ? formData.getAll("card").map((card) => card.split(":")[0]) : [];
  const cards = [single, ...several].map((id) => id && cardOf(id)).filter(Boolean);
  asked = null;
  if (cards.length) remember("moves", cards);
});

let offered = false;
document.body.addEventListener("task-changed", ({ detail: { id, state } }) => {
  const before = asked?.cards.find((card) => card.id === String(id));
  if (!before || before.state === state) return;
  keep("moves", [String(id)]);
  offered = true;
});
document.body.addEventListener("cards-changed", ({ detail: { ids } }) => {
  const kind = asked?.kind;
  keep(kind, ids.map(String));
  offered = Boolean(kind && ids.length);
});

// The word on what was done carries the button.
document.body.addEventListener("htmx:oobAfterSwap", (event) => {
  if (event.target.id !== "announcement" || !offered || !board()) return;
  offered = false;
  const button = document.createElement("button");
  button.type = "button";
  button.dataset.takeBack = "";
  button.textContent = board().dataset.undo;
  document.querySelector("#announcement p")?.append(" ", button);
});

document.addEventListener("click", (event) => {
  if (event.target.closest?.("[data-take-back]")) {
    document.getElementById("announcement").replaceChildren();
    undo();
  }
});

document.addEventListener("keydown", (event) => {
  const isText = event.target.matches?.("input, textarea, select, [contenteditable]");
  if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.key.toLowerCase() !== "z" || isText) return;
  if (!board() || document.querySelector("dialog[open]")) return;
  event.preventDefault();
  undo();
});
