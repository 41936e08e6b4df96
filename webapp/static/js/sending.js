// What is sent: once however often one clicks, shown to be under way when it takes long; and passwords that can be seen.
(() => {
  const LONG = 400;
  const ONCE = 5000;
  const under = new Set();
  const sent = new WeakSet();
  let timer = null;

  // A second click while the first is under way does nothing: htmx would send it afterwards.
  document.addEventListener("submit", (event) => {
    if (!sent.has(event.target)) return;
    event.preventDefault();
    event.stopPropagation();
  }, { capture: true });

  document.body.addEventListener("htmx:beforeRequest", (event) => {
    const { elt, requestConfig, xhr } = event.detail;
    if (requestConfig.triggeringEvent?.type === "submit" && requestConfig.verb !== "get") sent.add(elt);
    if (requestConfig.headers["BV-Background"]) return;
    under.add(xhr);
    timer ??= setTimeout(() => document.documentElement.classList.add("is-waiting"), LONG);
  });

  document.body.addEventListener("htmx:afterRequest", (event) => {
    sent.delete(event.detail.elt);
    under.delete(event.detail.xhr);
    if (under.size) return;
    clearTimeout(timer);
    timer = null;
    document.documentElement.classList.remove("is-waiting");
  });

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "post" || form.target) return;
    sent.add(form);
    setTimeout(() => sent.delete(form), ONCE); // the answer may be a file, and the page stay
  });
  window.addEventListener("pageshow", () => {
    for (const form of document.forms) sent.delete(form);
  });

  // A password can be looked at while it is typed; it leaves as a password, so that the browser may keep it.
  document.documentElement.classList.add("is-scripted");
  const passwords = (form) => [...form.querySelectorAll("[autocomplete$=-password]")];
  document.addEventListener("change", (event) => {
    if (!event.target.matches("[data-shows-passwords]")) return;
    for (const field of passwords(event.target.form)) field.type = event.target.checked ? "text" : "password";
  });
  document.addEventListener("submit", (event) => {
    for (const field of passwords(event.target)) field.type = "password";
  }, { capture: true });
})();
