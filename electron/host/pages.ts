// The built pages as both shells serve them: the index with a fresh nonce, the files beside it, the same headers.
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import { errorCode } from './files.ts';
import { answerSlides } from './signage/slides.ts';
import { answerVoice } from './voice/voice-files.ts';

/** One answer, whatever carries it. */
export type Page = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
};

/** Where the pages lie and what the index tells them. */
export type PageSetting = {
  /** Folder of the built renderer. */
  readonly root: string;
  /** WebSocket origin that pages may talk to (`ws://127.0.0.1:4780`); null where the bridge needs none. */
  readonly socket: string | null;
  /** Per-start token for the WebSocket; null where the bridge needs none. */
  readonly token: string | null;
  /** Folder of the ward's own voice; without one, only the bundled clips speak. */
  readonly voiceDir?: string;
  /** Folder of the ward's pictures for the display; without one there are none. */
  readonly slidesDir?: string;
};

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wav': 'audio/wav',
  '.opus': 'audio/ogg',
  '.txt': 'text/plain; charset=utf-8',
};

/** The content security policy of a page (ARCHITECTURE 4). @param nonce new for each load */
export function contentSecurityPolicy(nonce: string, socket: string | null): string {
  return [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `connect-src 'self'${socket === null ? '' : ` ${socket}`}`,
    `img-src 'self' data: blob:`,
    `font-src 'self'`,
    `media-src 'self'`,
    `worker-src 'self'`,
    `frame-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'self'`,
  ].join('; ');
}

/** Answers a GET for a path of the pages. @param path as asked for, still encoded, without the query */
export async function answerPage(path: string, setting: PageSetting): Promise<Page> {
  if (path === '/' || path === '/index.html') return index(setting);
  if (path.startsWith('/voice/')) {
    const folders = { bundled: join(setting.root, 'voice'), own: setting.voiceDir ?? '' };
    const clip = setting.voiceDir === undefined ? null : await answerVoice(path, folders);
    if (clip)
      return { status: 200, headers: { ...common(clip.type), 'cache-control': 'no-cache' }, body: clip.body };
  }
  if (path === '/slides.json' || path.startsWith('/slides/')) {
    const slide = await answerSlides(path, setting.slidesDir ?? '');
    if (!slide) return plain(404, 'not found');
    return { status: 200, headers: { ...common(slide.type), 'cache-control': 'no-cache' }, body: slide.body };
  }
  const file = fileOf(path, setting.root);
  const type = file === null ? undefined : TYPES[extname(file)];
  if (file === null || type === undefined || type.startsWith('text/html')) return plain(404, 'not found');
  try {
    const body = await readFile(file);
    // Names of built files carry their hash, so what was read once never changes.
    const cache = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
    return { status: 200, headers: { ...common(type), 'cache-control': cache }, body };
  } catch (error) {
    return errorCode(error) === 'ENOENT' || errorCode(error) === 'EISDIR'
      ? plain(404, 'not found')
      : plain(500, 'not readable');
  }
}

/** A short answer without a page. */
export function plain(status: number, text: string): Page {
  return {
    status,
    headers: { ...common('text/plain; charset=utf-8'), 'cache-control': 'no-store' },
    body: Buffer.from(`${text}\n`),
  };
}

async function index({ root, socket, token }: PageSetting): Promise<Page> {
  let html: string;
  try {
    html = await readFile(join(root, 'index.html'), 'utf8');
  } catch {
    return plain(503, 'the pages are not built: run npm run build');
  }
  const nonce = randomBytes(16).toString('base64');
  const tokenMeta = token === null ? '' : `<meta name="motcua-token" content="${token}">`;
  const body = html.replace(
    '<head>',
    () => `<head><meta name="motcua-nonce" content="${nonce}">${tokenMeta}`,
  );
  const headers = {
    ...common('text/html; charset=utf-8'),
    'cache-control': 'no-store',
    'content-security-policy': contentSecurityPolicy(nonce, socket),
  };
  return { status: 200, headers, body: Buffer.from(body) };
}

function common(type: string): Record<string, string> {
  return {
    'content-type': type,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  };
}

/** Null for every path that is not plainly a file below the root: no dots in front, no encoding, no backslash. */
function fileOf(path: string, root: string): string | null {
  if (!/^(\/[A-Za-z0-9_][A-Za-z0-9._-]*)+$/.test(path) || path.includes('..')) return null;
  const file = resolve(root, `.${path}`);
  return file.startsWith(resolve(root) + sep) ? file : null;
}
