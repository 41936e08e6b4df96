// The search box of the header: offers tasks while one types. The keys are those of a combobox with a list.
const form = document.querySelector(".find");
const field = form?.querySelector("input");
const list = form?.querySelector(".offers");
const options = () => [...list.querySelectorAll('[role="option"]')];
let asked = null; // the request that is under way

function close() {
  asked?.abort();
  list.hidden = true;
  field.setAttribute("aria-expanded", "false");
  field.removeAttribute("aria-activedescendant");
}

function choose(option) {
  for (const one of options()) one.setAttribute("aria-selected", String(one === option));
  if (option) field.setAttribute("aria-activedescendant", option.id);
  else field.removeAttribute("aria-activedescendant");
  option?.scrollIntoView({ block: "nearest" });
}

async function offer() {
  asked?.abort();
  if (!field.value.trim()) return close();
  asked = new AbortController();
  const address = `${form.dataset.offers}?${new URLSearchParams({ q: field.value })}`;
  const answer = await fetch(address, { headers: { "HX-Request": "true" }, signal: asked.signal }).catch(() => null);
  if (!answer?.ok || document.activeElement !== field) return;
  list.innerHTML = await answer.text();
  list.hidden = !list.firstElementChild;
  field.setAttribute("aria-expanded", String(!list.hidden));
  choose(null);
}

let waiting = 0;
field?.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(offer, 150);
});

field?.addEventListener("keydown", (event) => {
  const all = list.hidden ? [] : options();
  const at = all.findIndex((one) => one.getAttribute("aria-selected") === "true");
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    if (!all.length) offer();
    else choose(all[(at + (event.key === "ArrowDown" ? 1 : at < 0 ? 0 : -1) + all.length) % all.length]);
  } else if (event.key === "Enter" && at >= 0 && !event.isComposing) {
    event.preventDefault();
    all[at].querySelector("a").click();
  } else if (event.key === "Escape") {
    if (!list.hidden) event.preventDefault();
    else field.blur();
    close();
  }
});
form?.addEventListener("focusout", (event) => {
  if (!form.contains(event.relatedTarget)) close();
});
// A press on an option must not take the focus from the field before the click arrives.
list?.addEventListener("mousedown", (event) => event.preventDefault());
form?.addEventListener("submit", (event) => {
  if (!field.value.trim()) event.preventDefault();
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
  if (event.target.closest?.("input, textarea, select, [contenteditable], dialog[open]")) return;
  const there = field?.offsetParent ? field : document.getElementById("search-q") ?? document.getElementById("filter-q");
  if (!there) return;
  event.preventDefault();
  there.focus();
  there.select();
});
