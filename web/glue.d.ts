/** The module that Emscripten writes (build/web/hubglass-engine.mjs), as far as we use it. */
declare module 'hubglass-engine' {
  const createModule: (options: Record<string, unknown>) => Promise<import('./engine').Glue>;
  export default createModule;
}

/** A style sheet as text. */
declare module '*.css' {
  const text: string;
  export default text;
}

/** QR codes (src/platform/qr/); the address of the module, relative to the script. */
declare module 'hubglass-qr.wasm' {
  const address: string;
  export default address;
}
