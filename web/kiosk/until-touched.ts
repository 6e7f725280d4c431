import { realClock } from './clock';

const clickComes = 300; // ms after a finger was lifted from a button
const wheelRests = 400; // ms between the last turn of a wheel and its end

/** What a layer waits for. */
export interface Touched {
  /** Told once, as soon as somebody does anything. */
  touched: () => void;
  /** Whether a key is for a button of the layer. */
  spares?: (key: string) => boolean;
}

/**
 * Lets `layer`, which lies over everything, wait for any touch: a tap, a swipe, more fingers, a long press, a wheel, a key. What is below
 * gets nothing of it: the layer is unseen at once, but stays until the last finger is lifted. Its own buttons work. Returns what takes
 * the layer away before.
 */
export function untilTouched(layer: HTMLElement, { touched, spares = () => false }: Touched): () => void {
  const listening = new AbortController();
  const how = { capture: true, passive: false, signal: listening.signal } as const;
  const down = new Set<number>(); // pointers
  let over = false;
  let calm: () => void = () => undefined;

  const remove = (): void => {
    calm();
    listening.abort();
    layer.remove();
  };
  const end = (): void => {
    if (!over) {
      over = true;
      layer.classList.add('kiosk-spent');
      touched();
    }
  };
  const endAfter = (ms: number): void => {
    calm();
    calm = realClock.after(ms, () => {
      end();
      if (down.size === 0) {
        remove();
      }
    });
  };
  const swallow = (event: Event): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const isOnButton = ({ target }: Event): boolean =>
    !over && target instanceof Element && layer.contains(target) && target.closest('button') !== null;
  const listen = <K extends keyof WindowEventMap>(
    names: readonly K[],
    told: (event: WindowEventMap[K]) => void,
  ): void => {
    for (const name of names) {
      addEventListener(name, told, how);
    }
  };

  listen(['pointerdown'], (event) => {
    if (event.isPrimary) {
      down.clear(); // whatever became of earlier ones
    }
    down.add(event.pointerId);
    calm();
    if (!isOnButton(event)) {
      end();
    }
  });
  listen(['pointerup', 'pointercancel'], ({ pointerId }) => {
    down.delete(pointerId);
    endAfter(over ? 0 : clickComes);
  });
  listen(['touchstart'], (event) => {
    if (!isOnButton(event)) {
      event.preventDefault(); // no click comes of it
    }
  });
  listen(['touchmove'], (event) => {
    event.preventDefault();
  });
  listen(['mousedown', 'click', 'auxclick', 'contextmenu'], (event) => {
    if (event.type === 'contextmenu' || !isOnButton(event)) {
      swallow(event);
      end();
      endAfter(0);
    }
  });
  listen(['wheel'], (event) => {
    swallow(event);
    end();
    endAfter(wheelRests);
  });
  listen(['keydown'], (event) => {
    if (over || !spares(event.key)) {
      swallow(event);
      end();
    }
  });
  listen(['keyup'], (event) => {
    if (over) {
      swallow(event);
      endAfter(0);
    }
  });
  layer.addEventListener('close', () => {
    end();
    remove();
  });
  return remove;
}
