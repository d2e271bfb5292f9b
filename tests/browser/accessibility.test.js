// axe finds nothing on any kind of page, in either language, in the light, in the dark, on a phone.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { address, handbook, onePerKind } from './built.js';
import { each, start } from './chromium.js';
import { none } from './none.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const site = handbook();
let browser;
before(async () => { browser = await start(); });
after(() => browser?.close());

const ways = {
  'in the light': { colorScheme: 'light', viewport: { width: 1280, height: 900 } },
  'in the dark': { colorScheme: 'dark', viewport: { width: 1280, height: 900 } },
  'on a phone': { colorScheme: 'light', viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  'for paper': { colorScheme: 'light', viewport: { width: 794, height: 1123 } },
};

for (const [way, options] of Object.entries(ways)) {
  test(`axe finds nothing ${way}`, async () => {
    const wrong = [];
    await each(browser, { reducedMotion: 'reduce', ...options }, site.url, onePerKind(site), async (page, { file }) => {
      if (way === 'for paper') await page.emulateMedia({ media: 'print' });
      await page.goto(address(file, site.url), { waitUntil: 'load' });
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
      for (const { id, help, nodes } of violations) {
        for (const node of nodes.slice(0, 3)) wrong.push(`${file}: ${id}: ${help}: ${node.target} ${node.html.slice(0, 120)}`);
      }
    });
    none(wrong);
  });
}

test('the keyboard reaches the skip link first, and what has the focus is seen', async () => {
  const wrong = [];
  await each(browser, {}, site.url, onePerKind(site), async (page, { file, template }) => {
    if (template === '404' || template === 'redirect') return;
    await page.goto(address(file, site.url), { waitUntil: 'load' });
    await page.keyboard.press('Tab');
    const first = await page.evaluate(() => document.activeElement?.getAttribute('href'));
    if (first !== '#main') wrong.push(`${file}: the first stop is ${first}`);
    for (let stop = 0; stop < 12; stop += 1) {
      const unseen = await page.evaluate(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return null;
        const style = getComputedStyle(element);
        const box = element.getBoundingClientRect();
        const isMarked = style.outlineStyle !== 'none' || style.boxShadow !== 'none';
        return isMarked && box.width > 0 && box.height > 0 ? null : element.outerHTML.slice(0, 100);
      });
      if (unseen) wrong.push(`${file}: focus is not seen on ${unseen}`);
      await page.keyboard.press('Tab');
    }
  });
  none(wrong);
});
