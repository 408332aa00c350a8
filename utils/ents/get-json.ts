import { type Breathe, holdBreath } from '@/utils/core/breathe';
import { parseJson } from './parse-json';

/** Why a live reading could not go on; the message is French and says what to do. */
export type LiveProblem =
  | 'session'
  | 'second-factor'
  | 'refused'
  | 'server'
  | 'unreadable'
  | 'network'
  | 'cancelled';

/** A GET that did not bring what it should have. */
export class LiveError extends Error {
  override name = 'LiveError';
  constructor(
    readonly problem: LiveProblem,
    readonly path: string,
    detail = '',
  ) {
    super(`${WORDS[problem]}${detail && ` (${detail})`}`);
  }
}

const WORDS: Record<LiveProblem, string> = {
  session: 'Votre session a expiré : reconnectez-vous à l’ENT, puis relancez le contrôle.',
  'second-factor':
    'La console attend la double authentification : validez-la dans l’ENT, puis relancez le contrôle.',
  refused: 'La console refuse cette lecture avec vos droits d’administration.',
  server: 'Le serveur de l’ENT a répondu par une erreur : réessayez dans quelques minutes.',
  unreadable: 'La console a répondu autre chose que les données attendues : contrôle interrompu.',
  network: 'La console ne répond pas : vérifiez la connexion, puis relancez le contrôle.',
  cancelled: 'Contrôle annulé.',
};

/** After this long without an answer, the console is taken as unreachable. Large schools need several seconds. */
const TIMEOUT_MS = 60_000;

/** Readable without the second factor: tells an expired session from a pending second factor (domain Edifice §3.1). */
const SESSION_PROBE = '/auth/oauth2/userinfo';

/**
 * GETs a path of the site the script runs in, with the person's own cookies, and parses JSON. GET is the only verb.
 * A redirect is never followed: it leads to a log-in or second-factor page. `breathe` is for long answers.
 * @throws {LiveError}
 */
export async function getJson(
  path: string,
  signal: AbortSignal,
  breathe: Breathe = holdBreath,
): Promise<unknown> {
  const response = await request(path, signal);
  if (response.type === 'opaqueredirect') throw new LiveError(await redirectReason(path, signal), path);
  if (isRefused(response)) throw new LiveError(await orLoggedOut('refused', path, signal), path);
  if (!response.ok) throw new LiveError('server', path, String(response.status));
  const text = await response.text().catch(() => {
    throw new LiveError(signal.aborted ? 'cancelled' : 'network', path);
  });
  try {
    return await parseJson(text, breathe);
  } catch {
    throw new LiveError(await orLoggedOut('unreadable', path, signal), path);
  }
}

async function request(path: string, signal: AbortSignal): Promise<Response> {
  if (!/^\/[^/]/.test(path)) throw new LiveError('unreadable', path);
  try {
    // With its origin: a page could have moved the base of its relative addresses.
    return await fetch(location.origin + path, {
      credentials: 'same-origin',
      headers: { accept: 'application/json' },
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    });
  } catch {
    throw new LiveError(signal.aborted ? 'cancelled' : 'network', path);
  }
}

async function redirectReason(path: string, signal: AbortSignal): Promise<LiveProblem> {
  if (path === SESSION_PROBE) return 'session';
  const probe = await request(SESSION_PROBE, signal);
  return probe.ok ? 'second-factor' : 'session';
}

function isRefused({ status }: Response): boolean {
  return status === 401 || status === 403;
}

/** Some portals answer who has logged out by « 401 », or by their log-in page in place of the data, and send nowhere. */
async function orLoggedOut(problem: LiveProblem, path: string, signal: AbortSignal): Promise<LiveProblem> {
  if (path === SESSION_PROBE) return problem;
  const probe = await request(SESSION_PROBE, signal).catch(() => undefined);
  if (!probe) return signal.aborted ? 'cancelled' : problem;
  if (probe.type === 'opaqueredirect' || isRefused(probe)) return 'session';
  if (!probe.ok) return problem;
  return probe.json().then(
    () => problem,
    () => 'session',
  );
}
