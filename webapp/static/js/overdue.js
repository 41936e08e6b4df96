// A task was extended or moved in a dialog: its item is asked for again, late or settled.
document.body.addEventListener("task-changed", (event) => {
  const item = document.getElementById(`overdue-${event.detail.id}`);
  if (item) htmx.ajax("GET", item.dataset.address, { source: item, target: item, swap: "outerHTML" });
});
