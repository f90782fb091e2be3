// The service worker: the page opens without a network, and what waits is sent when the network is back, page open or not.
// It keeps the shell only; no figure and no answer of the server is ever in its cache.
"use strict";

workbox.core.setCacheNameDetails({ prefix: "samsyn-pad" });
workbox.core.skipWaiting();
workbox.core.clientsClaim();
workbox.precaching.cleanupOutdatedCaches();
workbox.precaching.precacheAndRoute(self.SHELL);

self.addEventListener("sync", (event) => {
  if (event.tag !== "samsyn-pad") return;
  event.waitUntil(Sending.now().then((outcome) => {
    // A promise that fails makes the browser try again later.
    if (outcome === "offline" || outcome === "trouble") throw new Error(outcome);
  }));
});
