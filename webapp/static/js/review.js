// The review: keys for walking and deciding, the place of the focus, and what others decide, as it comes.
const ONWARD = { j: "review-next", ArrowRight: "review-next", k: "review-previous", ArrowLeft: "review-previous", t: "review-summary" };
const KEPT = "review-keys";
const EVERY = 4000;
const review = () => document.getElementById("review");
const isBusy = () => document.querySelector("dialog[open]") !== null;

// One-letter keys can be switched off (WCAG 2.1.4); the choice stays in this browser.
const keysAreOn = () => { try { return localStorage.getItem(KEPT) !== "off"; } catch { return true; } };
function showKeys() {
  const box = document.getElementById("review-keys");
  if (box) box.checked = keysAreOn();
  document.body.classList.toggle("without-keys", !keysAreOn());
}
document.addEventListener("change", (event) => {
  if (event.target.id !== "review-keys") return;
  try { localStorage.setItem(KEPT, event.target.checked ? "on" : "off"); } catch { /* kept for this page only */ }
  showKeys();
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || isBusy() || !keysAreOn()) return;
  if (event.target.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable]")) return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const found = document.getElementById(ONWARD[key]) ?? document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (!found) return;
  event.preventDefault();
  found.click();
});

// Words of several lines are sent without leaving their field.
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.matches?.("dialog textarea")) event.target.form.requestSubmit();
});

// A link that stands for a button is pressed with the space bar, too.
document.addEventListener("keydown", (event) => {
  if (event.key === " " && event.target.matches?.("a[role=button]")) { event.preventDefault(); event.target.click(); }
});

// Each item is read out as it arrives; after a decision the next step is at hand.
document.getElementById("review-title")?.focus({ preventScroll: true });
let decided = false;
document.body.addEventListener("task-changed", () => { decided = true; });
document.body.addEventListener("htmx:afterSettle", () => {
  showKeys();
  if (!decided || isBusy()) return;
  decided = false;
  document.getElementById("review-next")?.focus();
});
document.addEventListener("dialog-closed", () => { if (document.activeElement === document.body) document.getElementById("review-title")?.focus({ preventScroll: true }); });

// What the others see: asked for again while the page is looked at, and nobody is deciding on it.
async function look() {
  const place = review();
  if (!place?.dataset.live || "acts" in place.dataset || document.hidden || isBusy()) return;
  const address = `${place.dataset.live}?seen=${encodeURIComponent(place.dataset.seen)}`;
  const answer = await fetch(address, { headers: { "HX-Request": "true", "BV-Background": "1" } }).catch(() => null);
  if (answer?.status !== 200 || review() !== place) return;
  htmx.swap(place, await answer.text(), { swapStyle: "outerHTML", settleDelay: 0, swapDelay: 0 });
  const said = review()?.dataset.said;
  if (said && said !== place.dataset.said) window.announce(said);
}
setInterval(look, EVERY);
showKeys();
