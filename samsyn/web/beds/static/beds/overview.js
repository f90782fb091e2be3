// A board that has lost its contact says so. Without this file the page is loaded anew by its link.

const PATIENCE = 7000; // milliseconds; three rounds of two seconds, and one more
const lost = document.querySelector("[data-lost]");
let heard = Date.now();
let asOf = document.querySelector("[data-as-of]")?.textContent ?? "";

document.addEventListener("htmx:after:request", (event) => {
  const response = event.detail?.ctx?.response;
  if (!response) return;
  if (response.status >= 400) {
    event.preventDefault(); // an error page is no board: keep the figures, and say how old they are
    return;
  }
  heard = Date.now();
  asOf = response.headers.get("Samsyn-As-Of") ?? asOf;
  const shown = document.querySelector("[data-as-of]");
  if (shown && response.status === 204) shown.textContent = asOf;
});

setInterval(() => {
  if (!lost) return;
  const isLost = Date.now() - heard > PATIENCE;
  if (isLost && lost.hidden) lost.querySelector("[data-lost-since]").textContent = asOf.slice(0, 5);
  lost.hidden = !isLost;
  document.querySelector("#board")?.classList.toggle("board-old", isLost);
}, 1000);
