// What was tapped lies here before anything else happens: an IndexedDB of the tablet's own, shared by every tab and by the
// service worker. A tap is a row that is never rewritten, but for what became of it (`state`). An undo is a row of its own.
//
//   taps   seq, id, pad, button, day, at, sex, age_band, undoes, n (1 or -1), state (queued | sent | waits | refused), why
//   facts  state (what the server says of the pad), counts, heard, shift, revoked
"use strict";

self.Queue = (() => {
  const NAME = "samsyn-pad";
  const KEPT_DAYS = 3; // what has been sent is kept so that it can be undone today, and looked at tomorrow
  const FAR_BACK = 200; // how many taps back one may undo
  const STRICT = { durability: "strict" }; // on the disk itself, not only on its way there
  const tabs = new BroadcastChannel(NAME);
  let opened;

  function open() {
    opened ??= idb.openDB(NAME, 1, {
      upgrade(db) {
        const taps = db.createObjectStore("taps", { keyPath: "seq", autoIncrement: true });
        taps.createIndex("line", ["pad", "state", "day"]);
        taps.createIndex("state", "state");
        taps.createIndex("undoes", "undoes", { unique: true }); // undone twice is undone once
        db.createObjectStore("facts");
      },
      blocking: (_, __, event) => event.target.close(),
      terminated: () => { opened = undefined; },
    }).catch((error) => { opened = undefined; throw error; });
    return opened;
  }

  const line = (pad, state) => IDBKeyRange.bound([pad, state], [pad, state, []]);
  const padOf = (state) => state?.key ?? "";
  const tell = () => tabs.postMessage("changed");

  // The id, the row and the disk; only then may a figure change.
  async function add(tap) {
    const tx = (await open()).transaction("taps", "readwrite", STRICT);
    await Promise.all([tx.store.add({ ...tap, id: newId(), state: "queued", why: "" }), tx.done]);
    tell();
  }

  function newId() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")
      .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  }

  // Everything that the page shows, as one moment of the store.
  async function look(dayOf) {
    const tx = (await open()).transaction(["taps", "facts"]);
    const [taps, facts] = [tx.objectStore("taps"), tx.objectStore("facts")];
    const [state, counts, heard, shift, revoked] = await Promise.all(
      ["state", "counts", "heard", "shift", "revoked"].map((name) => facts.get(name)),
    );
    const [pad, day] = [padOf(state), dayOf(shift ?? 0)];
    const [queuedToday, queued, ofAnyPad, waits, refused, last] = await Promise.all([
      taps.index("line").getAll([pad, "queued", day]),
      taps.index("line").count(line(pad, "queued")),
      taps.index("state").count("queued"),
      taps.index("line").count(line(pad, "waits")),
      taps.index("state").getAll("refused"),
      lastOf(taps, pad, day),
    ]);
    const today = counts?.pad === pad && counts.day === day ? { ...counts.counts } : {};
    for (const tap of queuedToday) today[tap.button] = (today[tap.button] ?? 0) + tap.n;
    return { state, pad, day, today, queued, elsewhere: ofAnyPad - queued, waits, refused, last, heard, shift, revoked };
  }

  // The last tap of today that can still be undone.
  async function lastOf(taps, pad, day) {
    const undone = new Set();
    let cursor = await taps.openCursor(null, "prev");
    for (let back = 0; cursor && back < FAR_BACK; back += 1) {
      const tap = cursor.value;
      if (tap.undoes) undone.add(tap.undoes);
      else if (tap.pad === pad && tap.day === day && tap.state !== "refused" && !undone.has(tap.id)) return tap;
      cursor = await cursor.continue();
    }
    return undefined;
  }

  async function batch(most) {
    const tx = (await open()).transaction(["taps", "facts"]);
    const pad = padOf(await tx.objectStore("facts").get("state"));
    return { pad, taps: await tx.objectStore("taps").index("line").getAll(line(pad, "queued"), most) };
  }

  // What the server said of each, and what it has counted today, in one breath: no tap is ever in both sums or in neither.
  async function settle(sent, answer, heard) {
    const BECOMES = { counted: "sent", known: "sent", waits: "waits", refused: "refused" };
    const tx = (await open()).transaction(["taps", "facts"], "readwrite", STRICT);
    const [taps, facts] = [tx.objectStore("taps"), tx.objectStore("facts")];
    const writes = [facts.put(heard, "heard"), facts.put(false, "revoked"), facts.put(heard.shift, "shift")];
    let settled = 0;
    for (const tap of sent.taps) {
      const state = BECOMES[answer.results[tap.id]?.state];
      if (!state) continue;
      settled += 1;
      writes.push(taps.put({ ...tap, state, why: String(answer.results[tap.id].why ?? "") }));
    }
    writes.push(facts.put({ pad: sent.pad, day: answer.today, counts: answer.counts }, "counts"));
    writes.push(forget(taps, sent.pad, heard.at + heard.shift));
    await Promise.all([...writes, tx.done]);
    tell();
    return settled;
  }

  async function forget(taps, pad, now) {
    const before = new Date(now - KEPT_DAYS * 86_400_000).toISOString().slice(0, 10);
    for (const state of ["sent", "waits"]) {
      const old = await taps.index("line").getAllKeys(IDBKeyRange.bound([pad, state], [pad, state, before]));
      await Promise.all(old.map((seq) => taps.delete(seq)));
    }
  }

  // What the pad is. Its counts are believed only when nothing is under way: an answer may have been lost.
  async function learn(state, heard) {
    const tx = (await open()).transaction(["taps", "facts"], "readwrite", STRICT);
    const [pad, facts] = [padOf(state), tx.objectStore("facts")];
    const underWay = await tx.objectStore("taps").index("line").count(line(pad, "queued"));
    const writes = [facts.put(state, "state"), facts.put(false, "revoked"), facts.put(heard.shift, "shift")];
    if (!underWay) writes.push(facts.put({ pad, day: state.today, counts: state.counts }, "counts"), facts.put(heard, "heard"));
    await Promise.all([...writes, tx.done]);
    tell();
  }

  async function revoke() {
    await (await open()).put("facts", true, "revoked");
    tell();
  }

  // Taps that the server refused stay until a person says that they are noted.
  async function dismissRefused(ids) {
    const tx = (await open()).transaction("taps", "readwrite");
    const refused = await tx.store.index("state").getAll("refused");
    await Promise.all([...refused.filter((tap) => ids.includes(tap.id)).map((tap) => tx.store.delete(tap.seq)), tx.done]);
    tell();
  }

  const onChange = (listener) => tabs.addEventListener("message", listener);
  const knowsItsPad = async () => Boolean(await (await open()).get("facts", "state"));

  return { add, look, batch, settle, learn, revoke, dismissRefused, onChange, knowsItsPad };
})();
