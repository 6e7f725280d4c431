// What only readers need who select, copy or come for a passage: a file of its own, loaded by on-demand.ts.

export { copy } from './clipboard';
export { markPassages, showPassages } from './passages';
export { keepSelection } from './selection';
