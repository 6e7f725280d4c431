// What only readers need who select, copy, touch a word or come for a passage: a file of its own, loaded by on-demand.ts.

export { copy } from './clipboard';
export { explain } from './explanation';
export { markPassages, showPassages } from './passages';
export { keepSelection } from './selection';
