import { clock, every } from './clock';
import { log } from './log';

/** The slice of Trusted Types that is used; TypeScript's library does not know them yet. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(text: string): string },
  ): { createScriptURL(text: string): unknown };
}

/** The worker's address, as strict hosts want it: named by a policy that can say nothing else. */
function workerAddress(): unknown {
  const address = new URL('worker.js', document.baseURI).href;
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
  return trustedTypes
    ? trustedTypes.createPolicy('hubglass-kiosk', { createScriptURL: () => address }).createScriptURL('')
    : address;
}

const patience = 5_000; // ms

/** How far the copy is that works without a network. */
export type OfflineState = 'unsupported' | 'starting' | 'fetching' | 'ready' | 'waiting' | 'failed';

/** Keeps a whole copy of the hub in the browser, by way of the worker, and brings in new versions while nobody is there. */
export class Offline {
  state: OfflineState = 'starting';
  /** A sentence for the service panel. */
  reason = '';
  /** Of the copy that is in use; see kiosk_worker() in src/cli/site/kiosk.cpp. */
  build = '';
  /** Date of the last look for a new version that got an answer. */
  lastCheck: Date | undefined;
  private registration: ServiceWorkerRegistration | undefined;
  private idle = false;
  private takingOver = false;
  private askAgain: (() => void) | undefined; // ends the wait for it

  /** `restart` is called when a new version has taken over. */
  constructor(private readonly restart: () => void) {}

  async begin(updateMinutes: number): Promise<void> {
    if (!isSecureContext || !('serviceWorker' in navigator)) {
      this.state = 'unsupported';
      this.reason = isSecureContext
        ? 'This browser has no service workers, so there is no copy for when the network is gone.'
        : `There is no copy for when the network is gone: browsers allow one only on https:// and on localhost, and this page is at ${location.origin}.`;
      console.warn(`hubglass kiosk: ${this.reason}`);
      log(`offline: ${this.reason}`);
      return;
    }
    const controlled = navigator.serviceWorker.controller !== null;
    navigator.serviceWorker.addEventListener('controllerchange', () => {
      // The first worker takes the page as it is; a later one has another version.
      if (controlled || this.takingOver) {
        this.restart();
      }
      void this.learnBuild();
    });
    try {
      this.registration = await navigator.serviceWorker.register(workerAddress() as string, {
        updateViaCache: 'none',
      });
      void navigator.storage?.persist?.().catch(() => false);
    } catch (error) {
      this.state = 'failed';
      const remedy =
        'Its server must send worker.js as JavaScript, and its policy allow "trusted-types hubglass-kiosk".';
      this.reason = `The worker cannot be started: ${(error as Error).message} ${remedy}`;
      log(`offline: ${this.reason}`);
      return;
    }
    this.follow(this.registration);
    this.registration.addEventListener('updatefound', () => {
      this.follow(this.registration as ServiceWorkerRegistration);
    });
    await this.learnBuild();
    every(updateMinutes * 60_000, () => void this.check());
  }

  /** Looks for a new version now. */
  async check(): Promise<void> {
    try {
      await this.registration?.update();
      this.lastCheck = new Date(clock.date());
    } catch {
      // The network is gone; what is there goes on, and the next look comes by itself.
    }
  }

  /** Nobody is there, or somebody is again: only then a new version may take over. */
  setIdle(idle: boolean): void {
    this.idle = idle;
    this.takeOver();
  }

  private follow(registration: ServiceWorkerRegistration): void {
    const coming = registration.installing;
    if (coming) {
      if (!registration.active) {
        this.state = 'fetching';
      }
      coming.addEventListener('statechange', () => {
        if (coming.state === 'redundant' && registration.active !== coming && registration.waiting !== coming) {
          this.refused();
        }
        this.settle(registration);
      });
    }
    this.settle(registration);
  }

  private refused(): void {
    const kept = this.registration?.active ? 'the version that is there stays' : 'there is no copy yet';
    this.reason = `A version could not be fetched whole and unaltered, so ${kept}; it is tried again.`;
    if (!this.registration?.active) {
      this.state = 'failed';
    }
    log(`update: ${this.reason}`);
  }

  private settle(registration: ServiceWorkerRegistration): void {
    if (registration.waiting) {
      this.state = 'waiting';
      this.takeOver();
    } else if (registration.active) {
      this.state = 'ready';
    }
  }

  private takeOver(): void {
    const waiting = this.registration?.waiting;
    if (waiting && this.idle && this.registration?.active) {
      this.takingOver = true;
      if (!this.askAgain) {
        log('update: a new version takes over');
      }
      waiting.postMessage({ hubglass: 'take-over' });
      // The browser puts it off while the worker in charge is busy, and may not come back to it when that is done.
      this.askAgain?.();
      this.askAgain = clock.after(patience, () => {
        this.takeOver();
      });
    } else {
      this.askAgain?.();
      this.askAgain = undefined;
    }
  }

  /** Asks the worker in charge what it keeps. */
  private async learnBuild(): Promise<void> {
    const worker = navigator.serviceWorker.controller;
    if (!worker) {
      return;
    }
    this.build = await new Promise<string>((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }: MessageEvent<unknown>) => {
        resolve(typeof data === 'string' ? data : '');
      };
      clock.after(10_000, () => {
        resolve('');
      });
      worker.postMessage({ hubglass: 'build' }, [port2]);
    });
  }
}
