// The tap pad. A tap is in the tablet's store before the figure changes; the page shows what the store says, and nothing else.
"use strict";

{
  const WORDS = JSON.parse(document.getElementById("pad-words").textContent);
  const ZONE = document.documentElement.dataset.timeZone;
  const BEAT = 60_000; // asks for the counts of other tablets, and tries again
  const FIRST_RETRY = 3_000;
  const QUIET = 30_000; // this long after a tap the page may renew itself
  const part = (name) => document.querySelector(`[data-pad="${name}"]`);
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const many = (words, n) => fill(words[n === 1 ? 0 : 1], { n });

  // ── time: the civil day and hour where the pad stands, whatever zone the tablet is set to ──

  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: ZONE, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit",
    hour: "2-digit", minute: "2-digit", second: "2-digit",
  });

  function written(instant) {
    const found = Object.fromEntries(parts.formatToParts(instant).map(({ type, value }) => [type, value]));
    const day = `${found.year}-${found.month}-${found.day}`;
    const time = `${found.hour}:${found.minute}:${found.second}`;
    const offset = Math.round((Date.parse(`${day}T${time}Z`) - Math.floor(instant / 1000) * 1000) / 60_000);
    const [sign, size] = [offset < 0 ? "-" : "+", Math.abs(offset)];
    const two = (n) => String(n).padStart(2, "0");
    const at = `${day}T${time}.${String(instant % 1000).padStart(3, "0")}${sign}${two(Math.floor(size / 60))}:${two(size % 60)}`;
    return { day, at, clock: `${found.hour}.${found.minute}` };
  }

  // 2026-11-28 as one says it
  function spoken(day, more = {}) {
    const form = { day: "numeric", month: "long", timeZone: "UTC", ...more };
    return new Intl.DateTimeFormat(document.documentElement.lang, form).format(new Date(`${day}T12:00:00Z`));
  }

  const dayOf = (shift) => written(Date.now() + shift).day;

  // ── what is shown ──

  let seen; // the last look into the store
  let outcome = "";
  let built = "";
  let said = "";
  let lastTap = 0;

  const say = (text) => { part("said").textContent = text; };

  function radios(name, legend, options) {
    const group = document.createElement("fieldset");
    group.className = "pad-choice";
    group.append(Object.assign(document.createElement("legend"), { textContent: legend }));
    for (const [index, { key, name: text }] of options.entries()) {
      const label = document.createElement("label");
      const input = Object.assign(document.createElement("input"), { type: "radio", name, value: key });
      input.defaultChecked = index === 0;
      label.append(input, Object.assign(document.createElement("span"), { textContent: text[0].toUpperCase() + text.slice(1) }));
      group.append(label);
    }
    return group;
  }

  function tile({ key, name }) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = key === "visit" ? "tile tile-visit" : "tile";
    button.dataset.key = key;
    button.append(
      Object.assign(document.createElement("span"), { className: "tile-name", textContent: name }), " ",
      Object.assign(document.createElement("span"), { className: "tile-count", textContent: "0" }), " ",
      Object.assign(document.createElement("span"), { className: "visually-hidden", textContent: WORDS.today }),
    );
    return button;
  }

  function build(state) {
    const unsaid = { key: "", name: WORDS.not_stated };
    const choices = [];
    if (state.asks.includes("sex")) {
      const stated = state.sexes.filter(({ key }) => key !== "not_stated");
      const not = state.sexes.find(({ key }) => key === "not_stated") ?? unsaid;
      choices.push(radios("sex", WORDS.sex, [not, ...stated]));
    }
    if (state.asks.includes("age_band")) {
      choices.push(radios("age_band", WORDS.age, [unsaid, ...state.age_bands.map((band) => ({ key: band, name: band.replace("-", "–") }))]));
    }
    part("choices").replaceChildren(...choices);
    part("visit").replaceChildren(...state.buttons.filter(({ key }) => key === "visit").map(tile));
    part("tiles").replaceChildren(...state.buttons.filter(({ key }) => key !== "visit").map(tile));
    part("clauses").replaceChildren(...state.buttons.map(({ name, clause }) => {
      const item = Object.assign(document.createElement("li"), { textContent: `${name} ` });
      const label = /^\d/.test(clause) ? `§\u00a0${clause}` : clause;
      if (clause) item.append(Object.assign(document.createElement("span"), { className: "pad-clause", textContent: label }));
      return item;
    }));
  }

  function draw() {
    const { state } = seen;
    part("app").hidden = !state;
    part("unknown").hidden = Boolean(state) || !["revoked", "offline", "trouble"].includes(outcome);
    part("unknown-offline").hidden = outcome === "revoked";
    part("unknown-link").hidden = outcome !== "revoked";
    part("reading").hidden = Boolean(state) || !part("unknown").hidden;
    if (!state) return;
    const shape = JSON.stringify([state.buttons, state.asks, state.age_bands, state.sexes]);
    if (shape !== built) build(state);
    built = shape;
    part("name").textContent = state.name;
    part("organisation").textContent = state.organisation;
    part("organisation").hidden = !state.organisation;
    part("counts-for").textContent = state.organisation && fill(WORDS.counts_for, state);
    part("ended").hidden = state.buttons.length > 0;
    part("card").hidden = !state.cards;
    part("demo").hidden = !state.is_demo;
    part("day").textContent = spoken(seen.day, { weekday: "long" });
    for (const button of document.querySelectorAll("[data-key]")) drawCount(button, seen.today[button.dataset.key] ?? 0);
    drawUndo();
    drawStanding();
    drawRefused();
  }

  function drawCount(button, n) {
    const count = button.querySelector(".tile-count");
    if (count.textContent === String(n)) return;
    count.textContent = String(n);
  }

  function nameOf(key) {
    return seen.state.buttons.find((button) => button.key === key)?.name ?? key;
  }

  const clockOf = (at) => at.slice(11, 16).replace(":", ".");

  function drawUndo() {
    const { last } = seen;
    part("undo").disabled = !last;
    part("undo").textContent = last ? fill(WORDS.undo, { name: nameOf(last.button), at: clockOf(last.at) }) : WORDS.nothing_to_undo;
  }

  // One honest line: what is sent, what is not, and why.
  function drawStanding() {
    const { queued, heard } = seen;
    const waiting = queued ? many(WORDS.queued, queued) : "";
    let [kind, text] = ["sent", heard ? fill(WORDS.all_sent, { at: written(heard.at).clock }) : WORDS.nothing_sent];
    if (queued) [kind, text] = ["queued", waiting];
    if (outcome === "offline" || !navigator.onLine) [kind, text] = ["offline", `${WORDS.offline} ${waiting}`.trim()];
    if (outcome === "trouble") [kind, text] = ["offline", `${WORDS.trouble} ${waiting}`.trim()];
    if (seen.revoked) [kind, text] = ["revoked", WORDS.revoked_short];
    part("standing").dataset.kind = kind;
    part("standing").textContent = text;
    if (said && said !== kind && (kind === "offline" || said === "offline")) say(text);
    said = kind;
    part("revoked").hidden = !seen.revoked;
    part("revoked-kept").textContent = queued ? many(WORDS.kept, queued) : WORDS.none_kept;
    part("elsewhere").hidden = !seen.elsewhere;
    part("elsewhere").textContent = many(WORDS.elsewhere, seen.elsewhere);
    part("waits").hidden = !seen.waits;
    part("waits").textContent = many(WORDS.waits, seen.waits);
    part("clock").hidden = !seen.shift || seen.state.is_demo; // a demo has a day of its own
  }

  function drawRefused() {
    const { refused } = seen;
    part("refused").hidden = !refused.length;
    part("refused-title").textContent = many(WORDS.refused, refused.length);
    part("refused-list").replaceChildren(...refused.map((tap) => {
      const what = fill(tap.undoes ? WORDS.refused_undo : WORDS.refused_tap, { name: nameOf(tap.button), day: spoken(tap.day), at: clockOf(tap.at) });
      return Object.assign(document.createElement("li"), { textContent: tap.why ? `${what} ${tap.why}` : what });
    }));
  }

  // One look at a time; what changed meanwhile is looked at once more.
  let looking;
  let again = false;

  function look() {
    if (looking) { again = true; return looking; }
    looking = (async () => {
      do {
        again = false;
        seen = await Queue.look(dayOf);
        draw();
      } while (again);
    })().catch(broken).finally(() => { looking = undefined; });
    return looking;
  }

  function broken(error) {
    part("broken").hidden = false;
    part("reading").hidden = true;
    console.error(error);
  }

  // ── what one does ──

  const chosen = (name) => document.querySelector(`input[name="${name}"]:checked`)?.value ?? "";

  async function store(tap, saying) {
    try {
      await Queue.add(tap);
    } catch (error) {
      if (error?.name !== "ConstraintError") broken(error); // undone twice at once: it is undone
      return;
    }
    part("broken").hidden = true;
    lastTap = Date.now();
    await look();
    say(saying());
    send();
  }

  function count(key) {
    const { day } = written(Date.now() + (seen.shift ?? 0));
    const tap = { pad: seen.pad, button: key, day, at: written(Date.now()).at, sex: chosen("sex"), age_band: chosen("age_band"), undoes: undefined, n: 1 };
    part("app").reset();
    return store(tap, () => fill(WORDS.said, { name: nameOf(key), n: seen.today[key] ?? 0 }));
  }

  function undo() {
    const { last } = seen;
    if (!last) return undefined;
    const { pad, button, day, sex, age_band, id } = last;
    const tap = { pad, button, day, sex, age_band, undoes: id, at: written(Date.now()).at, n: -1 };
    return store(tap, () => fill(WORDS.undone, { name: nameOf(button), at: clockOf(last.at), n: seen.today[button] ?? 0 }));
  }

  part("app").addEventListener("submit", (event) => event.preventDefault());
  part("app").addEventListener("click", (event) => {
    const button = event.target.closest("[data-key]");
    if (button) count(button.dataset.key);
  });
  // A key that is held down is one tap.
  part("app").addEventListener("keydown", (event) => {
    if (event.repeat && event.target.closest("button")) event.preventDefault();
  });
  part("undo").addEventListener("click", undo);
  part("refused-noted").addEventListener("click", () => Queue.dismissRefused(seen.refused.map(({ id }) => id)).then(look, broken));

  // ── sending: after each tap, when the network or the page comes back, and once a minute ──

  let inLine = false; // one request at work and one in line are enough: a batch takes all that is there when its turn comes
  let anewNext = false;
  let retry = FIRST_RETRY;
  let timer;

  function begun() {
    const anew = anewNext;
    [inLine, anewNext] = [false, false];
    return anew;
  }

  async function send({ anew = false } = {}) {
    anewNext ||= anew;
    if (inLine) return;
    inLine = true;
    try {
      outcome = await Sending.now(begun);
    } catch (error) {
      inLine = false;
      broken(error);
    }
    retry = outcome === "sent" ? FIRST_RETRY : Math.min(retry * 2, BEAT);
    clearTimeout(timer);
    timer = setTimeout(beat, outcome === "sent" ? BEAT : retry);
    await look();
    if (outcome !== "sent" && seen?.queued) askForBackground();
  }

  function beat() {
    send({ anew: outcome !== "sent" || Date.now() - (seen?.heard?.at ?? 0) > 10 * BEAT });
  }

  async function askForBackground() {
    try {
      const registration = await navigator.serviceWorker?.getRegistration("/pad/");
      await registration?.sync?.register("samsyn-pad");
    } catch {
      // without it, what waits is sent when the page is open
    }
  }

  Queue.onChange(look);
  addEventListener("online", () => send({ anew: true }));
  addEventListener("offline", () => look());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") send({ anew: true });
  });

  // ── the tablet ──

  // The shell is renewed in the background; the page takes it when nobody is counting.
  async function settleIn() {
    const kept = await navigator.storage?.persist?.();
    part("kept").textContent = kept ? WORDS.kept_for_good : WORDS.kept_loosely;
    if (!navigator.serviceWorker) return;
    const hadOne = Boolean(navigator.serviceWorker.controller);
    let renewed = false;
    navigator.serviceWorker.addEventListener("controllerchange", () => { renewed = hadOne; });
    const registration = await navigator.serviceWorker.register("/pad/sw.js", { scope: "/pad/" });
    setInterval(() => registration.update().catch(() => {}), 60 * BEAT);
    setInterval(() => {
      if (renewed && Date.now() - lastTap > QUIET && outcome === "sent") location.reload();
      else look(); // a new day begins by itself
    }, QUIET);
  }

  look().then(() => send({ anew: true }));
  settleIn().catch(() => { part("kept").textContent = WORDS.kept_loosely; });
}
