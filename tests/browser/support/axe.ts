// axe-core on a page as it is now.

import type { Page } from '@playwright/test';
import axe from 'axe-core';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Faults by all rules of WCAG A and AA and of best practice, a sentence each. `contrast` says whether colours are judged, too: on
 * `only` they alone are, and what axe cannot decide of them is a fault as well.
 */
export async function faults(page: Page, contrast: 'no' | 'yes' | 'only' = 'yes'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const found = await page.evaluate(
    ([values, judged]) =>
      (window as unknown as { axe: typeof axe }).axe.run(
        // axe looks for the skip link's target in the document alone, not in the element. That it works has a test of its own.
        { exclude: ['.hg-skip'] },
        {
          runOnly:
            judged === 'only'
              ? { type: 'rule', values: ['color-contrast'] }
              : { type: 'tag', values: values as string[] },
          ...(judged === 'no' ? { rules: { 'color-contrast': { enabled: false } } } : {}),
          resultTypes: ['violations', 'incomplete'],
        },
      ),
    [tags, contrast] as const,
  );
  if (found.passes.length === 0) return ['axe found nothing to look at'];
  const undecided = contrast === 'no' ? [] : found.incomplete.filter(({ id }) => id === 'color-contrast');
  return [...found.violations, ...undecided].flatMap(({ id, help, nodes }) =>
    nodes.slice(0, 3).map(({ target, failureSummary }) => `${id}: ${help}: ${String(target)}: ${failureSummary ?? ''}`),
  );
}
