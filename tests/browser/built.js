// Builds handbooks with the real binary into temporary folders, and lists what came out.

import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const project = fileURLToPath(new URL('../../', import.meta.url));
const binary = join(process.env.CARGO_TARGET_DIR ?? join(project, 'target'), 'debug', 'hejin');

/** The day on which every test builds. */
const TODAY = '2026-11-23';

/** The project's own handbook, built. */
export function handbook() {
  return build((folder) => {
    for (const part of ['content', 'themes']) cpSync(join(project, part), join(folder, part), { recursive: true });
  });
}

/** A handbook of the given texts by path, built. */
export function written(files) {
  return build((folder) => {
    mkdirSync(join(folder, 'themes'));
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  });
}

/** Lets `prepare` fill a folder, builds it, and gives the site. The folder's name has spaces and Chinese. */
function build(prepare) {
  const top = mkdtempSync(join(tmpdir(), 'hejin-'));
  process.on('exit', () => rmSync(top, { recursive: true, force: true }));
  const folder = join(top, '内网 手册');
  mkdirSync(folder);
  prepare(folder);
  // A hostile handbook is told of in megabytes.
  const options = { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 };
  const run = spawnSync(binary, ['build', '--today', TODAY], options);
  if (run.error) throw new Error(`${binary} did not start: run \`cargo build\` first`, { cause: run.error });
  const root = join(folder, 'public');
  if (!existsSync(root)) throw new Error(`nothing was built (exit code ${run.status}):\n${run.stdout}\n${run.stderr}`);
  return { root, url: pathToFileURL(root + '/').href, files: list(root), said: run.stdout + run.stderr, code: run.status };
}

/** Every file below a folder, as sorted paths with `/`, without files whose name begins with a dot. */
function list(root, below = '') {
  return readdirSync(join(root, below), { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith('.'))
    .flatMap((entry) => (entry.isDirectory() ? list(root, `${below}${entry.name}/`) : [`${below}${entry.name}`]))
    .sort();
}

/** The pages of a site. */
export function pages(site) {
  return site.files.filter((file) => file.endsWith('.html'));
}

/** The text of a file of a site. */
export function text(site, file) {
  return readFileSync(join(site.root, file), 'utf8');
}

/** The address of a file of a site under `base`. */
export function address(file, base) {
  return base + file.split('/').map(encodeURIComponent).join('/');
}

/** The longest page of every template in every language, which is where things go wrong first. */
export function onePerKind(site) {
  const longest = new Map();
  for (const file of pages(site)) {
    const html = text(site, file);
    const template = /<body[^>]*\bdata-template="([^"]*)"/.exec(html)?.[1];
    const language = /<html[^>]*\blang="([^"]*)"/.exec(html)?.[1];
    if (!template) continue;
    const kind = `${template} ${language}`;
    if (!longest.has(kind) || longest.get(kind).length < html.length) {
      longest.set(kind, { kind, template, language, file, length: html.length });
    }
  }
  return [...longest.values()];
}
