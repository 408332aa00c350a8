import type { EntId } from '@/utils/core/facts';
import { EXCLUDED_LABELS } from '@/utils/ents/excluded-hosts';
import { ANY_SITE, KNOWN_HOSTS, knownHost, patternsOf } from '@/utils/ents/hosts';

/** The families whose screens are read: `entrypoints/<family>-loader.ts` and `<family>-overlay.content.ts` of each. */
const READ: readonly EntId[] = ['edifice', 'itslearning', 'skolengo'];

/** What every frame of a host gets: the loader of its family, or of all of them on a portal that nobody has listed. */
export function loadersFor(host: string): `${EntId}-loader.js`[] {
  const own = READ.find((ent) => ent === knownHost(host)?.ent);
  return (own ? [own] : READ).map((ent) => `${ent}-loader.js` as const);
}

/** The overlay of a family, which its loader asks for; `undefined` for a family whose screens aren't read. */
export function overlayFor(ent: EntId): `/content-scripts/${EntId}-overlay.js` | undefined {
  const read = READ.find((one) => one === ent);
  return read && `/content-scripts/${read}-overlay.js`;
}

/** What the loaders are registered with; the part of the browser's own record that is compared. */
export interface Script {
  id: string;
  matches: string[];
  excludeMatches: string[];
  js: string[];
}

const ID_PREFIX = 'overlay-';
/** An Edifice console lives under this path; the rest of the portal (mail, notebooks) is none of our business. */
const EDIFICE_PATH = '/admin*';

/**
 * The registration for one granted pattern: `https://*.enthdf.fr/*`. On an Edifice portal that is listed, the
 * administration console only. A pattern can't say « *moodle* » nor « cas.* »: those of the portal's first level are
 * named here, the overlay itself refuses the others (`isExcludedHost`).
 */
export function scriptFor(granted: string): Script {
  const host = hostOf(granted);
  const bare = host.replace(/^\*\./, '');
  const path = knownHost(bare)?.ent === 'edifice' ? EDIFICE_PATH : '/*';
  return {
    id: ID_PREFIX + host.replace('*', 'all'),
    matches: [`https://${host}${path}`],
    excludeMatches: host.startsWith('*.')
      ? [...EXCLUDED_LABELS, 'moodle'].map((label) => `https://${label}.${bare}/*`)
      : [],
    js: loadersFor(bare),
  };
}

/** What to register and unregister. */
export interface Plan {
  register: Script[];
  /** Ids. */
  unregister: string[];
}

/**
 * What must change for the registrations to follow the permissions. « All sites » never means all sites: it is the
 * listed portals, and the sites that the person typed (`typed`, host names).
 */
export function planScripts(
  granted: readonly string[],
  existing: readonly Script[],
  typed: readonly string[] = [],
): Plan {
  const all = granted.some((origin) => isAllSites(origin));
  const wanted = all
    ? [...Object.values(KNOWN_HOSTS).flat().flatMap(patternsOf), ...typed.map((host) => `https://${host}/*`)]
    : granted.filter((origin) => origin.startsWith('https://'));
  const scripts = withoutCovered([...new Set(wanted)]).map(scriptFor);
  const ours = existing.filter((script) => script.id.startsWith(ID_PREFIX));
  const unchanged = (script: Script) => ours.some((other) => sameScript(script, other));
  return {
    register: scripts.filter((script) => !unchanged(script)),
    unregister: ours
      .filter((other) => !scripts.some((script) => sameScript(script, other)))
      .map((script) => script.id),
  };
}

/** True when the overlay is to run on a host: granted, and under « all sites » either listed or typed by the person. */
export function coversHost(granted: readonly string[], host: string, typed: readonly string[] = []): boolean {
  const chosen = knownHost(host) !== undefined || typed.includes(host);
  return granted.some((origin) => (isAllSites(origin) ? chosen : covers(hostOf(origin), host)));
}

function isAllSites(origin: string): boolean {
  return origin === ANY_SITE || origin === '<all_urls>' || origin === '*://*/*';
}

function hostOf(pattern: string): string {
  return pattern.replace(/^[^:]+:\/\//, '').replace(/\/.*$/, '');
}

/** `pattern` is `*.enthdf.fr` or a bare host; a wildcard covers the bare name too. */
function covers(pattern: string, host: string): boolean {
  if (!pattern.startsWith('*.')) return pattern === host;
  const bare = pattern.slice(2);
  const other = host.replace(/^\*\./, '');
  return other === bare || other.endsWith(`.${bare}`);
}

/** A site that a wider pattern covers would get the overlay twice. */
function withoutCovered(patterns: readonly string[]): string[] {
  return patterns.filter(
    (pattern) => !patterns.some((other) => other !== pattern && covers(hostOf(other), hostOf(pattern))),
  );
}

function sameScript(a: Script, b: Script): boolean {
  const text = (script: Script) =>
    JSON.stringify([
      script.id,
      [...script.matches].sort(),
      [...script.excludeMatches].sort(),
      [...script.js].sort(),
    ]);
  return text(a) === text(b);
}
