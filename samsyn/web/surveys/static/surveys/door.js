// The public door with a script: one question at a time, read aloud, and a kiosk that forgets. Without it all works on
// one page. Nothing is stored and nothing is sent but the form.

const form = document.querySelector(".door-form");
const start = document.body.dataset.start;
const IDLE = 90_000;
const READ = 15_000;

// A tablet that somebody left goes back to the start, and a page from the browser's memory is empty.
if (start) {
  let waiting;
  const wait = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => location.replace(start), form ? IDLE : READ);
  };
  for (const what of ["pointerdown", "keydown", "input"]) addEventListener(what, wait, { passive: true });
  if (location.pathname !== start.split("?")[0]) wait();
}
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});

function button(text, quiet, pressed) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = `ds-button button${quiet ? " button-quiet" : " button-primary"}`;
  made.textContent = text;
  made.addEventListener("click", pressed);
  return made;
}

function oneAtATime(form) {
  const questions = [...form.querySelectorAll(".door-question")];
  if (questions.length < 2) return;
  const send = form.querySelector(".door-send");
  const steps = document.createElement("div");
  steps.className = "door-steps";
  const told = document.createElement("span");
  told.className = "door-step";
  told.setAttribute("role", "status");
  let here = 0;
  const show = (to, focus) => {
    here = to;
    questions.forEach((each, place) => (each.hidden = place !== here));
    previous.hidden = here === 0;
    next.hidden = here === questions.length - 1;
    send.hidden = here !== questions.length - 1;
    told.textContent = form.dataset.step.replace("{n}", here + 1).replace("{all}", questions.length);
    if (globalThis.speechSynthesis) speechSynthesis.cancel();
    if (focus) questions[here].querySelector("input:checked, input, textarea").focus();
  };
  const previous = button(form.dataset.previous, true, () => show(here - 1, true));
  const next = button(form.dataset.next, false, () => show(here + 1, true));
  steps.append(previous, next, send, told);
  form.append(steps);
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target.tagName === "TEXTAREA" || event.target.tagName === "BUTTON") return;
    if (here < questions.length - 1) {
      event.preventDefault();
      show(here + 1, true);
    }
  });
  show(0, false);
}

function readAloud(form) {
  const speech = globalThis.speechSynthesis;
  if (!speech) return;
  const language = document.documentElement.lang;
  const words = (question) =>
    [question.querySelector(".door-words"), ...question.querySelectorAll(".door-choice")]
      .map((each) => each.textContent.trim())
      .join(". ");
  const offer = () => {
    const voice = speech.getVoices().find((each) => each.lang.toLowerCase().startsWith(language));
    if (!voice || form.querySelector(".door-read")) return;
    for (const question of form.querySelectorAll(".door-question")) {
      const read = button(form.dataset.read, true, () => {
        speech.cancel();
        const said = new SpeechSynthesisUtterance(words(question));
        said.voice = voice;
        said.lang = voice.lang;
        speech.speak(said);
      });
      read.classList.add("door-read");
      question.append(read);
    }
  };
  offer();
  speech.addEventListener?.("voiceschanged", offer);
}

if (form) {
  oneAtATime(form);
  readAloud(form);
  // Pressed twice, it is sent once; sent twice, it counts once.
  form.addEventListener("submit", () => {
    for (const each of form.querySelectorAll("button")) each.disabled = true;
  });
}
