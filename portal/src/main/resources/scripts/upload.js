// Files go with their progress, and leaving while one is on its way asks first. Without scripts the
// same form is sent as any other.
import { askToSignIn, waiting, whoseSession } from "./session.js";

const SESSION_OVER = 499;
const REFUSED = 422;
const COUNTED_UP_TO = 16 * 1024 * 1024;

let sending = false;

window.addEventListener("beforeunload", (event) => {
  if (sending) event.preventDefault();
});

// Rows of a text, without its header; null where the file is not a text.
async function rowsOf(file) {
  if (!file || file.size === 0 || file.size > COUNTED_UP_TO || !/\.(csv|tsv|txt)$/i.test(file.name)) return null;
  const text = await file.text();
  return Math.max(0, text.split("\n").filter((line) => line.trim() !== "").length - 1);
}

function checking(rows) {
  if (rows === null) return "The rows are being checked.";
  return rows === 1 ? "1 row is being checked." : `${rows.toLocaleString(document.documentElement.lang)} rows are being checked.`;
}

function show(form, sentence, percent) {
  const place = form.querySelector("[data-upload-progress]");
  place.hidden = sentence === null;
  if (sentence === null) return;
  const said = place.querySelector("[data-upload-said]");
  if (said.textContent !== sentence) said.textContent = sentence;
  const bar = place.querySelector("progress");
  if (percent === null) bar.removeAttribute("value");
  else bar.value = percent;
}

function finish(form, request) {
  if (request.status === REFUSED) {
    const page = new DOMParser().parseFromString(request.responseText, "text/html");
    const summary = page.querySelector(".error-summary");
    document.querySelector("#content .error-summary")?.remove();
    if (summary) {
      form.before(summary);
      summary.focus();
    }
    return;
  }
  if (request.status >= 200 && request.status < 300) {
    location.assign(request.responseURL);
    return;
  }
  show(form, "That did not work. Nothing was posted; please try again.", 0);
}

async function send(form) {
  const file = form.elements.file.files[0];
  const rows = await rowsOf(file);
  const button = form.querySelector("button[type=submit]");
  const request = new XMLHttpRequest();
  request.open("POST", form.action);
  request.setRequestHeader("X-Requested-By", "script");
  request.setRequestHeader("Accept", "text/html");
  request.upload.addEventListener("progress", (event) => {
    if (!event.lengthComputable) return;
    const percent = Math.round((event.loaded / event.total) * 100);
    show(form, percent < 100 ? `${percent} % is sent.` : checking(rows), percent < 100 ? percent : null);
  });
  request.upload.addEventListener("load", () => show(form, checking(rows), null));
  request.addEventListener("loadend", () => {
    sending = false;
    button.disabled = false;
    if (request.status === SESSION_OVER) {
      show(form, null, null);
      waiting.push(() => send(form));
      askToSignIn();
      return;
    }
    if (request.status !== 0) show(form, null, null);
    finish(form, request);
  });
  sending = true;
  button.disabled = true;
  show(form, "The file is being sent.", 0);
  request.send(new FormData(form));
}

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (form.matches("[data-upload]")) {
    event.preventDefault();
    if (sending) return;
    let subject;
    try {
      subject = await whoseSession();
    } catch {
      subject = document.body.dataset.visitor; // The answer to the file says what is wrong.
    }
    if (subject === document.body.dataset.visitor) {
      await send(form);
    } else {
      waiting.push(() => send(form));
      askToSignIn();
    }
  } else if (form.dataset.busy && !event.defaultPrevented) {
    const said = document.createElement("p");
    said.setAttribute("role", "status");
    said.textContent = form.dataset.busy;
    form.append(said);
  }
});

for (const input of document.querySelectorAll("[data-upload] input[type=file]")) {
  const zone = input.closest(".drop-zone");
  const name = zone.querySelector("[data-file-name]");
  input.addEventListener("change", () => {
    if (input.files[0]) name.textContent = input.files[0].name;
  });
  for (const kind of ["dragenter", "dragover"]) zone.addEventListener(kind, () => zone.classList.add("drop-zone-over"));
  for (const kind of ["dragleave", "drop"]) zone.addEventListener(kind, () => zone.classList.remove("drop-zone-over"));
}
