// The server is away, or the session has ended: what was typed stays, and what was asked can be asked again.
(() => {
  const body = document.body;
  const place = document.getElementById("sign-in-place");
  const notice = document.getElementById("away");
  const PING = 4000;
  let waiting = []; // what met the end of the session, to be asked again after signing in
  let lost = null; // what did not reach the server last
  let timer = null;
  let isOpening = false;
  let rounds = 0; // who signs in and is still refused is not asked for ever

  const asked = ({ requestConfig, etc }) => ({ ...requestConfig, swap: etc?.swapOverride });

  function again({ verb, path, elt, target, formData, swap }) {
    if (!elt.isConnected) return;
    const values = new FormData();
    for (const [name, value] of formData) if (name !== "csrf_token") values.append(name, value);
    htmx.ajax(verb, path, { source: elt, target, values, swap });
  }

  // The session has ended: one signs in where one is.
  body.addEventListener("htmx:responseError", (event) => {
    if (event.detail.xhr.status !== 401) return;
    window.announce(body.dataset.ended);
    if (++rounds > 5) return;
    waiting.push(asked(event.detail));
    openSignIn();
  });
  document.addEventListener("session-ended", openSignIn); // said by what asks without htmx

  // Once, however many requests meet the end: a second dialog would take away what is typed in the first.
  function openSignIn() {
    if (isOpening || place.firstElementChild) return;
    isOpening = true;
    htmx.ajax("GET", body.dataset.signIn, { target: place, swap: "innerHTML" }).finally(() => { isOpening = false; });
  }

  body.addEventListener("htmx:afterSwap", (event) => {
    if (event.detail.target !== place) return;
    const signedIn = place.querySelector("[data-signed-in]");
    if (signedIn) return goOn(signedIn.dataset);
    const dialog = place.querySelector("dialog");
    dialog.addEventListener("close", () => { place.replaceChildren(); waiting = []; });
    dialog.showModal();
  });

  function goOn({ signedIn, token }) {
    if (signedIn !== body.dataset.person) return location.reload();
    place.replaceChildren();
    renewTokens(token);
    window.announce(body.dataset.goesOn);
    document.dispatchEvent(new CustomEvent("signed-in-again"));
    waiting.splice(0).forEach(again);
  }

  function renewTokens(token) {
    const headers = JSON.parse(body.getAttribute("hx-headers"));
    body.setAttribute("hx-headers", JSON.stringify({ ...headers, "X-CSRFToken": token }));
    document.querySelector("[name=csrf-token]").content = token;
    for (const field of document.querySelectorAll("[name=csrf_token]")) field.value = token;
  }

  // The server is away: a line stays until it is back; what was asked is asked again only by hand.
  function away(event) {
    lost = asked(event.detail);
    notice.querySelector("button").hidden = true;
    notice.querySelector("p").textContent = body.dataset.lost;
    notice.hidden = false;
    clearTimeout(timer);
    timer = setTimeout(look, PING);
  }

  async function look() {
    const answer = await fetch(body.dataset.health, { cache: "no-store" }).catch(() => null);
    if (!answer?.ok) {
      timer = setTimeout(look, PING);
      return;
    }
    notice.querySelector("p").textContent = body.dataset.back;
    notice.querySelector("button").hidden = !lost?.elt.isConnected;
  }

  body.addEventListener("htmx:sendError", away);
  body.addEventListener("htmx:timeout", away);
  body.addEventListener("htmx:responseError", (event) => {
    if (event.detail.xhr.status > 500) away(event);
  });
  body.addEventListener("htmx:afterOnLoad", (event) => {
    if (event.detail.xhr.status < 500) back();
    if (event.detail.xhr.status < 400 && event.detail.target !== place) rounds = 0;
  });
  window.addEventListener("online", () => { if (!notice.hidden) look(); });

  function back() {
    clearTimeout(timer);
    notice.hidden = true;
    lost = null;
  }

  notice.querySelector("button").addEventListener("click", () => {
    const request = lost;
    back();
    again(request);
  });
})();
