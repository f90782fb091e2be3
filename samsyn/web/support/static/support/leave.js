// Leave at once: the page goes blank, and the neutral one takes its place also behind the browser's back button.
// Without this file the link is a link. Shift pressed three times does the same (as on GOV.UK's «Exit this page»).

const way = document.querySelector("[data-leave]");
const PRESSES = 3;
const WITHIN = 5000; // ms from the first press to the third

function leave() {
  document.documentElement.classList.add("left");
  const referrer = document.createElement("meta"); // the page one goes to is not told where one was
  referrer.name = "referrer";
  referrer.content = "no-referrer";
  document.head.append(referrer);
  document.title = "\u200b";
  window.location.replace(way.href);
}

way?.addEventListener("click", (event) => {
  event.preventDefault();
  leave();
});

let pressed = [];
document.addEventListener("keyup", (event) => {
  if (event.key !== "Shift") {
    pressed = [];
    return;
  }
  const now = Date.now();
  pressed = [...pressed.filter((when) => now - when < WITHIN), now];
  if (way && pressed.length >= PRESSES) leave();
});

// The page that answers a count is an answer to a form. Loaded anew, or come back to, it is the page with the buttons:
// nothing is counted again.
const form = document.querySelector("form[data-home]");
if (form && window.location.pathname !== form.dataset.home) {
  window.history.replaceState(null, "", form.dataset.home);
}
