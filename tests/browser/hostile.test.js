// What an author writes never runs. The judge is the browser: a hostile handbook is built and opened,
// without any policy that would stop a script, everything in it is pressed, and nothing may happen.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { address, pages, written } from './built.js';
import { each, start, watched } from './chromium.js';
import { PAYLOADS, hostile } from './hostile.js';
import { none } from './none.js';

const site = written(hostile());
let browser;
before(async () => { browser = await start(); });
after(() => browser?.close());

/** Presses, points at and focuses everything; tells what could run or load. */
function provoke() {
  const found = [];
  const safe = /^(https?:|mailto:|tel:|file:)$/;
  addEventListener('click', (event) => event.preventDefault());
  addEventListener('submit', (event) => event.preventDefault());
  for (const element of document.querySelectorAll('*')) {
    const tag = element.localName;
    if (['iframe', 'object', 'embed', 'base', 'frame', 'applet', 'portal'].includes(tag)) found.push(`<${tag}>`);
    if (tag === 'script' && !new URL(element.src || 'x:', location).href.includes('/static/')) found.push(`script: ${element.textContent.slice(0, 60)}`);
    for (const { name, value } of element.attributes) {
      if (/^on/i.test(name)) found.push(`<${tag} ${name}="${value}">`);
      if (/^(href|src|action|formaction|xlink:href|data|poster|cite)$/.test(name)) {
        let protocol = 'unreadable:';
        try { protocol = new URL(value, document.baseURI).protocol; } catch { continue; }
        const isPicture = tag === 'img' && protocol === 'data:';
        if (!safe.test(protocol) && !isPicture) found.push(`<${tag} ${name}="${value}">`);
      }
    }
    for (const kind of ['mouseover', 'mouseenter', 'focus', 'click', 'toggle', 'animationstart', 'load', 'error', 'begin']) {
      element.dispatchEvent(new Event(kind, { bubbles: kind === 'mouseover' || kind === 'click', cancelable: true }));
    }
  }
  return found;
}

test('the hostile handbook is built whole', () => {
  const named = pages(site).filter((file) => /(^|\/)page-\d+\.html$/.test(file)).length;
  assert.ok(named >= PAYLOADS.length, `${named} of ${PAYLOADS.length} pages of payloads`);
  assert.notEqual(site.code, 101, site.said);
});

test('former addresses that cannot be stop nothing', () => {
  const former = [...PAYLOADS, '../x', '/etc/x', '..%2f', 'a\\..\\b', 'CON', 'x:y', 'index', 'static/hejin.css'];
  const moved = written({
    'content/handbook.yaml': 'title: x\naudit: {fail_on: never}\n',
    'content/page.md': `---\nname: x\nformer: ${JSON.stringify(former)}\n---\nx\n`,
  });
  assert.ok(pages(moved).includes('page.html'), moved.said);
});

test('the oracle sees what runs', async () => {
  const { context, page, seen } = await watched(browser, {}, 'nothing:');
  await page.setContent('<img src=x onerror=window.__pwned=1><a href="javascript:1">x</a><img src="http://evil.test/x.png">');
  await page.waitForFunction(() => window.__pwned === 1);
  assert.equal((await page.evaluate(provoke)).length, 2);
  assert.ok(seen.some((line) => line.includes('evil.test')), seen.join('\n'));
  await context.close();
});

test('no payload runs in any slot', async () => {
  const wrong = [];
  // Of the pages in the second language every fifth is enough: the templates are the same.
  const opened = pages(site).filter((file) => !/^en\/.*-\d+\.html$/.test(file) || /^en\/.*-\d*[07]\.html$/.test(file));
  const seen = await each(browser, {}, site.url, opened, async (page, file) => {
    await page.goto(address(file, site.url), { waitUntil: 'load' });
    const found = await page.evaluate(provoke);
    if (await page.evaluate(() => window.__pwned !== undefined)) found.push('__pwned is set');
    if (!page.url().startsWith(site.url)) found.push(`went to ${page.url()}`);
    wrong.push(...found.map((what) => `${file}: ${what}`));
  });
  // A picture that an author names and nobody has is asked for below the site, and is no attack.
  const isOwnPicture = (line) => /: (failed: file:.*ERR_FILE_NOT_FOUND|console error: Failed to load resource: net::ERR_FILE_NOT_FOUND)/.test(line);
  // What it asked for elsewhere is told once, not with each way in which it then failed.
  const isEcho = (line) => /ERR_NAME_NOT_RESOLVED/.test(line);
  none([...new Set([...wrong, ...seen.filter((line) => !isOwnPicture(line) && !isEcho(line))])]);
});
