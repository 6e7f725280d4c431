// The order of the house as tables: who may know whom. Whoever moves a folder changes it here, and nowhere else.

/** src/, bottom up. A folder includes itself and those it names; `native/` folders and the command are never in the engine. */
export const folders = {
  // Ground floor: what both wings share.
  'src/text': [],
  'src/document': ['src/text'],
  'src/html': ['src/text', 'src/document'],
  'src/pack': ['src/text', 'src/document'],
  // The press: a project becomes a site.
  'src/pack/write': ['src/text', 'src/document', 'src/pack'],
  'src/markdown': ['src/text', 'src/document'],
  'src/hub': ['src/text', 'src/document', 'src/markdown'],
  'src/cli': [
    'src/text',
    'src/document',
    'src/html',
    'src/pack/write',
    'src/pack/read',
    'src/markdown',
    'src/hub',
    'src/layout',
  ],
  // The glass: what a reader's browser runs. It knows finished pages only.
  'src/pack/read': ['src/text', 'src/document', 'src/pack'],
  'src/layout': ['src/text', 'src/document', 'src/html'],
  'src/paint': ['src/document', 'src/layout'],
  'src/app': ['src/text', 'src/document', 'src/pack/read', 'src/html', 'src/layout', 'src/paint'],
  'src/platform/web': ['src/document', 'src/html', 'src/layout', 'src/paint', 'src/app'],
  'src/platform/qr': [],
};

/** The only folders that know a library; what is not named here may be known anywhere. */
export const libraries = {
  md4c: ['src/markdown'],
  imgui: ['src/paint', 'src/app', 'src/platform/web'],
  emscripten: ['src/platform'],
  GLES: ['src/platform/web'],
  'yaml-cpp/': ['src/hub/native'],
  'nlohmann/': ['src/hub', 'src/cli'],
  linebreak: ['src/layout'],
  brotli: ['src/cli'],
  webp: ['src/cli'],
  stb: ['src/cli'],
  zlib: ['src/cli'],
  qrcodegen: ['src/platform/qr'],
};

/** web/: rooms as the folders are today. The element is what stands in web/ itself. */
export const rooms = {
  web: [],
  'web/embed': ['web'],
  'web/kiosk': ['web'],
};

/** Each a step against the order that is known and is to go: "file -> folder". None is added; one that is gone is taken off. */
export const known = [];

/** Files of web/ that import each other in a circle and are to be parted. */
export const knownCircles = [];
