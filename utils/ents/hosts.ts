import type { EntId } from '@/utils/core/facts';
import { isExcludedHost } from './excluded-hosts';

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
  // The second one is inferred: it serves the French modules in a frame, and names itslearning France's log-in service.
  itslearning: ['itslearning.com', 'itslfr-aws.com'],
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

/** What people call the portals that are listed, where that is known; a host stands for itself otherwise. */
const PORTAL_NAMES: Record<string, string> = {
  'enthdf.fr': 'ENT Hauts-de-France',
  'ent.iledefrance.fr': 'monlycée.net',
  'ent.parisclassenumerique.fr': 'Paris Classe Numérique',
  'mon.lyceeconnecte.fr': 'Lycée connecté',
  'ent77.seine-et-marne.fr': 'ENT77',
  'ent.l-educdenormandie.fr': 'L’Educ de Normandie',
  'itslearning.com': 'itslearning',
  'monbureaunumerique.fr': 'Mon Bureau Numérique',
  'mon-ent-occitanie.fr': 'Mon ENT Occitanie',
  'ent.auvergnerhonealpes.fr': 'Ma classe en Auvergne-Rhône-Alpes',
  'eclat-bfc.fr': 'Éclat-BFC',
  'cybercolleges42.fr': 'Cybercollèges 42',
  'ecollege.haute-garonne.fr': 'eCollège 31',
  'moncollege.valdoise.fr': 'Mon collège en Val d’Oise',
  'webcollege.seinesaintdenis.fr': 'Webcollège Seine-Saint-Denis',
  'agora06.fr': 'Agora 06',
  'arsene76.fr': 'Arsène 76',
  'ent27.fr': 'ENT27',
  'entcreuse.fr': 'ENT Creuse',
  'aucollege84.vaucluse.fr': '@ucollège84',
  'moncollege.valdemarne.fr': 'ENT Val-de-Marne',
  'skolengo.com': 'Skolengo',
};

/** Any https site may be granted, one at a time, for portals nobody has listed yet. */
export const ANY_SITE = 'https://*/*';

/** Match patterns of one host and its sub-hosts; none of them covers plain http. */
export function patternsOf(host: string): string[] {
  return [`https://*.${host}/*`];
}

/** Every origin the extension may ever ask for; each is asked for in the popup, one ENT at a time. */
export const OPTIONAL_HOSTS: readonly string[] = [
  ...Object.values(KNOWN_HOSTS).flat().flatMap(patternsOf),
  ANY_SITE,
];

/** The listed host that covers this one, with its family; `undefined` for a portal nobody has listed. */
export function knownHost(host: string): { ent: EntId; host: string } | undefined {
  const lower = host.toLowerCase();
  for (const [ent, hosts] of Object.entries(KNOWN_HOSTS) as [EntId, readonly string[]][]) {
    const covering = hosts.find((known) => lower === known || lower.endsWith(`.${known}`));
    if (covering) return { ent, host: covering };
  }
  return undefined;
}

/** What is known of a portal holds for all its schools; of a school, or of a site that nobody listed, for that host only. */
export function speaksOf(named: string, host: string): boolean {
  const [name, here] = [named.toLowerCase(), host.toLowerCase()];
  return name === here || (knownHost(name)?.host === name && here.endsWith(`.${name}`));
}

/** What people call the portal of a host: « ENT Hauts-de-France », or the host itself. */
export function portalName(host: string): string {
  const known = knownHost(host)?.host;
  return (known && PORTAL_NAMES[known]) ?? host;
}

/** Match patterns to ask for before running on a host: the whole listed portal, or that one site and nothing more. */
export function originsFor(host: string): string[] {
  const known = knownHost(host);
  if (!known) return [`https://${host}/*`];
  return known.ent === 'itslearning' ? KNOWN_HOSTS.itslearning.flatMap(patternsOf) : patternsOf(known.host);
}

/** A portal's address as typed by a person, or why it can't be used, in French. */
export type TypedPortal = { host: string } | { refusal: string };

/** Reads a portal's address: « mon-ent.fr », with or without https:// and a path. Anything unsafe is refused with its reason. */
export function parsePortal(typed: string): TypedPortal {
  const text = typed.trim();
  if (text === '') return { refusal: 'Tapez l’adresse de votre ENT, par exemple « mon-ent.fr ».' };
  if (/^http:/i.test(text))
    return {
      refusal: 'Cette adresse commence par http:// : Vigie ne lit que les sites sécurisés (https://).',
    };
  if (/^[a-z][a-z0-9+.-]*:(?!\d)/i.test(text) && !/^https:/i.test(text))
    return { refusal: 'Ce n’est pas l’adresse d’un site : elle doit commencer par https:// ou par son nom.' };
  const url = parseUrl(/^https:/i.test(text) ? text : `https://${text}`);
  const host = url?.hostname.replace(/\.$/, '');
  if (!url || !host || /\s/.test(text))
    return { refusal: `« ${text} » n’est pas une adresse : copiez celle que montre la barre du navigateur.` };
  if (url.username || url.password)
    return {
      refusal: 'Cette adresse contient un identifiant ou un mot de passe : retirez ce qui précède « @ ».',
    };
  if (url.port)
    return { refusal: 'Retirez le numéro de port (« :1234 ») : Vigie ne lit que les sites publics.' };
  if (/^[\d.]+$/.test(host) || host.startsWith('['))
    return { refusal: 'Une adresse faite de chiffres n’est pas celle d’un ENT : tapez le nom du site.' };
  // URL accepts « *.fr », which a match pattern would take for every French site.
  if (!/^[a-z\d.-]+$/.test(host))
    return { refusal: `« ${host} » n’est pas une adresse : copiez celle que montre la barre du navigateur.` };
  if (!host.includes('.') || host.endsWith('.local') || host.endsWith('.localhost'))
    return { refusal: `« ${host} » n’est pas un site public : tapez l’adresse complète de l’ENT.` };
  if (isExcludedHost(host))
    return {
      refusal: `« ${host} » sert à se connecter ou à d’autres usages que l’administration : Vigie n’y lit rien. Tapez l’adresse de l’ENT lui-même.`,
    };
  return { host };
}

function parseUrl(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}
