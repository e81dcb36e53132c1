// A part of a page that could not be asked for: the page says why and stays as it is, with all that
// was typed into it.
import { banner } from "./banner.js";

const PLACE = "no-answer";

// The sentence of the page of failure that came instead.
function reason(text) {
  const page = new DOMParser().parseFromString(text, "text/html");
  return page.querySelector(".failure .lead")?.textContent ?? "That did not work. Please try again in a moment.";
}

function show(sentence) {
  banner(PLACE, `${sentence} What you typed is still here.`).scrollIntoView({ block: "nearest" });
}

function portalIsAway() {
  show("The portal does not answer right now. Please try again in a moment.");
}

document.addEventListener("htmx:responseError", (event) => show(reason(event.detail.xhr.responseText)));
document.addEventListener("htmx:sendError", portalIsAway);
document.addEventListener("htmx:afterRequest", (event) => {
  if (event.detail.successful) document.getElementById(PLACE)?.remove();
});

export { portalIsAway };
