// Every link, anchor and file that the built pages name is there, wherever the site stands.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'parse5';
import { address, handbook, pages, text } from './built.js';
import { none } from './none.js';
import { serve } from './server.js';

const site = handbook();
const read = new Map(pages(site).map((file) => [file, look(text(site, file))]));
const files = new Set(site.files);

/** What a page names and what can be named in it. */
function look(html) {
  const found = { ids: new Set(), twice: [], links: [] };
  walk(parse(html), (element) => {
    const attributes = Object.fromEntries(element.attrs.map(({ name, value }) => [name, value]));
    if (attributes.id !== undefined) {
      if (found.ids.has(attributes.id)) found.twice.push(attributes.id);
      found.ids.add(attributes.id);
    }
    for (const name of ['href', 'src', 'action', 'poster', 'data', 'cite', 'formaction', 'xlink:href']) {
      if (attributes[name] !== undefined) found.links.push({ tag: element.tagName, name, to: attributes[name], attributes });
    }
    for (const part of (attributes.srcset ?? '').split(',').filter((part) => part.trim() !== '')) {
      found.links.push({ tag: element.tagName, name: 'srcset', to: part.trim().split(/\s+/)[0], attributes });
    }
    for (const name of ['aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-owns', 'headers', 'list', 'form', ...(element.tagName === 'label' ? ['for'] : [])]) {
      for (const id of (attributes[name] ?? '').split(/\s+/).filter(Boolean)) {
        found.links.push({ tag: element.tagName, name, to: `#${encodeURIComponent(id)}`, attributes });
      }
    }
    const refresh = /^\s*\d+\s*;\s*url=(.*)$/i.exec(attributes.content ?? '');
    if (attributes['http-equiv'] && refresh) found.links.push({ tag: 'meta', name: 'refresh', to: refresh[1].replace(/^['"]|['"]$/g, ''), attributes });
  });
  return found;
}

function walk(node, visit) {
  if (node.attrs) visit(node);
  for (const child of node.childNodes ?? []) walk(child, visit);
  if (node.content) walk(node.content, visit);
}

/** Why a link does not hold, or nothing. */
function fault(page, link, base) {
  const { to, tag } = link;
  if (/^(mailto|tel):/i.test(to) && tag === 'a') return null;
  if (/^data:/i.test(to) && tag === 'img') return null;
  if (/^https?:/i.test(to)) return tag === 'a' || (tag === 'link' && /^(canonical|alternate)$/.test(link.attributes.rel)) ? null : 'is loaded from elsewhere';
  if (/^[a-z][a-z0-9+.-]*:/i.test(to)) return 'has a scheme';
  if (to.startsWith('/')) return 'begins at the server’s root';
  const url = new URL(to, address(page, base));
  if (!url.href.startsWith(base)) return 'leaves the site';
  const file = decodeURIComponent(url.pathname.slice(new URL(base).pathname.length));
  if (!files.has(file)) return `no such file: ${file || 'a folder'}`;
  const anchor = decodeURIComponent(url.hash.slice(1));
  if (anchor && !read.get(file)?.ids.has(anchor)) return `no such anchor in ${file}: ${anchor}`;
  return null;
}

test('there is something to test', () => {
  const links = [...read.values()].reduce((total, { links }) => total + links.length, 0);
  assert.ok(read.size > 20 && links > 500, `${read.size} pages, ${links} links`);
});

test('every link and anchor of the built pages holds', () => {
  const wrong = [];
  for (const [page, { links }] of read) {
    for (const link of links) {
      const why = fault(page, link, site.url);
      if (why) wrong.push(`${page}: <${link.tag} ${link.name}="${link.to}"> ${why}`);
    }
  }
  none(wrong);
});

test('no page names an id twice', () => {
  const wrong = [...read].flatMap(([page, { twice }]) => twice.map((id) => `${page}: ${id}`));
  none(wrong);
});

test('every page can be reached from the first by links alone', () => {
  const reached = new Set(['index.html']);
  for (const page of reached) {
    for (const { tag, to } of read.get(page)?.links ?? []) {
      if (tag !== 'a' || /^[a-z]+:/i.test(to)) continue;
      const file = decodeURIComponent(new URL(to, address(page, site.url)).pathname.slice(new URL(site.url).pathname.length));
      if (read.has(file)) reached.add(file);
    }
  }
  const isMoved = (page) => read.get(page).links.some(({ name }) => name === 'refresh');
  const lost = pages(site).filter((page) => !reached.has(page) && !/(^|\/)404\.html$/.test(page) && !isMoved(page));
  none(lost);
});

test('every address that a page names is answered by a server below a path with spaces and Chinese', async (t) => {
  const base = await serve(site, (done) => t.after(done));
  const asked = new Map();
  for (const [page, { links }] of read) {
    for (const { to } of links) {
      if (/^[a-z][a-z0-9+.-]*:/i.test(to)) continue;
      const url = new URL(to, address(page, base));
      url.hash = '';
      if (!asked.has(url.href)) asked.set(url.href, page);
    }
  }
  const wrong = [];
  for (const [url, page] of asked) {
    const answer = await fetch(url);
    await answer.arrayBuffer();
    if (answer.status !== 200) wrong.push(`${page}: ${answer.status} ${decodeURI(url)}`);
  }
  none(wrong);
});

test('style sheets and scripts name nothing that is elsewhere or missing', () => {
  const wrong = [];
  for (const file of site.files.filter((file) => /\.(css|svg)$/.test(file))) {
    for (const [, , to] of text(site, file).matchAll(/(?:url\(|@import)\s*(["']?)([^"')]+)\1/g)) {
      if (to.startsWith('data:') || to.startsWith('#')) continue;
      const url = new URL(to, address(file, site.url));
      const there = decodeURIComponent(url.pathname.slice(new URL(site.url).pathname.length));
      if (url.protocol !== 'file:' || !files.has(there)) wrong.push(`${file}: ${to}`);
    }
  }
  none(wrong);
});

test('only files of the kinds that every server knows are written', () => {
  const known = /\.(html|css|js|json|svg|png|jpe?g|webp|gif|woff2|txt|xml|ics|csv|xlsx|pdf|dmn)(\.(gz|br))?$/;
  none(site.files.filter((file) => !known.test(file)));
});
