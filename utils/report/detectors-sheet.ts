/** How a detector does here. */
export type DetectorState = 'off' | 'unknown-version' | 'failed' | 'working' | 'unseen';

/** What each state is called. */
export const DETECTOR_WORDS: Record<DetectorState, string> = {
  off: 'éteint',
  'unknown-version': 'version de page inconnue',
  failed: 'interrompu la dernière fois',
  working: 'actif',
  unseen: 'actif, pas encore vu à l’œuvre',
};

/** One detector as a text says it. Instants are ISO. */
export interface DetectorLine {
  id: string;
  title: string;
  state: DetectorState;
  workedAt?: string;
  failedAt?: string;
  why?: string;
  on?: string;
}

interface DetectorsSheet {
  vigie: string;
  browser: string;
  /** ISO instant. */
  at: string;
  groups: readonly { title: string; lines: readonly DetectorLine[] }[];
}

/** The state of all detectors, for support: what is unusual is said first. Names nobody. */
export function detectorsSheet({ vigie, browser, at, groups }: DetectorsSheet): string {
  const all = groups.flatMap(({ lines }) => lines);
  const unusual = all.filter(isUnusual);
  return [
    'ÉTAT DES CONTRÔLES – VIGIE ENT',
    `Extension ${vigie}, ${browser}, le ${frenchDay(at)}`,
    countWords(all),
    ...(unusual.length > 0 ? ['', 'À VOIR', ...unusual.map(lineOf)] : []),
    ...groups.flatMap(({ title, lines }) => ['', title.toUpperCase(), ...lines.map(lineOf)]),
    '',
  ].join('\n');
}

/** True for what is not simply active: what support looks at first. */
export function isUnusual({ state }: Pick<DetectorLine, 'state'>): boolean {
  return state === 'off' || state === 'unknown-version' || state === 'failed';
}

/** « 134 détecteurs : 132 actifs, 1 éteint, 1 dont la version de page est inconnue ». */
export function countWords(all: readonly Pick<DetectorLine, 'state'>[]): string {
  const count = (...states: DetectorState[]) => all.filter(({ state }) => states.includes(state)).length;
  const [on, off, unknown] = [count('working', 'unseen', 'failed'), count('off'), count('unknown-version')];
  const unseen = count('unseen');
  const unseenWords = unseen > 0 ? ` dont ${unseen} pas encore vu${unseen > 1 ? 's' : ''} à l’œuvre` : '';
  const parts = [
    `${on} actif${on > 1 ? 's' : ''}${unseenWords}`,
    ...(off > 0 ? [`${off} éteint${off > 1 ? 's' : ''}`] : []),
    ...(unknown > 0 ? [`${unknown} dont la version de page est inconnue`] : []),
  ];
  return `${all.length} détecteurs\u00A0: ${parts.join(', ')}`;
}

function lineOf({ id, title, state, workedAt, failedAt, why, on }: DetectorLine): string {
  const seen = workedAt ? `, vu à l’œuvre le ${frenchDay(workedAt)}` : '';
  const failed =
    failedAt && (state === 'unknown-version' || state === 'failed')
      ? `, le ${frenchDay(failedAt)}${on ? ` sur ${on}` : ''}${why ? `\u00A0: ${why}` : ''}`
      : '';
  return `- ${title} (${id})\u00A0: ${DETECTOR_WORDS[state]}${failed}${seen}`;
}

/** « 20/11/2026 ». */
export function frenchDay(at: string): string {
  return at.slice(0, 10).split('-').reverse().join('/');
}
