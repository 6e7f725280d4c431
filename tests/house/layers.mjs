// The order of the house as tables: who may know whom. Whoever moves a folder changes it here, and nowhere else.

/** src/, bottom up. A folder includes itself and those it names; `native/` folders and the command are never in the engine. */
export const folders = {
  'src/document': [],
  'src/markdown': ['src/document'],
  'src/hub': ['src/document', 'src/markdown'],
  'src/pack': ['src/document', 'src/markdown', 'src/hub'],
  'src/html': ['src/document'],
  'src/html/native': ['src/document', 'src/hub', 'src/html'],
  'src/layout': ['src/document', 'src/html'],
  'src/paint': ['src/document', 'src/layout'],
  'src/app': ['src/document', 'src/markdown', 'src/hub', 'src/pack', 'src/html', 'src/layout', 'src/paint'],
  'src/platform/web': ['src/document', 'src/html', 'src/layout', 'src/paint', 'src/app'],
  'src/platform/qr': [],
  'src/cli': ['src/document', 'src/markdown', 'src/hub', 'src/pack', 'src/html', 'src/html/native', 'src/layout'],
};

/** The only folders that know a library; what is not named here may be known anywhere. */
export const libraries = {
  md4c: ['src/markdown'],
  imgui: ['src/paint', 'src/app', 'src/platform/web'],
  emscripten: ['src/platform'],
  GLES: ['src/platform/web'],
  'yaml-cpp/': ['src/hub/native', 'src/markdown/native'],
  'nlohmann/': ['src/hub', 'src/pack', 'src/html/native', 'src/cli'],
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
export const known = [
  'src/html/address.cpp -> src/hub',
  'src/html/html.h -> src/hub',
  'src/html/labels.cpp -> src/hub',
  'src/html/writer_inlines.cpp -> src/hub',
  'src/layout/box_style.h -> src/hub',
  'src/paint/painter.h -> src/hub',
];

/** Files of web/ that import each other in a circle and are to be parted. */
export const knownCircles = ['web/light-page.ts <-> web/viewer.ts'];
