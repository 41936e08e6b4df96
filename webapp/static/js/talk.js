// The talk on a task's page: calling people by “@”, drafts that stay, what others said meanwhile.
import { watchMentions } from "./mentions.js";

const EVERY = 15000;
const part = () => document.getElementById("talk");
const form = () => document.querySelector(".talk-form");
const draft = (one) => `draft:${one.getAttribute("action")}`;

watchMentions();

document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  if (event.target.matches?.("textarea[data-mentions]")) event.target.form.requestSubmit();
});

// What was typed and not yet sent stays, whatever happens to the page or the session.
document.addEventListener("input", (event) => {
  const one = event.target.closest?.(".talk-form");
  if (one) sessionStorage.setItem(draft(one), event.target.value);
});

function restore() {
  const text = form()?.elements.text;
  if (text && !text.value) text.value = sessionStorage.getItem(draft(form())) ?? "";
}

document.body.addEventListener("htmx:beforeSwap", (event) => {
  const one = event.detail.requestConfig?.elt;
  if (one?.matches?.(".talk-form") && event.detail.xhr.status === 200) sessionStorage.removeItem(draft(one));
});

document.body.addEventListener("htmx:afterSettle", (event) => {
  restore();
  // What was just sent is in sight and next to the keyboard.
  if (event.detail.requestConfig?.elt?.matches?.(".talk-form") && event.detail.xhr.status === 200) {
    part().querySelector(".comment")?.focus({ preventScroll: true });
  }
});

async function ask() {
  const here = part();
  if (!here || document.hidden || document.querySelector("dialog[open]")) return;
  try {
    const address = `${here.dataset.address}?seen=${here.dataset.seen}`;
    const answer = await fetch(address, { headers: { "HX-Request": "true", "BV-Background": "1" }, redirect: "error" });
    if (answer.status !== 200) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("talk");
    if (!fresh || here !== part()) return;
    // Only the lines are replaced: who is writing goes on writing.
    const lines = document.importNode(fresh.querySelector(".changes"), true);
    here.querySelector(".changes").replaceWith(lines);
    here.dataset.seen = fresh.dataset.seen;
    htmx.process(lines);
    window.announce(here.dataset.new);
  } catch { /* the server is away: the next time will tell */ }
}

restore();
setInterval(ask, EVERY);
document.addEventListener("visibilitychange", ask);
