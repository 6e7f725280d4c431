import type { Viewer } from './viewer';

/** WebGL contexts that all hubs in a page hold at once: browsers allow it about 16, the page's own included, and take the oldest away. */
const most = 12;
const near = '800px'; // from the view; then a hub draws before it is seen

/** One hub's share of the contexts that hubs in other pages have between them. */
export class Share {
  /** Whether it may draw now. */
  holds = false;
  private isNear: boolean;
  private viewer: Viewer | undefined;

  /** `needs`: contexts for its canvases. `signal` ends it. `refused` is told when the browser has no context to give. */
  constructor(
    private readonly element: HTMLElement,
    private needs: number,
    signal: AbortSignal,
    private readonly refused: () => void,
  ) {
    this.isNear = distance(element) < parseInt(near);
    this.holds = this.isNear && held() + needs <= most;
    shares.add(this);
    const wide = new IntersectionObserver(
      ([...entries]) => {
        this.isNear = entries.at(-1)?.isIntersecting ?? false;
        allot();
      },
      { rootMargin: near },
    );
    const seen = new IntersectionObserver(allot);
    wide.observe(element);
    seen.observe(element);
    signal.addEventListener('abort', () => {
      wide.disconnect();
      seen.disconnect();
      shares.delete(this);
      allot();
    });
  }

  get contexts(): number {
    return this.holds ? this.needs : 0;
  }

  /** The hub is shown by `viewer` from now on. */
  steer(viewer: Viewer): void {
    this.viewer = viewer;
    allot();
  }

  /** Another view needs more or fewer canvases. */
  change(needs: number): void {
    this.needs = needs;
    allot();
  }

  /** Of those near, the nearest first, as many as there are contexts for; what they give back comes first. */
  static allot(): void {
    const wanting = [...shares].filter(({ viewer, isNear }) => viewer && isNear);
    const places = new Map(wanting.map((share) => [share, distance(share.element)]));
    wanting.sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
    let left = most - [...shares].reduce((sum, share) => sum + (share.viewer ? 0 : share.contexts), 0);
    const chosen = new Set<Share>();
    for (const share of wanting) {
      if (share.needs <= left) {
        left -= share.needs;
        chosen.add(share);
      }
    }
    for (const share of shares) {
      if (share.viewer && !chosen.has(share)) {
        share.holds = false;
        share.viewer.rest();
        share.viewer.setPlain('crowded', share.isNear);
      }
    }
    for (const share of chosen) {
      share.holds = true;
      if (share.viewer?.wake()) {
        share.viewer.setPlain('crowded', false);
      } else {
        share.refused();
      }
    }
  }
}

const shares = new Set<Share>();

function held(): number {
  return [...shares].reduce((sum, share) => sum + share.contexts, 0);
}

function allot(): void {
  Share.allot();
}

/** px from the view to the element; below 0 from within. */
function distance(element: Element): number {
  const { top, bottom, left, right } = element.getBoundingClientRect();
  return Math.max(top - innerHeight, -bottom, left - innerWidth, -right);
}
