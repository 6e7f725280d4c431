const usualTextSize = 16; // px of the root

/**
 * CSS px to one px of the engine: 1, but on a kiosk's page what makes everything larger on a larger screen. Its style sheet says so by
 * the root's text size (src/layout/native/css.cpp).
 */
export function screenUnit(): number {
  return parseFloat(getComputedStyle(document.documentElement).fontSize) / usualTextSize;
}
