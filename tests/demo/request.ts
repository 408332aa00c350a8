import { request } from 'node:http';
import type { Demo } from './server';

/** What a demonstration host answered, redirections not followed. */
export interface Answered {
  status: number;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  text: string;
  bytes: Uint8Array;
  /** The body as JSON. @throws {SyntaxError} when it isn't. */
  json<T>(): T;
}

/** Asks a demonstration host directly, without a browser: the host name goes in the header only. Bytes and forms go as they are. */
export function ask(
  demo: Demo,
  path: string,
  options: { host?: string; method?: string; headers?: Record<string, string>; body?: unknown } = {},
): Promise<Answered> {
  const { host = 'enthdf.fr', method = 'GET', headers = {}, body } = options;
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { host: '127.0.0.1', port: demo.http, path, method, headers: { host, ...headers }, agent: false },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('error', reject);
        incoming.on('end', () => {
          const bytes = Buffer.concat(chunks);
          const text = bytes.toString('utf8');
          const status = incoming.statusCode ?? 0;
          resolve({ status, headers: incoming.headers, text, bytes, json: () => JSON.parse(text) });
        });
      },
    );
    outgoing.on('error', reject);
    const asItIs = body === undefined || body instanceof Uint8Array || typeof body === 'string';
    outgoing.end(asItIs ? body : JSON.stringify(body));
  });
}
