// The number of results is told to those who do not see it: a status that comes in with a part of the
// page is announced by the live region of the page only.
document.addEventListener("htmx:afterSettle", () => {
  const status = document.querySelector("#results [role=status]");
  document.getElementById("said").textContent = status ? status.textContent : "";
});
