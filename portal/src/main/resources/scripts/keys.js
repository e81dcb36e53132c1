// Keys of a page whose controls name one (data-key): a link is followed, everything else gets the
// focus. Not while somebody types, and not together with keys of the browser.
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  if (event.target.closest("input, select, textarea")) return;
  const control = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
  if (!control) return;
  event.preventDefault();
  control.scrollIntoView({ block: "nearest" });
  control.focus();
  if (control.matches("a")) control.click();
});
