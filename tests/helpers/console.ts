import { newEdificeLive } from '@/utils/ents/edifice/live';
import type { Live, LiveTools, Progress } from '@/utils/ents/page';

export const SCHOOL = { id: 's1', name: 'Ecole Les Papillons' };

/** What must never be found in anything that is kept: an activation code, a log-in. */
export const CANARY = { code: 'CANARI-CODE-7F3A', login: 'canari.login' };

/** Paths of the small school below. */
export const PATHS = {
  session: '/auth/oauth2/userinfo',
  structures: '/directory/structure/admin/list',
  users: '/directory/structure/s1/users',
  removed: '/directory/structure/s1/removedUsers',
  groups: '/directory/group/admin/list?structureId=s1&translate=true',
  firstGroup: '/directory/user/admin/list?groupId=g1',
  classes: '/directory/class/admin/list?structureId=s1',
  platform: '/admin/api/platform/config',
  attachments:
    '/directory/user/structures/list?uai=0590001T&type=Teacher&type=Personnel&administrativeStructure=true',
  detail: (id: string) => `/directory/user/${id}?manual-groups=true`,
} as const;

const DAY = 86_400_000;

const member = (id: string, structures: { id: string }[] | null) => ({
  id,
  displayName: `${id.toUpperCase()} Alix`,
  type: 'Teacher',
  structures,
});

const HERE = { id: 's1', name: 'Ecole Les Papillons', externalId: 'EXT-1' };
const FERRY = { id: 's3', name: 'Ecole Jules Ferry', externalId: 'EXT-3' };

/** One row of the users' list, with every key that the console sends. */
export function row(id: string, lastName: string, firstName: string, known: Record<string, unknown> = {}) {
  return {
    id,
    type: 'Teacher',
    code: null,
    login: `${id}.${CANARY.login}`,
    firstName,
    lastName,
    displayName: `${lastName} ${firstName}`,
    source: 'AAF1D',
    deleteDate: null,
    disappearanceDate: null,
    blocked: null,
    creationDate: '2023-09-04T04:10:00.000+02:00',
    removedFromStructures: null,
    aafFunctions: null,
    classes: [],
    functionalGroups: [],
    manualGroups: [],
    functions: [],
    duplicates: [],
    structures: [HERE],
    userPositions: [],
    ...known,
  };
}

const ENS = ['ENS', 'ENSEIGNEMENT DEVANT ELEVES', 'G0120', 'ENSEIGNER EN CLASSE ELEMENTAIRE'];

/** Functions as the feed writes them, behind the structure where they are held; another school than this one. */
export const FEED = {
  ENS,
  AEH: ['AEH', 'ACCOMPAGNEMENT', 'D0021', 'ACCOMPAGNEMENT ELEVES SITUATION HANDICAP'],
} as const;
export const THERE = FERRY;

