// Small comforts. Everything on the page works without this file.

// Light or dark at once, without loading the page anew; the server still gets to remember it.
for (const form of document.querySelectorAll("[data-appearance]")) {
  form.addEventListener("submit", (event) => {
    const chosen = event.submitter;
    if (!chosen) return;
    event.preventDefault();
    document.documentElement.dataset.colorScheme = chosen.value;
    for (const button of form.querySelectorAll("button")) {
      button.setAttribute("aria-pressed", String(button === chosen));
    }
    const answer = new FormData(form, chosen);
    fetch(form.action, { method: "POST", body: answer, redirect: "manual", credentials: "same-origin" });
  });
}

// Menus in the header close when one leaves them.
const menus = () => document.querySelectorAll(".header .menu[open]");
document.addEventListener("click", (event) => {
  for (const menu of menus()) if (!menu.contains(event.target)) menu.open = false;
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of menus()) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

// A form that came back with errors says so first.
document.querySelector("[data-focus]")?.focus();

// A frame that scrolls can be reached by the keyboard (the page says so from the start); one that does not scroll is
// taken out of the way.
const frames = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    const style = getComputedStyle(target);
    const scrolls = style.overflowX !== "visible"
      && (target.scrollWidth > target.clientWidth + 1 || target.scrollHeight > target.clientHeight + 1);
    if (scrolls) target.setAttribute("tabindex", "0");
    else target.removeAttribute("tabindex");
  }
});
for (const frame of document.querySelectorAll("[data-scrolls]")) frames.observe(frame);
