// The bell: how much is unread, asked for while the page is in sight; its list opens below it, or as a page.
(() => {
  const bell = document.getElementById("bell");
  const panel = document.getElementById("bell-panel");
  if (!bell) return;
  const label = bell.getAttribute("aria-label");
  const EVERY = 20000;
  let tag = "";
  let known = null;

  async function ask() {
    if (document.hidden) return;
    try {
      const headers = { "BV-Background": "1", ...(tag ? { "If-None-Match": tag } : {}) };
      const answer = await fetch(bell.dataset.unread, { headers, cache: "no-store", redirect: "error" });
      if (!answer.ok) return;
      tag = answer.headers.get("ETag") ?? "";
      show(await answer.json());
    } catch { /* the server is away: the next time will tell */ }
  }

  function show({ count, said }) {
    const badge = bell.querySelector(".bell-count");
    badge.hidden = !count;
    badge.textContent = count > 99 ? "99+" : count;
    bell.setAttribute("aria-label", count ? `${label}: ${said}` : label);
    bell.title = said;
    if (known !== null && count > known) document.getElementById("bell-said").textContent = said;
    known = count;
  }

  async function fill() {
    await htmx.ajax("GET", bell.href, { target: panel, swap: "innerHTML" });
  }

  async function openPanel() {
    await fill();
    panel.showPopover();
    const place = bell.getBoundingClientRect();
    panel.style.top = `${place.bottom + 6}px`;
    panel.style.left = `${Math.max(8, Math.min(place.right - panel.offsetWidth, innerWidth - panel.offsetWidth - 8))}px`;
    panel.querySelector("a, button")?.focus();
  }

  bell.addEventListener("click", (event) => {
    const asPage = event.ctrlKey || event.metaKey || event.shiftKey || !matchMedia("(min-width: 40rem)").matches;
    if (asPage || !panel.showPopover || location.pathname === bell.pathname) return;
    event.preventDefault();
    if (panel.matches(":popover-open")) panel.hidePopover();
    else openPanel();
  });
  panel.addEventListener("click", (event) => {
    // A line of the page that is open already: the panel gives the view free.
    if (event.target.closest("a")) panel.hidePopover();
  });
  panel.addEventListener("toggle", (event) => {
    if (event.newState === "closed" && panel.contains(document.activeElement)) bell.focus();
  });

  document.body.addEventListener("bell-read", () => {
    ask();
    if (panel.matches(":popover-open")) fill();
  });
  document.addEventListener("visibilitychange", ask);
  setInterval(ask, EVERY);
  ask();
})();
