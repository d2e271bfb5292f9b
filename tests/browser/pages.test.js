// What every page of the default handbook promises, in a real browser.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { address, handbook, onePerKind, pages } from './built.js';
import { each, start, watched } from './chromium.js';
import { none } from './none.js';
import { serve } from './server.js';

const site = handbook();
let browser;
before(async () => { browser = await start(); });
after(() => browser?.close());

test('the first page opens from disk and leads to others', async () => {
  const { context, page, seen } = await watched(browser, {}, site.url);
  await page.goto(address('index.html', site.url));
  const links = await page.locator('nav a[href]:visible, main a[href]:visible').count();
  assert.ok(links > 10, `only ${links} links`);
  await page.locator('nav.side a[href]:not([aria-current]):visible').first().click();
  await page.waitForLoadState();
  assert.notEqual(page.url(), address('index.html', site.url));
  assert.match(await page.locator('h1').innerText(), /\S/);
  none(seen);
  await context.close();
});

test('every page loads from disk without a message, a failure or a request elsewhere', async () => {
  const wrong = [];
  const seen = await each(browser, {}, site.url, pages(site), async (page, file) => {
    await page.goto(address(file, site.url), { waitUntil: 'load' });
    const is = await page.evaluate(() => ({
      title: document.title.trim() !== '',
      language: document.documentElement.lang !== '',
      heading: [...document.querySelectorAll('h1')].filter((h1) => h1.innerText.trim() !== '').length === 1,
      main: document.querySelectorAll('main').length === 1,
      mode: document.compatMode === 'CSS1Compat',
      charset: document.characterSet === 'UTF-8',
    }));
    for (const [what, holds] of Object.entries(is)) if (!holds) wrong.push(`${file}: ${what}`);
  });
  none(seen);
  none(wrong);
});

test('one page of each kind loads from a server below a path with spaces and Chinese', async (t) => {
  const base = await serve(site, (done) => t.after(done));
  const seen = await each(browser, {}, base, onePerKind(site), async (page, { file }) => {
    await page.goto(address(file, base), { waitUntil: 'load' });
  });
  none(seen);
});

test('every page can be read without JavaScript', async () => {
  const wrong = [];
  const seen = await each(browser, { javaScriptEnabled: false }, site.url, onePerKind(site), async (page, { file }) => {
    await page.goto(address(file, site.url), { waitUntil: 'load' });
    const hidden = await page.evaluate(() => {
      const isShut = (element) => element.closest('details:not([open]) > :not(summary)') !== null;
      return [...document.querySelectorAll('main :is(h1,h2,h3,h4,p,li,td,th,dt,dd,a[href])')]
        .filter((element) => element.textContent.trim() !== '' && !isShut(element))
        .filter((element) => !element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
        .map((element) => `${element.tagName} ${element.textContent.trim().slice(0, 40)}`);
    });
    wrong.push(...hidden.map((what) => `${file}: not shown: ${what}`));
    const ways = await page.locator('a[href]:visible').count();
    if (ways === 0) wrong.push(`${file}: no link leads away`);
  });
  none(seen);
  none(wrong);
});

test('every kind of page can be read without its style sheet', async () => {
  const wrong = [];
  await each(browser, { javaScriptEnabled: false }, site.url, onePerKind(site), async (page, { file }) => {
    await page.route('**/*.css', (route) => route.abort());
    await page.goto(address(file, site.url), { waitUntil: 'load' });
    const shown = await page.locator('main').innerText();
    if (shown.trim().length < 10) wrong.push(file);
  });
  none(wrong);
});

for (const width of [390, 768]) {
  test(`no kind of page is wider than a screen of ${width} pixels`, async () => {
    const wrong = [];
    await each(browser, { viewport: { width, height: 844 } }, site.url, onePerKind(site), async (page, { file }) => {
      await page.goto(address(file, site.url), { waitUntil: 'load' });
      const widest = await page.evaluate(() => {
        const room = document.documentElement.clientWidth;
        if (document.documentElement.scrollWidth <= room) return null;
        const past = [...document.body.querySelectorAll('*')]
          .map((element) => ({ element, right: element.getBoundingClientRect().right }))
          .sort((one, other) => other.right - one.right)[0];
        return `${document.documentElement.scrollWidth} > ${room}: ${past.element.tagName}.${past.element.className}`;
      });
      if (widest) wrong.push(`${file}: ${widest}`);
    });
    none(wrong);
  });
}
