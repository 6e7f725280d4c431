import { log } from './log';

/** Keeps the screen on, for as long as the browser lets us. */
export class WakeLock {
  /** A word for the service panel. */
  state = 'none';

  begin(): void {
    void this.take();
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible' && this.state !== 'held') {
        void this.take();
      }
    });
  }

  private async take(): Promise<void> {
    if (!('wakeLock' in navigator)) {
      this.say(isSecureContext ? 'not in this browser' : 'only on https:// and on localhost');
      return;
    }
    try {
      const lock = await navigator.wakeLock.request('screen');
      this.state = 'held';
      lock.addEventListener('release', () => {
        this.state = 'released';
        if (document.visibilityState === 'visible') {
          void this.take();
        }
      });
    } catch (error) {
      this.say(`refused: ${(error as Error).message}`);
    }
  }

  private say(state: string): void {
    if (this.state !== state) {
      this.state = state;
      log(`screen: it is not kept on (${state})`);
    }
  }
}
