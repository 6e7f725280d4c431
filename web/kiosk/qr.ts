import moduleFile from 'hubglass-qr.wasm';

/** See src/platform/qr/qr.c. */
interface Coder {
  memory: WebAssembly.Memory;
  _initialize?: () => void;
  qr_text(): number;
  qr_make(): number;
  qr_dark(x: number, y: number): number;
}

const longest = 1024; // bytes
const quiet = 4; // squares around the code
let coder: Promise<Coder> | undefined;

async function load(): Promise<Coder> {
  const response = await fetch(new URL(moduleFile, import.meta.url));
  const { instance } = await WebAssembly.instantiate(await response.arrayBuffer());
  const made = instance.exports as unknown as Coder;
  made._initialize?.();
  return made;
}

/** The QR code of a text as a picture, or undefined when it is too long or the coder cannot be had. */
export async function qrCode(text: string, name: string): Promise<SVGSVGElement | undefined> {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length > longest) {
    return undefined;
  }
  coder ??= load();
  let made: Coder;
  try {
    made = await coder;
  } catch {
    coder = undefined; // tried again for the next address
    return undefined;
  }
  const place = made.qr_text();
  const memory = new Uint8Array(made.memory.buffer);
  memory.set(bytes, place);
  memory[place + bytes.length] = 0;
  const side = made.qr_make();
  if (side === 0) {
    return undefined;
  }
  let path = '';
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      if (made.qr_dark(x, y) !== 0) {
        path += `M${x + quiet} ${y + quiet}h1v1h-1z`;
      }
    }
  }
  return picture(path, side + 2 * quiet, name);
}

function picture(path: string, side: number, name: string): SVGSVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  svg.setAttribute('viewBox', `0 0 ${side} ${side}`);
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', name);
  svg.setAttribute('shape-rendering', 'crispEdges');
  const ground = document.createElementNS(space, 'rect');
  ground.setAttribute('width', String(side));
  ground.setAttribute('height', String(side));
  ground.setAttribute('fill', '#ffffff');
  const squares = document.createElementNS(space, 'path');
  squares.setAttribute('d', path);
  squares.setAttribute('fill', '#000000');
  svg.append(ground, squares);
  return svg;
}
