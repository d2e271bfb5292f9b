// A server that knows nothing: it serves files by their exact names below one prefix, and the page for
// what is not there. No folder has an index, so every link must name its file.

import { createServer } from 'node:http';
import { readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';

/** Where the site stands on the server: a path with spaces and Chinese. */
export const PREFIX = '/内网 服务/手册 2026/';

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.json': 'application/json',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.xml': 'application/xml', '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2', '.ics': 'text/calendar', '.csv': 'text/csv', '.webp': 'image/webp', '.jpg': 'image/jpeg',
};

/** Serves a site; gives its address. */
export async function serve(site, after) {
  const server = createServer((request, response) => {
    if (request.url === '/favicon.ico') return response.writeHead(204).end(); // Browsers ask unbidden.
    const path = decodeURIComponent(new URL(request.url, 'http://127.0.0.1').pathname);
    const file = path.startsWith(PREFIX) ? path.slice(PREFIX.length) : '';
    const place = join(site.root, file);
    const found = file && !file.split('/').includes('..') && statSync(place, { throwIfNoEntry: false })?.isFile();
    response.writeHead(found ? 200 : 404, { 'content-type': found ? (TYPES[extname(file)] ?? 'application/octet-stream') : TYPES['.html'] });
    response.end(readFileSync(found ? place : join(site.root, '404.html')));
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  after(() => { server.closeAllConnections(); server.close(); });
  return `http://127.0.0.1:${server.address().port}${encodeURI(PREFIX)}`;
}
