// Undo on the month view: the clerk's last move of a chip is taken back, as long as nobody changed the task since.
const table = () => document.querySelector(".months[data-undo]");
const chipOf = (task) => document.querySelector(`.months .chip[data-task="${task}"]`);
let moved = null; // what the answer that is coming in is about
let last = null; // what may be taken back

document.body.addEventListener("task-changed", ({ detail: { id, state } }) => {
  const chip = table() && chipOf(id);
  moved = chip ? { id, state, version: Number(chip.dataset.version) + 1 } : null;
});

// The word on what was done carries the button; a move that was two steps at once (month and board) has none.
document.body.addEventListener("htmx:oobAfterSwap", (event) => {
  if (event.target.id !== "announcement") return;
  last = moved;
  moved = null;
  const chip = last && chipOf(last.id);
  if (chip && Number(chip.dataset.version) !== last.version) last = null;
  if (!last || !table()) return;
  const button = document.createElement("button");
  button.type = "button";
  button.dataset.takeBack = "";
  button.textContent = table().dataset.undo;
  document.querySelector("#announcement p")?.append(" ", button);
});

async function undo() {
  if (!last) return;
  const { id, version, state } = last;
  last = null;
  document.getElementById("announcement").replaceChildren();
  await htmx.ajax("POST", "/selection/undo", { target: "#dialog-place", swap: "innerHTML", values: { card: `${id}:${version}:${state}` } });
  if (chipOf(id)) chipOf(id).querySelector(".chip-move")?.focus();
  else location.reload(); // it comes back from another year
}

document.addEventListener("click", (event) => {
  if (event.target.closest?.("[data-take-back]")) undo();
});

document.addEventListener("keydown", (event) => {
  const isText = event.target.matches?.("input, textarea, select, [contenteditable]");
  if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.key.toLowerCase() !== "z" || isText) return;
  if (!last || document.querySelector("dialog[open]")) return;
  event.preventDefault();
  undo();
});
