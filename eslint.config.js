import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const browserNames = Object.fromEntries(
  [
    ...['window', 'document', 'navigator', 'location', 'history', 'self', 'caches', 'performance', 'getComputedStyle'],
    ...['scrollTo', 'scrollBy', 'requestAnimationFrame', 'innerWidth', 'innerHeight', 'matchMedia', 'customElements'],
    ...['HTMLElement', 'Event', 'PerformanceObserver', 'devicePixelRatio', 'scrollX', 'scrollY', 'localStorage'],
  ].map((name) => [name, 'readonly']),
);
const nodeNames = Object.fromEntries(
  [
    'process',
    'console',
    'URL',
    'URLSearchParams',
    'AbortController',
    'Buffer',
    'setTimeout',
    'clearTimeout',
    'setInterval',
    'clearInterval',
    'performance',
    'fetch',
  ].map((name) => [name, 'readonly']),
);

export default tseslint.config(
  { ignores: ['build/', 'dist/', '.cache/', 'node_modules/', 'content/', 'test-results/', 'playwright-report/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strict],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      eqeqeq: 'error',
      'no-restricted-properties': [
        'error',
        { property: 'innerHTML', message: 'Trusted Types hosts refuse it; build nodes with createElement.' },
        { property: 'outerHTML', message: 'Trusted Types hosts refuse it; build nodes with createElement.' },
        { property: 'insertAdjacentHTML', message: 'Trusted Types hosts refuse it; build nodes with createElement.' },
      ],
      'no-restricted-globals': ['error', { name: 'DOMParser', message: 'Trusted Types hosts refuse it.' }],
    },
  },
  {
    // Tests read what the page holds; they never build pages from strings.
    files: ['tests/**/*.ts'],
    rules: { 'no-restricted-properties': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  { files: ['**/*.mjs', '*.js'], languageOptions: { globals: nodeNames } },
  // What these hand to a browser to evaluate is browser code.
  {
    files: ['shell/**/*.js', 'scripts/screenshot.mjs', 'tests/bench/**/*.mjs'],
    languageOptions: { globals: { ...nodeNames, ...browserNames } },
  },
);
