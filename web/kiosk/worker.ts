// The kiosk's worker: one file, a whole version of the hub. The build writes the list of files before it, with the hash of each; the
// browser refuses a response whose bytes have another one. A version that is not complete is never installed, and one that is waits
// until the page says that nobody is there.

import { PrecacheController, PrecacheRoute } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';

interface Manifest {
  build: string;
  entries: { url: string; revision: string; integrity: string }[];
}

/** What is used of a service worker's scope: TypeScript's own library of it does not go with that of pages. */
interface Scope {
  hubglassKiosk: Manifest;
  location: Location;
  registration: { scope: string };
  clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(name: string, told: (event: WorkerEvent) => void): void;
}

interface WorkerEvent extends Event {
  readonly data: unknown;
  readonly ports: readonly MessagePort[];
  waitUntil(done: Promise<unknown>): void;
}

declare const self: Scope;

const { build, entries } = self.hubglassKiosk;
const controller = new PrecacheController({ cacheName: `hubglass-kiosk-${self.registration.scope}` });
controller.precache(entries);
registerRoute(new PrecacheRoute(controller, { directoryIndex: 'index.html', cleanURLs: false }));

self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim());
});

self.addEventListener('message', (event) => {
  const { hubglass } = (event.data ?? {}) as { hubglass?: string };
  if (hubglass === 'take-over') {
    void self.skipWaiting(); // waited for here, it would wait for this very event to end
  } else if (hubglass === 'build') {
    event.ports[0]?.postMessage(build);
  }
});
