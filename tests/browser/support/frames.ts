import type { Page } from '@playwright/test';

/**
 * Waits for so many frames of the browser: where nothing must happen, it is frames that count, not time. A page whose frames are
 * counted gives its own `uncountedFrame`.
 */
export async function passFrames(page: Page, count: number): Promise<void> {
  await page.evaluate(async (frames) => {
    const { uncountedFrame } = window as { uncountedFrame?: typeof requestAnimationFrame };
    const next = uncountedFrame ?? requestAnimationFrame;
    for (let passed = 0; passed < frames; passed += 1) await new Promise((resolve) => next(resolve));
  }, count);
}
