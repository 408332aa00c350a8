import type { Structure } from './model';

const KEY_LETTERS = 'ABCDEFGHJKLMNPRSTUVWXYZ';

/** A school's national code from its seven digits: the last letter is their remainder by 23. */
export function uai(digits: string): string {
  return `${digits}${KEY_LETTERS[Number(digits) % KEY_LETTERS.length]}`;
}

function structure(
  [id, digits, name, externalId]: readonly [string, string, string, string],
  some: Partial<Structure> = {},
): Structure {
  return {
    id,
    uai: uai(digits),
    name,
    externalId,
    level: 1,
    source: 'AAF1D',
    garActive: true,
    administered: false,
    ...some,
  };
}

/** The primary school where most of the demonstration happens. */
export const PAPILLONS = structure(
  ['7d1f0c52-31ab-4c07-a5be-90d3e1a40001', '0599101', 'Ecole Les Papillons', 'DEMO-1001'],
  { administered: true },
);

/** A collège of the same sector. */
export const COLLEGE = structure(
  ['7d1f0c52-31ab-4c07-a5be-90d3e1a40002', '0599102', 'Collège Rosa Bonheur', 'DEMO-2001'],
  { administered: true, level: 2, source: 'AAF' },
);

/** A school that just opened on the platform: nobody, no class, GAR active and no group for it. */
export const CENTRE = structure(
  ['7d1f0c52-31ab-4c07-a5be-90d3e1a40003', '0599103', 'Ecole du Centre', 'DEMO-1003'],
  { administered: true },
);

const SECTOR_NAMES = [
  'Ecole Jules Ferry',
  'Ecole Marie Curie',
  'Ecole La Fontaine',
  'Ecole du Moulin',
  'Ecole Jacques Prévert',
  'Ecole Louise Michel',
  "Ecole de l'Étang",
  'Ecole Simone Veil',
  'Ecole des Tilleuls',
  'Ecole Jean Zay',
  'Ecole du Parc',
  'Ecole Arthur Rimbaud',
  'Ecole des Hauts Champs',
];

/** The other schools of the PIAL, outside the administrator's scope. */
export const SECTOR: readonly Structure[] = SECTOR_NAMES.map((name, index) => {
  const number = String(index + 1).padStart(2, '0');
  return structure([
    `7d1f0c52-31ab-4c07-a5be-90d3e1a401${number}`,
    `05992${number}`,
    name,
    `DEMO-11${number}`,
  ]);
});

/** Three neighbours where several planted people went or come from. */
export const [FERRY, CURIE, FONTAINE] = SECTOR as readonly Structure[] as readonly [
  Structure,
  Structure,
  Structure,
];

/** A lycée outside the scope, where some collège teachers went. */
export const LYCEE = structure(
  ['7d1f0c52-31ab-4c07-a5be-90d3e1a40201', '0599301', 'Lycée Ada Lovelace', 'DEMO-3001'],
  { level: 2, source: 'AAF' },
);

export const ALL_STRUCTURES: readonly Structure[] = [PAPILLONS, COLLEGE, CENTRE, ...SECTOR, LYCEE];
