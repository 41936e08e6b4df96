// How much of a file has been sent, and that it is being read once it is there.
const form = document.querySelector(".upload-form");
const sending = form?.querySelector(".sending");

document.body.addEventListener("htmx:xhr:progress", (event) => {
  if (event.target !== form || !event.detail.lengthComputable) return;
  const { loaded, total } = event.detail;
  sending.hidden = false;
  const bar = sending.querySelector("progress");
  if (loaded < total) bar.value = loaded / total;
  else bar.removeAttribute("value");
  sending.querySelector("p").textContent = loaded < total ? sending.dataset.sending : sending.dataset.reading;
});

document.body.addEventListener("htmx:afterRequest", (event) => {
  // The page that follows a document that was read takes its time to come; a refusal stands in place of the progress.
  if (event.target === form && !event.detail.xhr.getResponseHeader("HX-Redirect")) sending.hidden = true;
});
