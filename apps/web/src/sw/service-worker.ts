import { clientsClaim } from "workbox-core";
import { cleanupOutdatedCaches, matchPrecache, precacheAndRoute, type PrecacheEntry } from "workbox-precaching";
import { NavigationRoute, registerRoute } from "workbox-routing";
import { BACKGROUND_SYNC_TAG } from "@/platform/background-sync";
import { isInSession, pagePath } from "./page-path";
import { syncInBackground } from "./sync-in-background";

declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: (PrecacheEntry | string)[] };

// Before every route: a stream of events that passes through a worker keeps it alive, or ends with it.
self.addEventListener("fetch", (event) => {
  if (event.request.headers.get("accept") === "text/event-stream") event.stopImmediatePropagation();
});

clientsClaim();
cleanupOutdatedCaches();

// Next asks for `/week.txt?_rsc=…` and pages have ids in their query: what is kept does not depend on either.
precacheAndRoute(self.__WB_MANIFEST, {
  ignoreURLParametersMatching: [/.*/],
  directoryIndex: "",
  cleanURLs: false,
});

// For each visible link Next asks `HEAD /route` and makes the click a full load when no answer comes.
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && !url.pathname.startsWith("/api/"),
  async ({ request, url }) => {
    const kept = await matchPrecache(pagePath(url.pathname));
    return kept === undefined ? fetch(request) : new Response(null, { status: kept.status, headers: kept.headers });
  },
  "HEAD",
);

registerRoute(
  new NavigationRoute(
    async ({ request, url }) => {
      const kept = await matchPrecache(pagePath(url.pathname));
      return kept ?? (await fetch(request).catch(toToday));
    },
    { denylist: [/^\/api\//, /^\/_next\//] },
  ),
);

// Without signal an unknown address leads to Today, under Today's own address: a page does not start under another's.
async function toToday(): Promise<Response> {
  return (await matchPrecache("/")) === undefined ? Response.error() : Response.redirect("/");
}

// There is a signal again, and something waits on this phone.
self.addEventListener("sync", (event) => {
  const { tag, waitUntil } = asSyncEvent(event);
  if (tag === BACKGROUND_SYNC_TAG) waitUntil(syncInBackground(self.clients));
});

// The types of the library do not know it yet.
function asSyncEvent(event: Event) {
  const { tag } = event as Event & { readonly tag?: string };
  return { tag, waitUntil: (work: Promise<void>) => (event as ExtendableEvent).waitUntil(work) };
}

// The new version begins when the runner says so, and never in the middle of a session, in whichever tab that is.
self.addEventListener("message", (event) => {
  if (event.data?.type !== "useNewVersion") return;
  event.waitUntil(
    (async () => {
      const tabs = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
      const busy = tabs.some((tab) => isInSession(new URL(tab.url).pathname));
      event.ports[0]?.postMessage({ busy });
      if (!busy) await self.skipWaiting();
    })(),
  );
});
