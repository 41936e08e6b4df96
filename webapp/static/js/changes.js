// What others change appears by itself: the page asks every few seconds, while it is looked at, what is new.
import { cardOf, enter, listOf, moreOf, settle } from "./cards.js";

const EVERY = 5000;
const board = () => document.querySelector(".board");
let timer = null;
let failures = 0;
let ownMoves = 0; // what was asked for before one's own last move is out of date when it comes

// Nothing moves under a hand.
const isBusy = () => board().classList.contains("is-dragging") || document.querySelector(".card.is-busy");

function address() {
  const { changes, since, revision, day, organisation } = board().dataset;
  const asked = new URL(changes, location.origin);
  for (const [name, value] of Object.entries({ since, revision, day, organisation })) asked.searchParams.set(name, value);
  return asked;
}

export async function look() {
  clearTimeout(timer);
  try {
    if (board() && !document.hidden && !isBusy()) await ask();
    failures = 0;
    quiet();
  } catch {
    failures += 1;
    if (failures > 1) tell(document.body.dataset.lost);
  }
  timer = setTimeout(look, EVERY * Math.min(failures + 1, 6));
}

async function ask() {
  const [at, before] = [board(), ownMoves];
  const answer = await fetch(address(), { headers: { "HX-Request": "true", "BV-Background": "1", "If-None-Match": `"${at.dataset.tag}"` } });
  if (answer.status === 304) return;
  if (answer.status === 401) return signedOut();
  if (answer.status === 205) return startAnew();
  if (!answer.ok) throw new Error(answer.statusText);
  const text = await answer.text();
  // Meanwhile a card may have been moved or taken in hand, or another page be shown.
  if (board() !== at || isBusy() || before !== ownMoves) return;
  at.dataset.tag = answer.headers.get("ETag").replace(/^W\/|"/g, "");
  takeOver(new DOMParser().parseFromString(text, "text/html").querySelector("[data-since]"));
}

function takeOver(news) {
  Object.assign(board().dataset, { since: news.dataset.since, revision: news.dataset.revision });
  const gone = news.dataset.gone.split(" ").map((id) => id && cardOf(id)).filter(Boolean);
  gone.forEach(remove);
  const changed = [...news.querySelectorAll("li.card")].filter(takeCard).length + gone.length;
  for (const total of news.querySelectorAll("[data-total]")) {
    document.querySelector(`[data-head="${total.dataset.total}"] .number`).textContent = total.textContent;
  }
  takeCounts(news.querySelector(".counts"));
  document.dispatchEvent(new CustomEvent("cards-renewed"));
  if (changed) document.getElementById("heard").textContent = board().dataset.someChanged.replace("…", changed);
}

const marksOf = (card) => card.querySelector(".card-marks")?.textContent;

const isSame = (old, card) => old.dataset.version === card.dataset.version && old.dataset.order === card.dataset.order
  && marksOf(old) === marksOf(card);

// True when the page shows something else than before.
function takeCard(card) {
  const old = cardOf(card.dataset.id);
  if (old && isSame(old, card)) return false;
  if (!old && isBeyond(card)) return false;
  const hadFocus = old && old.contains(document.activeElement);
  const wasEntry = old?.tabIndex === 0;
  if (old) old.replaceWith(card);
  else board().append(card);
  settle(card);
  if (wasEntry) enter(card);
  if (hadFocus) card.focus({ preventScroll: true });
  card.classList.add("is-news");
  return true;
}

// It belongs to the part of its column that is not here yet, and comes with it.
function isBeyond(card) {
  const list = listOf(card);
  const last = moreOf(list)?.previousElementSibling;
  return Boolean(last && card.dataset.order > last.dataset.order);
}

function remove(card) {
  const next = card.nextElementSibling ?? card.previousElementSibling;
  const hadFocus = card.contains(document.activeElement);
  if (card.tabIndex === 0 && next?.matches(".card")) enter(next);
  card.remove();
  if (hadFocus) next?.focus({ preventScroll: true });
}

function takeCounts(counts) {
  const old = document.querySelector(".counts");
  if (!old || !counts || old.contains(document.activeElement) || old.innerHTML === counts.innerHTML) return;
  old.replaceWith(counts);
}

// More than cards is new. The page is loaded when that disturbs nobody.
function startAnew() {
  const isInUse = document.querySelector("dialog[open], :popover-open, .card.is-selected")
    || document.activeElement?.matches("input, textarea, select");
  if (!isInUse) location.reload();
}

const signedOut = () => tell(board().dataset.signedOut);

function tell(text) {
  const line = document.getElementById("board-state");
  if (line.textContent !== text) line.textContent = text;
  line.hidden = false;
}

function quiet() {
  const line = document.getElementById("board-state");
  if (line && failures === 0 && line.textContent !== board()?.dataset.signedOut) line.hidden = true;
}

document.addEventListener("signed-in-again", () => {
  document.getElementById("board-state").hidden = true;
  look();
});
document.addEventListener("visibilitychange", () => { if (!document.hidden) look(); });
// After one's own move the counts are others too.
for (const name of ["task-changed", "cards-changed"]) {
  document.body.addEventListener(name, () => {
    ownMoves += 1;
    clearTimeout(timer);
    timer = setTimeout(look, 250);
  });
}

timer = setTimeout(look, EVERY);
