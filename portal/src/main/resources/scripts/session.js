// Nothing typed is lost when the session is over: before a form is sent the session is asked. Where it
// is over, a banner opens the sign-in in a new tab, and the form is sent when that tab says so.

import { banner } from "./banner.js";
import { portalIsAway } from "./outage.js";

const SESSION_OVER = 499;
const PLACE = "session-over";
const channel = new BroadcastChannel("session");
const waiting = [];

async function whoseSession() {
  const answer = await fetch("/session", {
    headers: { "X-Requested-By": "script", Accept: "text/plain" },
    redirect: "manual",
  });
  if (answer.status === 200) return answer.text();
  if (answer.status === SESSION_OVER || answer.type === "opaqueredirect" || answer.status === 401) return null;
  throw new Error(`The session could not be asked (${answer.status}).`);
}

function askToSignIn() {
  const element = banner(
    PLACE,
    "Your session is over. What you typed is still here: sign in in a new tab, and it is sent.",
  );
  const link = document.createElement("a");
  link.href = "/session/renewed";
  link.target = "_blank";
  // The new tab tells this one by the channel, not as its opener.
  link.rel = "noopener";
  link.className = "button primary";
  link.textContent = "Sign in again";
  element.append(link);
  element.scrollIntoView({ block: "nearest" });
  link.focus();
}

async function sendWhatWaits() {
  const subject = await whoseSession();
  if (subject === null) return;
  if (subject !== document.body.dataset.visitor) {
    banner(PLACE, "Somebody else is signed in now, so nothing was sent. Sign in as before to send it.");
    waiting.length = 0;
    return;
  }
  document.getElementById(PLACE)?.remove();
  for (const send of waiting.splice(0)) send();
}

function needsSession(form) {
  return (
    form.getAttribute("method") === "post" &&
    document.body.dataset.visitor !== "" &&
    !form.getAttribute("action")?.endsWith("/sign-out") &&
    !form.matches("[hx-post], [data-own-script]")
  );
}

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (event.defaultPrevented || !needsSession(form) || form.dataset.sessionAsked === "yes") return;
  event.preventDefault();
  const button = event.submitter;
  const send = () => {
    form.dataset.sessionAsked = "yes";
    form.requestSubmit(button);
    // A page that comes back from the browser's memory asks again.
    delete form.dataset.sessionAsked;
  };
  let subject;
  try {
    subject = await whoseSession();
  } catch {
    // The browser would leave the page, and with it what was typed, for one that says the same.
    portalIsAway();
    return;
  }
  if (subject === document.body.dataset.visitor) {
    send();
  } else {
    waiting.push(send);
    if (subject === null) askToSignIn();
    else await sendWhatWaits();
  }
});

// Parts of a page that htmx asks for.
document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.xhr.status !== SESSION_OVER) return;
  event.detail.shouldSwap = false;
  event.detail.isError = false;
  const element = event.detail.requestConfig.elt;
  waiting.push(() => {
    if (element.matches("form")) element.requestSubmit();
    else element.click();
  });
  askToSignIn();
});

channel.addEventListener("message", sendWhatWaits);

if (document.querySelector("[data-session-renewed]")) {
  channel.postMessage("renewed");
  window.close();
}

export { whoseSession, askToSignIn, waiting };
