// Requests about several cards at once.
import { named } from "./cards.js";

// `cards` are elements, or what the server is to be told of them; `values` say what else it is about.
export function ask(verb, address, cards, values = {}, target = "#dialog-place") {
  const data = new FormData();
  for (const card of cards) data.append("card", typeof card === "string" ? card : named(card));
  for (const [name, value] of Object.entries(values)) if (value !== undefined) data.append(name, value);
  for (const card of cards) card.classList?.add("is-busy");
  return htmx.ajax(verb, address, { target, swap: "innerHTML", values: data })
    .finally(() => document.querySelectorAll(".card.is-busy").forEach((card) => card.classList.remove("is-busy")));
}
