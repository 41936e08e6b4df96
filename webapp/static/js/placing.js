// The order of a column: cards are put beside a neighbour by a drop, by Alt with an arrow, or from the menu.
import { ask } from "./asking.js";
import { cardOf, listOf } from "./cards.js";
import { remember } from "./undo.js";

const isCard = (one) => one?.matches(".card");

// Between which cards the first of those in hand stands; the others in hand are no neighbours.
export function neighbours(cards) {
  const inHand = new Set(cards);
  const walk = (from, way) => {
    let one = from[way];
    while (one && (inHand.has(one) || !isCard(one))) one = one[way];
    return isCard(one) ? one.dataset.id : undefined;
  };
  const after = walk(cards[0], "previousElementSibling");
  const before = walk(cards[0], "nextElementSibling");
  return after ? { after } : before ? { before } : {};
}

export function place(cards, values) {
  remember("places", cards);
  return ask("POST", "/selection/places", cards, values);
}

// One step up or down, past the neighbour that stands there; or to an end of the whole column.
export function move(card, way) {
  if (way === "first" || way === "last") return place([card], { end: way });
  const list = [...listOf(card).querySelectorAll(":scope > .card")];
  const there = list[list.indexOf(card) + (way === "up" ? -1 : 1)];
  if (there) place([card], way === "up" ? { before: there.dataset.id } : { after: there.dataset.id });
}

document.addEventListener("keydown", (event) => {
  const way = { ArrowUp: "up", ArrowDown: "down" }[event.key];
  if (!way || !event.altKey || !event.target.matches?.(".board .card")) return;
  event.preventDefault();
  move(event.target, way);
});

document.getElementById("card-menu")?.addEventListener("click", (event) => {
  const button = event.target.closest("[data-place]");
  if (button) move(cardOf(button.closest("[data-task]").dataset.task), button.dataset.place);
});
