// Debian's Chromium, cut off from every network but this machine, and a watch on what pages do in it.

import { chromium } from 'playwright-core';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Starts the browser. */
export function start() {
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-dev-shm-usage',
      '--disable-background-networking', '--disable-component-update', '--disable-sync',
      '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
    ],
  });
}

/** Opens an empty page whose doings are kept: all that it says, asks for and fails at, by address. */
export async function watched(browser, options, own) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const seen = [];
  const note = (what) => seen.push(`${decodeURI(page.url())}: ${what}`);
  page.on('console', (message) => note(`console ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => note(`error: ${error.message}`));
  page.on('dialog', (dialog) => { note(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on('requestfailed', (request) => note(`failed: ${request.url()} ${request.failure()?.errorText}`));
  page.on('response', (response) => { if (response.status() >= 400) note(`${response.status()}: ${response.url()}`); });
  page.on('request', (request) => {
    if (!request.url().startsWith(own) && !request.url().startsWith('data:')) note(`asked for ${request.url()}`);
  });
  page.on('popup', (popup) => { note(`popup: ${popup.url()}`); popup.close(); });
  return { context, page, seen };
}

/** Does `work` for each item, two at a time, each time on a watched page; gives all that was seen. */
export async function each(browser, options, own, items, work) {
  const queue = [...items];
  const all = await Promise.all([0, 1].map(async () => {
    const { context, page, seen } = await watched(browser, options, own);
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(page, item, seen);
    await context.close();
    return seen;
  }));
  return all.flat();
}
