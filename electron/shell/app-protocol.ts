import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, posix } from 'node:path';

/** The windows' own origin; the pages that are printed have another, without scripts. */
export const windowOrigin = 'app://ui';
export const printOrigin = 'app://print';

/** Nothing from elsewhere, no inline code: what a window may load is written here once. */
export const windowPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  `frame-src ${printOrigin}`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ');

/** What pages that are printed may do, shown in the window whose origin is stated. */
const printPolicy = (window: string): string =>
  [
    "default-src 'none'",
    "style-src 'self'",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${window}`,
  ].join('; ');

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** The built pages by their path from the root: a name that is not a key does not exist. */
export type PageFiles = ReadonlyMap<string, string>;

/** Lists the files of a folder of built pages, once, so that no request ever becomes a path. */
export function listPageFiles(folder: string, under = ''): PageFiles {
  const files = new Map<string, string>();
  for (const entry of readdirSync(join(folder, under), { withFileTypes: true })) {
    const name = posix.join(under, entry.name);
    if (entry.isDirectory()) {
      for (const [path, file] of listPageFiles(folder, name)) files.set(path, file);
    } else {
      files.set(`/${name}`, join(folder, name));
    }
  }
  return files;
}

/** The page into which documents are put, and the place where they go in it. */
const printTemplate = '/print/index.html';
const documentPlace = '<!--document-->';

/**
 * Answers a request of a window: the built pages at `app://ui`, documents by their one-time name at
 * `app://print`, 404 for everything else, whatever it is spelled like. `window` is the origin of the
 * window that may show documents: its own unless it hot reloads.
 */
export function respond(
  request: { readonly url: string; readonly method: string },
  files: PageFiles,
  documents: ReadonlyMap<string, string>,
  window: string = windowOrigin,
): Response {
  const url = parsed(request.url);
  if (url === null || request.method !== 'GET') return notFound();
  const origin = `${url.protocol}//${url.host}`;
  if (origin === windowOrigin) {
    return serveFile(files, url.pathname === '/' ? '/index.html' : url.pathname, windowPolicy);
  }
  if (origin !== printOrigin) return notFound();
  const document = documents.get(url.pathname.slice(1));
  if (document !== undefined) return serveDocument(files, document, window);
  return url.pathname.startsWith('/assets/')
    ? serveFile(files, url.pathname, printPolicy(window))
    : notFound();
}

function serveFile(files: PageFiles, path: string, policy: string): Response {
  const file = files.get(path);
  const type = contentTypes[extname(path)];
  if (file === undefined || type === undefined) return notFound();
  return new Response(new Uint8Array(readFileSync(file)), { headers: headers(type, policy) });
}

function serveDocument(files: PageFiles, document: string, window: string): Response {
  const template = files.get(printTemplate);
  if (template === undefined) return notFound();
  const page = readFileSync(template, 'utf8').replace(documentPlace, () => document);
  return new Response(page, { headers: headers('text/html; charset=utf-8', printPolicy(window)) });
}

function headers(type: string, policy: string): Record<string, string> {
  return {
    'content-type': type,
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  };
}

function notFound(): Response {
  return new Response('404', { status: 404, headers: headers('text/plain', windowPolicy) });
}

function parsed(url: string): URL | null {
  try {
    return new URL(url);
  } catch {
    return null;
  }
}
