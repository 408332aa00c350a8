import { describe, expect, test } from 'vitest';
import { ControlDesk } from '@/entrypoints/workshop/control-desk';
import { Desk } from '@/entrypoints/workshop/desk';
import type { GivenFile, ListedFinding } from '@/entrypoints/workshop/protocol';
import { NO_FILTER } from '@/entrypoints/workshop/state';
import { utf8 } from '../../files/tables';

const HEADER =
  'Clé de synchro élève;Nom d’utilisateur élève;Nom élève;Prénom élève;Date de naissance élève;Classe Apprenant';
const KNOWN = 2000;
const EDITED = 720;
/** Of the last pupil whose key was edited, and of nobody else. */
const LAST_CLASS = '5e Z';
const DAY = '2026-08-27';
const SALT = 'a'.repeat(64);

/** A surname of letters only, of its own for each number. */
function surname(number: number): string {
  return [...String(number).padStart(4, '0')].map((digit) => 'BCDFGHJKLM'[Number(digit)]).join('a');
}

function file(name: string, edited: number): GivenFile {
  const rows = Array.from({ length: KNOWN }, (_, at) => {
    const className = at === EDITED - 1 ? LAST_CLASS : `6e ${'ABC'[at % 3]}`;
    const born = `0${(at % 9) + 1}/04/20${10 + (at % 7)}`;
    const typed = at < edited ? `${surname(at)}e` : surname(at);
    return `k${at};u${at};${typed};Zoé;${born};${className}`;
  });
  const bytes = utf8([HEADER, ...rows].join('\r\n')) as Uint8Array<ArrayBuffer>;
  return { name, size: bytes.length, bytes: bytes.buffer };
}

async function controlled() {
  const desk = new Desk();
  desk.read('reference', [file('Student.csv', 0)], [], () => undefined);
  desk.read('toImport', [file('Student 2026.csv', EDITED)], [], () => undefined);
  const control = new ControlDesk(desk);
  const summary = await control.control({ salt: SALT }, DAY, () => undefined);
  return Object.assign(control, { summary });
}

const keysIn = (findings: readonly ListedFinding[]) => {
  const found = findings.find(({ rule }) => rule === 'changed-sync-key');
  if (!found) throw new Error('No changed key.');
  return found;
};

describe('more edited keys than are put into words at once', () => {
  test('the first page knows how many there are, and each of its couples can be decided upon', async () => {
    const control = await controlled();
    const keys = keysIn(await control.list(NO_FILTER, {}));
    expect(keys).toMatchObject({ total: EDITED, matching: EDITED, rows: { length: 10 } });
    for (const { pair } of keys.rows) expect(pair?.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  test('« Afficher plus » goes to the last of them, which can be decided upon like the first', async () => {
    const control = await controlled();
    const keys = keysIn(await control.list(NO_FILTER, { 'changed-sync-key': EDITED }));
    expect(keys.rows).toHaveLength(EDITED);
    expect(new Set(keys.rows.map(({ subject }) => subject)).size).toBe(EDITED);
    expect(keys.rows.every(({ pair }) => pair?.hash)).toBe(true);
    const last = keys.rows.at(-1)?.pair?.hash ?? '';
    const choices = { salt: SALT, decisions: new Map([[last, 'different' as const]]) };
    const { decided } = await control.conclude(choices, DAY);
    expect(decided).toMatchObject([{ hash: last, verdict: 'different' }]);
    expect(keysIn(await control.list(NO_FILTER, {})).total).toBe(EDITED - 1);
  });

  test('a filter looks at all of them', async () => {
    const control = await controlled();
    const wanted = surname(EDITED - 1);
    const keys = keysIn(await control.list({ ...NO_FILTER, text: wanted }, {}));
    expect(keys).toMatchObject({ matching: 1, total: EDITED, rows: [{ subject: `${wanted} Zoé` }] });
  });

  test('the classes to filter by are those of everybody, of the last one too', async () => {
    const control = await controlled();
    expect(control.summary.classes).toEqual([LAST_CLASS, '6e A', '6e B', '6e C']);
    const keys = keysIn(await control.list({ ...NO_FILTER, className: LAST_CLASS }, {}));
    expect(keys.rows).toMatchObject([{ subject: `${surname(EDITED - 1)} Zoé`, className: LAST_CLASS }]);
  });

  test('no row stands for those that are not there yet', async () => {
    const control = await controlled();
    const keys = keysIn(await control.list(NO_FILTER, { 'changed-sync-key': 500 }));
    expect(keys.rows.filter(({ subject }) => /autres?$/.test(subject))).toEqual([]);
  });
});

test('an export of another profile: nothing is compared, and it is said why', async () => {
  const desk = new Desk();
  const teachers =
    'Clé de synchro enseignant;Nom enseignant;Prenom enseignant;Nom utilisateur enseignant\r\nm1;ROUX;Zoé;z.roux';
  const bytes = utf8(teachers) as Uint8Array<ArrayBuffer>;
  desk.read(
    'reference',
    [{ name: 'Teacher.csv', size: bytes.length, bytes: bytes.buffer }],
    [],
    () => undefined,
  );
  desk.read('toImport', [file('Student 2026.csv', 0)], [], () => undefined);
  const { refused, refusals } = await new ControlDesk(desk).control({ salt: SALT }, DAY, () => undefined);
  expect(refused).toBe(true);
  expect(refusals.join(' ')).toMatch(/Aucun fichier de l’export ne contient la liste.*Student 2026\.csv/);
});
