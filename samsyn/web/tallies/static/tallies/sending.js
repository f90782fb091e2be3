// Sends what is in the queue, from the page or from the service worker, one at a time. Nothing leaves the queue before the
// server has answered for that very tap; sent twice it counts once, since its id was made here.
"use strict";

self.Sending = (() => {
  const MOST = 500; // taps in one request
  const PATIENCE = 20_000; // milliseconds; then it counts as no network
  const WRONG_CLOCK = 5 * 60_000; // a smaller difference is left alone, as on the server
  const LOCK = "samsyn-pad-sending";
  let tail = Promise.resolve();

  // Old browsers have no locks; then each window takes its own turn. A window that the browser has put to sleep may hold the
  // lock for ever; then we go without it. Either way the server knows what came twice.
  async function alone(work) {
    if (!navigator.locks) return (tail = tail.then(work, work));
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), 3 * PATIENCE);
    const begin = () => { clearTimeout(timer); return work(); };
    try {
      return await navigator.locks.request(LOCK, { signal: stop.signal }, begin);
    } catch (error) {
      if (!stop.signal.aborted) throw error;
      return work();
    }
  }

  class Failed extends Error {
    constructor(outcome) { super(outcome); this.outcome = outcome; }
  }

  // A page that asks one to log in to the wireless network also answers 200: only our own JSON counts as an answer.
  async function ask(path, options) {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), PATIENCE);
    try {
      const response = await fetch(path, { ...options, signal: stop.signal, cache: "no-store", credentials: "same-origin" });
      if (response.status === 401 && (await response.json()).error === "revoked") throw new Failed("revoked");
      if (response.status >= 400) throw new Failed("trouble");
      return await response.json();
    } catch (error) {
      throw error instanceof Failed ? error : new Failed("offline");
    } finally {
      clearTimeout(timer);
    }
  }

  // When we last had an answer, and how wrong the tablet's clock is (milliseconds to add); to the day where only that is said.
  function hear(answer) {
    const at = Date.now();
    const difference = answer.now ? Date.parse(answer.now) - at : Date.parse(answer.today) - Date.parse(localDay(at));
    return { at, shift: Math.abs(difference) > WRONG_CLOCK ? difference : 0 };
  }

  const localDay = (at) => new Date(at - new Date(at).getTimezoneOffset() * 60_000).toISOString().slice(0, 10);

  async function learn() {
    const state = await ask("/pad/state/");
    if (!Array.isArray(state.buttons)) throw new Failed("offline");
    await Queue.learn(state, hear(state));
  }

  function body(taps) {
    const events = taps.map(({ id, button, at, sex, age_band, undoes }) => ({ id, button, at, sex, age_band, undoes: undoes ?? null }));
    return JSON.stringify({ events, sent_at: new Date().toISOString() });
  }

  async function send() {
    for (;;) {
      const sent = await Queue.batch(MOST);
      const headers = { "Content-Type": "application/json", "X-Samsyn-Pad": "1" };
      const answer = await ask("/pad/sync/", { method: "POST", headers, body: body(sent.taps) });
      if (typeof answer.results !== "object" || typeof answer.counts !== "object") throw new Failed("offline");
      const settled = await Queue.settle(sent, answer, hear(answer));
      if (settled < sent.taps.length) throw new Failed("trouble");
      if (sent.taps.length < MOST) return "sent";
    }
  }

  // sent | offline | trouble | revoked. `begun` is asked when our turn has come: shall we first learn anew which pad we are,
  // after a pause or a new link?
  function now(begun = () => true) {
    return alone(async () => {
      try {
        if (begun() || !(await Queue.knowsItsPad())) await learn();
        return await send();
      } catch (error) {
        if (!(error instanceof Failed)) throw error;
        if (error.outcome === "revoked") await Queue.revoke();
        return error.outcome;
      }
    });
  }

  return { now };
})();
