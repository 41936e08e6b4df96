// What every page does: dialogs, what is said to the person, choices that apply at once.
(() => {
  const place = document.getElementById("dialog-place");
  const said = () => document.getElementById("announcement");

  function dialogClosed() {
    place.replaceChildren();
    document.dispatchEvent(new CustomEvent("dialog-closed"));
  }

  function dialogArrived() {
    const dialog = place.querySelector("dialog");
    if (!dialog) return dialogClosed();
    if (dialog.open) return;
    dialog.addEventListener("close", dialogClosed);
    dialog.showModal();
  }

  // An answer that opens no dialog leaves the one that was opened while it was on its way, with what is typed in it.
  document.body.addEventListener("htmx:beforeSwap", (event) => {
    const { target, requestConfig, serverResponse } = event.detail;
    const open = target === place && place.querySelector("dialog[open]");
    if (open && !open.contains(requestConfig.elt) && !serverResponse.includes("<dialog")) event.detail.swapOverride = "none";
  });

  document.body.addEventListener("htmx:afterSwap", (event) => {
    if (event.detail.target === place) dialogArrived();
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-close]");
    if (button) button.closest("dialog")?.close();
  });

  // A word on the last action stays until the person goes on; nothing disappears while it is being read.
  let saidAt = 0;
  document.body.addEventListener("htmx:oobAfterSwap", () => { saidAt = Date.now(); });
  const goOn = (event) => {
    if (Date.now() - saidAt > 1000 && !said().contains(event.target)) said().replaceChildren();
  };
  document.addEventListener("pointerdown", goOn);
  document.addEventListener("keydown", goOn);

  window.announce = (text) => {
    const line = document.createElement("p");
    line.textContent = text;
    saidAt = Date.now();
    said().replaceChildren(line);
  };

  // On a narrow screen the sections scroll sideways: the one that is open is in sight.
  for (const here of document.querySelectorAll(".sections [aria-current], .sub-sections [aria-current]")) {
    const row = here.parentElement;
    row.scrollLeft = here.offsetLeft - row.offsetLeft - (row.clientWidth - here.offsetWidth) / 2;
  }

  document.addEventListener("change", (event) => {
    const form = event.target.closest?.("[data-at-once]");
    if (form && event.target.matches("select, [type=checkbox]")) form.requestSubmit();
  });
})();
