import { row } from './console';

const HERE = { id: 's1', name: 'Cité scolaire', externalId: 'EXT-1' };
const OTHER = { id: 's2', name: 'Ecole Jules Ferry', externalId: 'EXT-2' };
const PROFILES = [
  'Student',
  'Relative',
  'Student',
  'Relative',
  'Relative',
  'Teacher',
  'Student',
  'Personnel',
];
const CLASSES = 120;
const GROUPS = 60;
const MEMBERS = 40;

/** The answers of the console of a very large school: every case that the rules know, thousands of times. */
export function consoleOf(count: number): { users: unknown[]; get(path: string): Promise<unknown> } {
  const users = Array.from({ length: count }, (_, index) => person(index));
  const classes = Array.from({ length: CLASSES }, (_, index) => classroom(index));
  const groups = Array.from({ length: GROUPS }, (_, index) => ({
    id: `g${index}`,
    name: index === 0 ? 'RESP-AFFECT-GAR' : `Groupe ${index} ${2015 + (index % 12)}-${2016 + (index % 12)}`,
    type: 'ManualGroup',
    lockDelete: index === 0,
  }));
  const staff = users.filter(({ type }) => type === 'Teacher' || type === 'Personnel');
  const attachments = staff.map(({ login }, index) => ({
    login,
    administrativeStructure: index % 3 === 0 ? OTHER.externalId : HERE.externalId,
  }));
  const answers: readonly (readonly [string, unknown])[] = [
    ['/auth/oauth2/userinfo', { userId: 'me', functions: {} }],
    [
      '/directory/structure/admin/list',
      [{ ...HERE, UAI: '0590001T', exports: ['GAR-1'], levelsOfEducation: [1], parents: null }],
    ],
    ['/directory/structure/s1/users', users],
    ['/directory/structure/s1/removedUsers', []],
    ['/directory/group/admin/list', groups],
    ['/directory/class/admin/list', classes],
    ['/admin/api/platform/config', { 'delete-user-delay': 7_776_000_000 }],
    ['/directory/user/structures/list', attachments],
  ];
  const get = async (path: string) => {
    const group = /groupId=g(\d+)/.exec(path)?.[1];
    if (group !== undefined) return users.slice(Number(group) * MEMBERS, (Number(group) + 1) * MEMBERS);
    return answers.find(([start]) => path.startsWith(start))?.[1] ?? [];
  };
  return { users, get };
}

function classroom(index: number) {
  return { id: `c${index}`, name: `Classe ${index}`, externalId: `EXT-1$Classe ${index}` };
}

function person(index: number) {
  const type = PROFILES[index % PROFILES.length] as string;
  const staff = type === 'Teacher' || type === 'Personnel';
  const code = type === 'Teacher' ? 'ENS' : 'AEH';
  const held = index % 4 === 0 ? HERE : OTHER;
  return row(`u${index}`, `NOM${index % 3000}`, `Prénom${index % 700}`, {
    type,
    source: index % 50 === 0 ? 'MANUAL' : 'AAF1D',
    classes: index % 5 === 0 ? [] : [classroom(index % CLASSES)],
    structures: staff ? [HERE, OTHER] : [HERE],
    aafFunctions: staff ? [[held.externalId, code, 'FONCTION', 'X', 'POSTE']] : null,
    disappearanceDate: index % 37 === 0 ? Date.parse('2026-11-01T12:00:00Z') : null,
    duplicates: index % 90 === 0 ? [{ id: `u${index + 1}`, score: (index / 90) % 6 }] : [],
  });
}
