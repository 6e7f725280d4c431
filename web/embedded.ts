/** What only hubs in another page need; loaded for them alone. */
export { followBrand } from './brand';
export { Share } from './contexts';
export { startGently } from './gentle-start';
