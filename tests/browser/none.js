// The assertion of this folder: a list of what is wrong is empty.

import { AssertionError } from 'node:assert/strict';

/** Throws what is wrong, each line as it stands, the first forty of them. */
export function none(wrong) {
  if (wrong.length === 0) return;
  const more = wrong.length > 40 ? [`… and ${wrong.length - 40} more`] : [];
  const message = [`${wrong.length} wrong:`, ...wrong.slice(0, 40), ...more].join('\n');
  throw new AssertionError({ message, stackStartFn: none });
}
