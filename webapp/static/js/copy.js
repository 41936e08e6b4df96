// Copies an address that is shown once.
const button = document.querySelector("[data-copy]");
button?.addEventListener("click", async () => {
  const field = document.querySelector("[data-copy-from]");
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
  } catch {
    document.execCommand("copy");
  }
  window.announce(button.dataset.copy);
});
