// A table pasted from Word or Excel: its page form tells merged cells and lines, the text in the field does not.
document.addEventListener("paste", (event) => {
  const name = event.target.dataset?.pasteInto;
  if (!name) return;
  const page = event.clipboardData.getData("text/html");
  event.target.form.elements[name].value = /<table/i.test(page) ? page : "";
});

// What is typed afterwards counts more than what was pasted.
document.addEventListener("input", (event) => {
  const name = event.target.dataset?.pasteInto;
  if (name && event.inputType !== "insertFromPaste") event.target.form.elements[name].value = "";
});
