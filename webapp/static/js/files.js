// Files in a form: chosen one after another, dropped, pasted or photographed; all of them are sent together.
(() => {
  document.documentElement.classList.add("can-send-files"); // chosen is sent; without this script a button sends
  const field = (place) => place?.querySelector?.("[data-files] input[type=file]");
  const held = new WeakMap(); // what an input holds, since choosing again replaces it
  const refused = new Map(); // what a form held when it was sent, for the form that comes back with a reason

  const same = (one, other) => one.name === other.name && one.size === other.size && one.lastModified === other.lastModified;

  function hold(input, files) {
    const sum = new DataTransfer();
    files.forEach((file) => sum.items.add(file));
    input.files = sum.files;
    held.set(input, files);
    const box = input.closest("[data-files]");
    const size = files.reduce((bytes, file) => bytes + file.size, 0);
    input.setCustomValidity(size > Number(box.dataset.most) ? box.dataset.tooLarge : "");
    list(input, box, files);
  }

  function list(input, box, files) {
    box.querySelector(".files-chosen").replaceChildren(...files.map((file) => {
      const line = document.createElement("li");
      const name = document.createElement("span");
      name.textContent = file.name;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "quiet";
      button.textContent = "×";
      button.setAttribute("aria-label", box.dataset.remove.replace("…", file.name));
      button.addEventListener("click", () => {
        hold(input, held.get(input).filter((one) => one !== file));
        input.focus();
      });
      line.append(name, button);
      return line;
    }));
  }

  function add(input, files) {
    const before = held.get(input) ?? [];
    hold(input, [...before, ...files.filter((file) => !before.some((one) => same(one, file)))]);
    if (!input.form.matches("[data-files-at-once]")) return;
    window.htmx?.process(input.form); // a form that has just arrived may not be ready yet
    input.form.requestSubmit();
  }

  document.addEventListener("change", (event) => {
    if (event.target.matches?.("[data-files] input[type=file]")) add(event.target, [...event.target.files]);
  });

  // Where a drop lands: the open dialog's form, else the form under the pointer, else the page's own.
  const open = () => document.querySelector("dialog[open]");
  const target = () => field(open() ?? document);
  const brings = (event) => event.dataTransfer?.types.includes("Files");

  document.addEventListener("dragover", (event) => {
    const input = brings(event) && target();
    if (!input) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "copy";
    input.closest("[data-files]").classList.add("is-over");
  });
  const left = () => document.querySelectorAll(".file-field.is-over").forEach((box) => box.classList.remove("is-over"));
  document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) left(); });
  document.addEventListener("drop", (event) => {
    const input = brings(event) && target();
    left();
    if (!input) return;
    event.preventDefault();
    add(input, [...event.dataTransfer.files]);
  });

  document.addEventListener("paste", (event) => {
    const files = [...event.clipboardData.files];
    const input = files.length && target();
    if (!input) return;
    event.preventDefault();
    add(input, files);
  });

  document.body?.addEventListener("htmx:beforeRequest", (event) => {
    const input = field(event.target);
    if (input?.files.length) refused.set(input.form.getAttribute("action"), [...input.files]);
  });
  document.body?.addEventListener("htmx:afterRequest", (event) => {
    const sent = event.target.getAttribute?.("action");
    if (event.detail.successful) refused.delete(sent);
  });
  document.body?.addEventListener("htmx:afterSwap", (event) => {
    const input = field(event.detail.target);
    const files = input && refused.get(input.form.getAttribute("action"));
    if (files && !input.form.matches("[data-files-at-once]")) hold(input, files);
  });
  document.addEventListener("dialog-closed", () => refused.clear());

  document.body?.addEventListener("htmx:xhr:progress", (event) => {
    const bar = event.target.querySelector?.(".files-progress");
    if (!bar || !event.detail.lengthComputable || !field(event.target)?.files.length) return;
    bar.hidden = false;
    bar.value = event.detail.loaded / event.detail.total;
  });
})();
