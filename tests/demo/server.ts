import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Server, Socket } from 'node:net';
import { makeCertificate } from './certificate';
import { edificeFamily } from './edifice/edifice';
import { type DemoAnswer, type DemoSettings, type Family, html, json } from './family';
import { itslearningFamily } from './itslearning/itslearning';
import { portalPage } from './portal';
import { skolengoFamily } from './skolengo/skolengo';

/** One request received, in order of arrival. `path` holds the query string. */
export interface RecordedRequest {
  method: string;
  host: string;
  path: string;
  /** Milliseconds since 1970. */
  at: number;
}

export interface DemoOptions extends Partial<DemoSettings> {
  /** ISO date that the planted years, delays and counters are relative to. Default: today. */
  date?: string;
}

/** The embedded demonstration platforms, on two local ports. */
export interface Demo {
  http: number;
  https: number;
  close(): Promise<void>;
  /** Every family back to its planted state; settings are kept. */
  reset(): void;
  /** Changes some settings, keeps the others. */
  set(changes: Partial<DemoSettings>): void;
  requests(): readonly RecordedRequest[];
  clearRequests(): void;
}

const DEFAULTS: DemoSettings = {
  latency: 0,
  role: 'ADML',
  secondFactorPending: false,
  sessionExpired: false,
  faults: {},
  slowness: 4000,
  contentSecurityPolicy: '',
};

/** Starts the demonstration platforms on 127.0.0.1, on free ports; which one answers depends on the host name. */
export async function startDemo(options: DemoOptions = {}): Promise<Demo> {
  const { date = dayInFrance(), ...changes } = options;
  const settings: DemoSettings = { ...DEFAULTS, ...changes };
  const families: readonly Family[] = [edificeFamily(date), itslearningFamily(date), skolengoFamily(date)];
  const recorded: RecordedRequest[] = [];

  const listener = (incoming: IncomingMessage, response: ServerResponse) => {
    answer(incoming, families, settings, recorded)
      .catch((error: unknown) => json({ error: String(error) }, 500))
      .then((result) => send(response, result, settings));
  };
  const servers = [createServer(listener), createSecureServer(await makeCertificate(), listener)] as const;
  const sockets = new Set<Socket>();
  const [http, https] = await Promise.all(servers.map((server) => listen(server, sockets)));

  return {
    http: http as number,
    https: https as number,
    async close() {
      for (const socket of sockets) socket.destroy();
      await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
    },
    reset() {
      for (const family of families) family.reset();
    },
    set: (some) => void Object.assign(settings, some),
    requests: () => [...recorded],
    clearRequests: () => void recorded.splice(0),
  };
}

async function answer(
  incoming: IncomingMessage,
  families: readonly Family[],
  settings: DemoSettings,
  recorded: RecordedRequest[],
): Promise<DemoAnswer> {
  const host = (incoming.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
  const method = incoming.method ?? 'GET';
  const path = incoming.url ?? '/';
  // Chromium asks for updates of its own whatever it is told, and every host of the demonstration's browser ends here.
  if (!host.endsWith('.googleapis.com')) recorded.push({ method, host, path, at: Date.now() });
  const bytes = await readBody(incoming);
  const family = families.find((candidate) => candidate.answers(host));
  if (!family) return portalPage(host);

  const url = new URL(path, `https://${host}`);
  const fault = Object.entries(settings.faults).find(([start]) => url.pathname.startsWith(start))?.[1];
  if (fault === '500') return json({ error: 'internal.error' }, 500);
  if (fault === 'html') return html('<!doctype html><title>Maintenance</title><h1>Maintenance en cours</h1>');
  const result = await family.handle(
    { method, host, url, headers: incoming.headers, body: bytes.toString('utf8'), bytes },
    settings,
  );
  if (!result.still) await wait(settings.latency + (fault === 'slow' ? settings.slowness : 0));
  if (fault === 'truncated') return { ...result, body: result.body.slice(0, result.body.length / 2) };
  return result;
}

function send(response: ServerResponse, result: DemoAnswer, settings: DemoSettings): void {
  const policy = settings.contentSecurityPolicy;
  response.writeHead(result.status, {
    'content-type': result.type,
    'cache-control': 'no-store',
    ...(policy && result.type.startsWith('text/html') ? { 'content-security-policy': policy } : {}),
    ...result.headers,
  });
  response.end(result.body);
}

async function readBody(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function listen(server: Server, sockets: Set<Socket>): Promise<number> {
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

function wait(milliseconds: number): Promise<void> | undefined {
  if (milliseconds <= 0) return undefined;
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** The day it is where the schools are, and where the browser of the tests is told to be: ISO. */
export function dayInFrance(now = new Date()): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(now);
}
