import { endTask } from './end-task';
import type { Viewer } from './viewer';

const patience = 10; // ms that the page around waits for a task
const slice = 120; // px laid out in a step
const fragments = 6; // rasterised in a step
const mostSteps = 1000; // of drawing, should something move for ever

/**
 * Prepares the first frame and the mirror in small tasks, so that the page around is heard in between, and showing them is little
 * work. They are seen after Viewer.show(). `signal` ends it.
 */
export async function startGently(viewer: Viewer, signal: AbortSignal): Promise<void> {
  const untilDone = async (step: () => boolean): Promise<void> => {
    let done = false;
    while (!done) {
      await endTask(false);
      const end = performance.now() + patience;
      done = signal.aborted;
      while (!done && performance.now() < end) {
        done = step();
      }
    }
  };
  const once = (step: () => void): Promise<void> =>
    untilDone(() => {
      step();
      return true;
    });
  viewer.updateViewport();
  await once(() => {
    viewer.startFrame();
  });
  let bottom = 0;
  await untilDone(() => viewer.layOut((bottom += slice)));
  viewer.sizeMirror();
  for (const region of ['content', 'header', 'navigation', 'contents'] as const) {
    await once(() => {
      viewer.rebuild(region);
    });
    await once(() => viewer.updateViewport()); // lays it out
  }
  let steps = 0;
  await once(() => viewer.drawPart(0)); // all that the first frame of a surface has to make
  await untilDone(() => viewer.drawPart(fragments) || ++steps >= mostSteps);
  await once(() => viewer.coverAhead());
  while (!signal.aborted && !viewer.settled()) {
    await endTask(false);
  }
}
