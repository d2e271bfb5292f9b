// The Nu HTML checker finds no error in any page; its warnings are listed.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { handbook, pages } from './built.js';
import { none } from './none.js';

const site = handbook();
const checker = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');

test('the Nu HTML checker finds no error', (t) => {
  const run = spawnSync('java', ['-Xss4m', '-jar', checker, '--format', 'json', '--stdout', '--exit-zero-always', '--skip-non-html', site.root], { encoding: 'utf8', maxBuffer: 1 << 28 });
  assert.equal(run.error, undefined);
  const { messages } = JSON.parse(run.stdout);
  const said = messages.map(({ type, subType, url, lastLine, message, extract }) => ({
    isError: type !== 'info',
    isWarning: subType === 'warning',
    line: `${decodeURI(url ?? '').split('/public/').pop()}:${lastLine}: ${message} ${JSON.stringify(extract ?? '')}`,
  }));
  const warnings = said.filter(({ isWarning }) => isWarning).map(({ line }) => line);
  for (const line of warnings.slice(0, 20)) t.diagnostic(`warning: ${line}`);
  t.diagnostic(`${pages(site).length} pages, ${warnings.length} warnings`);
  none(said.filter(({ isError }) => isError).map(({ line }) => line));
});
