// A card is dropped on somebody: the task is theirs, if it may be; then the server's word stands for all the page.
import { HAND } from "./dragging.js";

const place = () => document.querySelector(".people");

// Whether somebody's column takes a card: those of no board take any.
function takes(list, card) {
  const boards = list.dataset.takes?.split(" ");
  return !boards || boards.includes(card.dataset.board);
}

function showMeanings(card, from) {
  place().classList.add("is-dragging");
  for (const list of place().querySelectorAll(".one-person > .cards")) {
    const person = list.closest(".one-person");
    const isOpen = takes(list, card);
    person.classList.toggle("is-open", isOpen && list !== from);
    person.classList.toggle("is-closed", !isOpen);
    const why = person.querySelector(".why-closed");
    why.firstElementChild.textContent = isOpen ? "" : place().dataset.why;
    why.hidden = isOpen;
  }
}

function hideMeanings() {
  place().classList.remove("is-dragging");
  for (const person of place().querySelectorAll(".one-person")) {
    person.classList.remove("is-open", "is-closed");
    person.querySelector(".why-closed").hidden = true;
  }
}

let renewing = null;
function refresh(id) {
  renewing ??= htmx.ajax("GET", location.href, { source: "#results", target: "#results", select: "#results", swap: "outerHTML" })
    .then(() => {
      if (!document.activeElement?.closest(".menu, dialog")) document.getElementById(id)?.focus();
    })
    .finally(() => { renewing = null; });
  return renewing;
}

function assign(card, person) {
  card.classList.add("is-busy");
  const values = { person, version: card.dataset.version, state: card.dataset.state };
  const address = place().dataset.form.replace("/tasks/0/", `/tasks/${card.dataset.id}/`);
  return htmx.ajax("POST", address, { source: card, target: "#dialog-place", swap: "innerHTML", values });
}

let isDone = false; // whether the answer to the last drop said that it was done, which renews the page
function dropped({ item: card, from, to, oldIndex }) {
  hideMeanings();
  if (from === to) return;
  if (takes(to, card)) {
    isDone = false;
    assign(card, to.dataset.person).then(() => { if (!isDone) refresh(card.id); });
    return;
  }
  from.insertBefore(card, from.children[oldIndex] ?? null);
  window.announce(place().dataset.why);
  card.focus();
}

function bind() {
  const may = place()?.dataset.may.split(" ") ?? [];
  for (const card of place()?.querySelectorAll(".one-person > .cards > .card") ?? []) {
    card.classList.toggle("may-assign", may.includes(card.dataset.board));
  }
  for (const list of place()?.querySelectorAll(".one-person > .cards") ?? []) {
    Sortable.create(list, {
      ...HAND,
      group: "persons",
      draggable: ".may-assign",
      sort: false,
      onStart: ({ item, from }) => showMeanings(item, from),
      onEnd: dropped,
    });
  }
}

bind();
document.addEventListener("results-changed", bind);
// What was done in a card's menu or form shows in everybody's figures too.
document.body.addEventListener("task-changed", (event) => {
  isDone = true;
  refresh(`card-${event.detail.id}`);
});
