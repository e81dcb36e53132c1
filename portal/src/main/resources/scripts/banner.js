// A sentence at the top of the page about what has just happened to it. Each kind has one place, so
// that six requests at once say it once.
export function banner(id, sentence) {
  let element = document.getElementById(id);
  if (!element) {
    element = document.createElement("section");
    element.id = id;
    element.className = "banner look-due-soon";
    element.setAttribute("role", "alert");
    document.getElementById("content").prepend(element);
  }
  const paragraph = document.createElement("p");
  paragraph.className = "banner-text";
  paragraph.textContent = sentence;
  element.replaceChildren(paragraph);
  return element;
}
