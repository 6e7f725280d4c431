/* global WebGL2RenderingContext, WebAssembly, sessionStorage, addEventListener */
// Runs in the page before anything else: a fast clock for the kiosk, and counters of what only the browser knows.

export function installInstruments({ speed, origin }) {
  const begin = performance.now();
  globalThis.hubglassKioskClock = {
    now: () => (performance.now() - begin) * speed,
    date: () => origin + (Date.now() - origin) * speed,
    after(ms, run) {
      const timer = setTimeout(run, ms / speed);
      return () => clearTimeout(timer);
    },
  };

  // GL objects that were made and not deleted, by context; a lost context takes its own along.
  const alive = new Map();
  const kinds = ['Texture', 'Buffer', 'Program', 'Shader', 'VertexArray', 'Framebuffer', 'Sampler', 'Renderbuffer'];
  const prototype = WebGL2RenderingContext.prototype;
  for (const kind of kinds) {
    const create = prototype[`create${kind}`];
    const remove = prototype[`delete${kind}`];
    prototype[`create${kind}`] = function (...values) {
      const made = create.apply(this, values);
      if (made) {
        if (!alive.has(this)) {
          alive.set(this, new Map());
          this.canvas.addEventListener('webglcontextlost', () => alive.get(this)?.clear());
        }
        alive.get(this).set(made, kind);
      }
      return made;
    };
    prototype[`delete${kind}`] = function (object) {
      alive.get(this)?.delete(object);
      return remove.call(this, object);
    };
  }
  let memory;
  const instantiate = WebAssembly.instantiate;
  WebAssembly.instantiate = async (...values) => {
    const made = await instantiate.apply(WebAssembly, values);
    const exported = Object.values((made.instance ?? made).exports).find((one) => one instanceof WebAssembly.Memory);
    if (exported && exported.buffer.byteLength > 1 << 20) memory = exported;
    return made;
  };

  const count = (name, more) => {
    const all = Number(sessionStorage.getItem(`hubglass-kiosk-bench-${name}`) ?? 0) + more;
    sessionStorage.setItem(`hubglass-kiosk-bench-${name}`, String(all));
    return all;
  };
  if (location.protocol.startsWith('http')) count('loads', 1);
  const hub = () => document.querySelector('hub-glass');
  addEventListener('pagehide', () => count('frames', hub()?.stats?.().frames ?? 0));

  globalThis.hubglassInstruments = {
    read: () => {
      const { frames, mirrorNodes } = hub().stats();
      return {
        frames,
        allFrames: count('frames', 0) + frames,
        mirror: mirrorNodes,
        gl: [...alive.values()].reduce((sum, one) => sum + one.size, 0),
        textures: [...alive.values()].flatMap((one) => [...one.values()]).filter((kind) => kind === 'Texture').length,
        wasm: memory?.buffer.byteLength ?? 0,
      };
    },
    loads: () => count('loads', 0),
    /** The middle of a link that can be touched now. */
    link: (share) => {
      const links = [...(hub().shadowRoot ?? hub()).querySelectorAll('a[href], summary')]
        .map((link) => link.getBoundingClientRect())
        .filter(
          (box) =>
            box.width > 0 && box.top > 90 && box.bottom < innerHeight - 110 && box.left >= 0 && box.right < innerWidth,
        );
      const box = links[Math.floor(share * links.length)];
      return box && { x: box.left + Math.min(box.width / 2, 60), y: box.top + box.height / 2 };
    },
    lose: (wait) => {
      for (const canvas of hub().shadowRoot.querySelectorAll('canvas')) {
        const extension = canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context');
        extension?.loseContext();
        setTimeout(() => extension?.restoreContext(), wait);
      }
    },
  };
}
