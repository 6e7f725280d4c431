// What data/initiatives.json must hold for the bundled hub.

import { existsSync } from 'node:fs';
import { join } from 'node:path';

export const wantedInitiatives = 23;
export const longestSummary = 160; // characters
const fields = [
  'short_description',
  'key_role',
  'relevance',
  'resources',
  'website',
  'contact',
  'topics',
  'programme',
  'years',
];

/** @param {{initiatives?: object[]}} data @returns {string[]} */
export function initiativeProblems(data) {
  const initiatives = Array.isArray(data.initiatives) ? data.initiatives : [];
  const problems = [];
  if (initiatives.length !== wantedInitiatives) {
    problems.push(
      `there are ${initiatives.length} initiatives, not ${wantedInitiatives}; each has a ## section with labels`,
    );
  }
  const ids = new Set();
  for (const initiative of initiatives) {
    const name = initiative.name || initiative.id || 'an initiative';
    if (!initiative.name) problems.push(`'${name}' has no name`);
    if (ids.has(initiative.id)) problems.push(`'${name}' has the id of another, '${initiative.id}'`);
    ids.add(initiative.id);
    const length = [...(initiative.summary ?? '')].length;
    if (length === 0 || length > longestSummary) {
      problems.push(`the summary of '${name}' has ${length} characters; 1 to ${longestSummary} are wanted`);
    }
    for (const field of fields) {
      if (!initiative.fields?.[field]?.trim()) {
        problems.push(`'${name}' says nothing as ${field}; fill it, or write "Not stated."`);
      }
    }
  }
  return problems;
}

/** The routes of a site's initiatives that have no page. */
export function missingPages(data, site) {
  return (data.initiatives ?? [])
    .filter(({ route }) => !existsSync(join(site, route, 'index.html')))
    .map(({ name, route }) => `'${name}' has no page at ${route}`);
}
