import type { EntId } from '@/utils/core/facts';

/**
 * Hosts known to run each family, as registrable names: the name itself and every sub-host of it.
 * Evidence: domain notes on Edifice (§ other families, read from public log-in helpers), itslearning §1.3, Skolengo §2.
 */
export const KNOWN_HOSTS: Record<EntId, readonly string[]> = {
  edifice: [
    'enthdf.fr',
    'ent.iledefrance.fr',
    'ent.parisclassenumerique.fr',
    'mon.lyceeconnecte.fr',
    'ent77.seine-et-marne.fr',
    'moncollege-ent.essonne.fr',
    'ent.ecollege78.fr',
    'moncollege-ent.var.fr',
    'ent.l-educdenormandie.fr',
  ],
  itslearning: ['itslearning.com'],
  skolengo: [
    'monbureaunumerique.fr',
    'mon-ent-occitanie.fr',
    'ent.auvergnerhonealpes.fr',
    'eclat-bfc.fr',
    'cybercolleges42.fr',
    'ecollege.haute-garonne.fr',
    'moncollege.valdoise.fr',
    'webcollege.seinesaintdenis.fr',
    'agora06.fr',
    'arsene76.fr',
    'ent27.fr',
    'entcreuse.fr',
    'aucollege84.vaucluse.fr',
    'moncollege.valdemarne.fr',
    'skolengo.com',
    'kosmoseducation.com',
    'schulen.be',
    'savoirsnumeriques62.fr',
  ],
};

/** Log-in, single sign-on, mobile, file and Moodle hosts: the extension has no business there (domain Skolengo §2). */
const EXCLUDED_LABELS = [
  'cas',
  'sso',
  'mobilite',
  'cdn',
  'statics',
  'idp',
  'auth',
  'connexion',
  'login',
  'api',
];

/** Any https site may be granted, one at a time, for portals nobody has listed yet. */
const ANY_SITE = 'https://*/*';

/** Match patterns of one host and its sub-hosts; none of them covers plain http. */
export function patternsOf(host: string): string[] {
  return [`https://*.${host}/*`];
}

/** Every origin the extension may ever ask for; each is asked for in the popup, one ENT at a time. */
export const OPTIONAL_HOSTS: readonly string[] = [
  ...Object.values(KNOWN_HOSTS).flat().flatMap(patternsOf),
  ANY_SITE,
];

/** True for hosts on which nothing must ever run, even when a pattern covers them. */
export function isExcludedHost(host: string): boolean {
  const labels = host.toLowerCase().split('.');
  return labels.some((label) => label.includes('moodle')) || EXCLUDED_LABELS.includes(labels[0] ?? '');
}

/** The listed host that covers this one, with its family; `undefined` for a portal nobody has listed. */
export function knownHost(host: string): { ent: EntId; host: string } | undefined {
  const lower = host.toLowerCase();
  for (const [ent, hosts] of Object.entries(KNOWN_HOSTS) as [EntId, readonly string[]][]) {
    const covering = hosts.find((known) => lower === known || lower.endsWith(`.${known}`));
    if (covering) return { ent, host: covering };
  }
  return undefined;
}