/** The console of a small school, with the traps that its JSON really has (domain Edifice §10.2). */
export const CONSOLE: Readonly<Record<string, unknown>> = {
  [PATHS.session]: { userId: 'me', functions: { ADMIN_LOCAL: { code: 'ADMIN_LOCAL', scope: ['s1'] } } },
  [PATHS.structures]: [
    { ...HERE, UAI: '0590001T', exports: ['GAR-1'], levelsOfEducation: [1], parents: null },
    { id: 's2', name: 'Annexe', exports: null, parents: [{ id: 's1' }] },
    { ...FERRY, parents: [{ id: null }] },
  ],
  [PATHS.users]: [
    row('u1', 'Brossard', 'Anne', {
      aafFunctions: [
        ['EXT-1', ...ENS],
        [null, null],
      ],
      classes: [
        { id: 'c1', name: 'CP', externalId: 'EXT-1$CP' },
        { id: 'c9', name: 'CM1', externalId: 'EXT-3$CM1' },
      ],
      manualGroups: ['RESP-AFFECT-GAR'],
      functions: [['ADMIN_LOCAL', ['s1', 's2']]],
      duplicates: [{ id: 'u8', lastName: 'Brossart', score: 5, code: CANARY.code, structures: [] }],
    }),
    row('u1', 'Brossard', 'Anne', { duplicates: [{ id: 'u9', score: 2, code: CANARY.code }] }),
    row('u2', "O'Hara", 'Zoé ', { structures: [HERE, FERRY], aafFunctions: [['EXT-3', ...ENS]] }),
    row('u3', 'Inconnu', 'Alix', { structures: [HERE, FERRY] }),
    row('u4', 'Aucun', 'Sam', { type: 'Personnel' }),
    row('u5', 'Parti', 'Lou', {
      type: 'Guest',
      source: 'MANUAL',
      code: CANARY.code,
      deleteDate: Date.parse('2026-10-01T12:00:00Z'),
      structures: [],
    }),
    row('u6', 'Élève', 'Noé', {
      type: 'Student',
      code: CANARY.code,
      disappearanceDate: Date.parse('2026-11-01T12:00:00Z'),
      classes: [{ id: 'c1', name: 'CP', externalId: 'EXT-1$CP' }],
    }),
    { id: null, lastName: null },
  ],
  [PATHS.removed]: [
    row('r1', 'Revenant', 'Bruno', {
      structures: [FERRY],
      aafFunctions: [['EXT-1', ...ENS]],
      code: CANARY.code,
    }),
  ],
  [PATHS.groups]: [
    {
      id: 'g1',
      name: ' APE  2022-2023 ',
      type: 'ManualGroup',
      nbUsers: 7,
      lockDelete: null,
      createdAt: 1730000000000,
    },
    { id: 'g2', name: 'RESP-AFFECT-GAR', type: 'ManualGroup', lockDelete: true },
    { id: 'g3', name: 'Diffusion', type: 'ManualGroup', subType: 'BroadcastGroup' },
    { id: 'g4', name: 'Enseignants', type: 'ProfileGroup' },
    { id: null, name: null },
  ],
  [PATHS.firstGroup]: [
    { ...member('u1', null), code: CANARY.code },
    member('x2', [{ id: 's2' }]),
    member('x3', [{ id: 's3' }]),
    member('x4', []),
    member('u5', [{ id: 's3' }]),
  ],
  '/directory/user/admin/list?groupId=g2': [{ id: null, displayName: null }],
  [PATHS.classes]: [
    { id: 'c1', name: 'CP', externalId: 'EXT-1$CP' },
    { id: 'c2', name: 'TPS', externalId: 'EXT-1$TPS' },
  ],
  [PATHS.platform]: {
    'delete-user-delay': 60 * DAY,
    'student-pre-delete-delay': 30 * DAY,
    'pre-delete-user-delay': 90 * DAY,
    'guest-pre-delete-delay': '90',
  },
  [PATHS.attachments]: [
    { externalId: 'x', lastName: 'B', login: `u1.${CANARY.login}`, administrativeStructure: 'EXT-3' },
    { externalId: 'x', lastName: 'B', login: `u1.${CANARY.login}`, administrativeStructure: 'EXT-1' },
    { externalId: 'y', lastName: 'O', login: `u2.${CANARY.login}`, administrativeStructure: 'EXT-3' },
    { externalId: 'z', lastName: 'I', login: `u3.${CANARY.login}` },
  ],
  [PATHS.detail('u2')]: {
    id: 'u2',
    structureNodes: [FERRY, HERE],
    administrativeStructures: [{ id: 's3' }],
    activationCode: CANARY.code,
    functions: [[null, null]],
  },
  [PATHS.detail('u3')]: { id: 'u3', structureNodes: [FERRY], administrativeStructures: [{ id: null }] },
  [PATHS.detail('u4')]: { id: 'u4', structureNodes: [HERE] },
};

/** What is answered instead; an error is thrown. */
export type Overrides = Readonly<Record<string, unknown>>;

/** Reads the small school through a reader, a new one unless given. What was asked stays known even when it fails. */
export function reading(overrides: Overrides = {}, live: Live = newEdificeLive()) {
  const told: Progress[] = [];
  const asked: string[] = [];
  const aborter = new AbortController();
  const tools: LiveTools = {
    async get(path) {
      asked.push(path);
      const answer = path in overrides ? overrides[path] : CONSOLE[path];
      if (answer instanceof Error) throw answer;
      return structuredClone(answer);
    },
    signal: aborter.signal,
    tell: (progress) => told.push(progress),
  };
  return { result: live.gather(SCHOOL, tools), tools, told, asked, abort: () => aborter.abort() };
}
