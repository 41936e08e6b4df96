// Calling somebody: an “@” in a comment opens the list of people, without regard to accents.
const MOST = 8;
const CALL = /(?:^|[^\p{L}\p{N}@.])@([^\n@]{0,40})$/u;
let people = null;
let chosen = -1;

const fold = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/đ/g, "d");
const listOf = (text) => document.getElementById(text.getAttribute("aria-controls"));
const options = (text) => [...listOf(text).children];

async function known(text) {
  people ??= fetch(text.dataset.mentions).then((answer) => (answer.ok ? answer.json() : []), () => []);
  return people;
}

function close(text) {
  listOf(text).hidden = true;
  listOf(text).replaceChildren();
  text.removeAttribute("aria-activedescendant");
  chosen = -1;
}

async function look(text) {
  const call = CALL.exec(text.value.slice(0, text.selectionStart));
  if (!call) return close(text);
  const words = fold(call[1]);
  const all = await known(text);
  const first = ([, , name]) => Number(name.startsWith(words)); // before those that hold the words further on
  const found = all.filter(([, , name]) => ` ${name}`.includes(` ${words}`)).sort((a, b) => first(b) - first(a)).slice(0, MOST);
  if (!found.length || document.activeElement !== text) return close(text);
  listOf(text).replaceChildren(...found.map((one, at) => option(text, one, at)));
  listOf(text).hidden = false;
  mark(text, 0);
  const status = document.getElementById("bell-said");
  if (status) status.textContent = text.dataset.found.replace("…", found.length);
}

function option(text, [id, name], at) {
  const line = document.createElement("li");
  line.id = `${listOf(text).id}-${at}`;
  line.role = "option";
  line.textContent = name;
  line.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    pick(text, id, name);
  });
  line.pick = () => pick(text, id, name);
  return line;
}

function mark(text, at) {
  const all = options(text);
  chosen = (at + all.length) % all.length;
  all.forEach((line, nth) => line.setAttribute("aria-selected", nth === chosen));
  text.setAttribute("aria-activedescendant", all[chosen].id);
  all[chosen].scrollIntoView({ block: "nearest" });
}

function pick(text, id, name) {
  const end = text.selectionStart;
  const start = text.value.lastIndexOf("@", end - 1);
  text.setRangeText(`@${name} `, start, end, "end");
  const field = document.createElement("input");
  field.type = "hidden";
  field.name = "picked";
  field.value = id;
  text.form.append(field);
  close(text);
  text.dispatchEvent(new Event("input", { bubbles: true }));
}

function onKey(event) {
  const text = event.target;
  if (!text.matches?.("textarea[data-mentions]") || listOf(text).hidden) return;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) mark(text, chosen + step);
  else if ((event.key === "Enter" && !event.ctrlKey) || event.key === "Tab") options(text)[chosen].pick();
  else if (event.key === "Escape") close(text);
  else return;
  event.preventDefault();
  event.stopPropagation();
}

export function watchMentions() {
  document.addEventListener("keydown", onKey, true);
  document.addEventListener("input", (event) => {
    if (event.target.matches?.("textarea[data-mentions]")) look(event.target);
  });
  document.addEventListener("focusout", (event) => {
    if (event.target.matches?.("textarea[data-mentions]")) close(event.target);
  });
}
