import { describe, expect, test } from 'vitest';
import { likelyAccounts } from '@/utils/likely-accounts';
import { exportedFile } from './demo/itslearning/manifest';
import { typographyFaults } from './helpers/typography';

const PUPILS = exportedFile('college', 'Student');
const TEACHERS = exportedFile('college', 'Teacher');
type Sought = Parameters<typeof likelyAccounts>[0];
type Kept = Parameters<typeof likelyAccounts>[1];
const nothing: Kept = { reference: async () => undefined, memory: async () => ({ mappings: [] }) };
const ask = (more: Partial<Sought>, kept = nothing) =>
  likelyAccounts({ people: [], taken: [], references: [], ...more }, kept);
const pupil = (name: string) => ({ profile: 'pupil' as const, name });
const teacher = (name: string) => ({ profile: 'teacher' as const, name });

async function found(more: Partial<Sought>) {
  const answer = await ask({ references: [PUPILS, TEACHERS], ...more });
  if (answer.kind !== 'done') throw new Error(JSON.stringify(answer));
  for (const { reasons } of answer.found)
    for (const reason of reasons) expect(typographyFaults(reason), reason).toEqual([]);
  return answer.found;
}

describe('likely accounts', () => {
  test('same names: the birth date is what differs', async () => {
    const [one] = await found({ people: [pupil('Élodie AUBÉPINE')] });
    expect(one).toMatchObject({
      account: 'AUBÉPINE Élodie (6e A)',
      reasons: [expect.stringContaining('date de naissance')],
    });
  });

  test('a hyphen and a letter lost, an accent lost, whichever order the names stand in', async () => {
    const [letter] = await found({ people: [pupil('Jean Batiste BOISCLAIR')] });
    expect(letter).toMatchObject({ account: 'BOISCLAIR Jean-Baptiste (6e B)' });
    expect(letter?.reasons.join()).toContain('une lettre');
    for (const name of ['Helene RENE', 'RENE Helene', 'helene rene', 'RENE HELENE']) {
      const [accent] = await found({ people: [teacher(name)] });
      expect(accent?.account, name).toBe('RENÉ Hélène');
    }
  });

  test('two people who resemble one account as much: neither is chosen', async () => {
    for (const one of await found({ people: [teacher('Helene RENE'), teacher('HÉLÈNE RENE')] })) {
      expect(one).not.toHaveProperty('account');
      expect(one.reasons.join()).toContain('rien ne permet de choisir');
    }
  });

  test('nobody who resembles them, and an account that the import took already, are not proposed', async () => {
    const [stranger, taken] = await found({
      people: [pupil('Ondine PASDECHEZNOUS'), pupil('Élodie AUBÉPINE')],
      taken: [...exportedKeys('AUBÉPINE')],
    });
    expect(stranger).not.toHaveProperty('account');
    expect(stranger?.reasons.join()).toContain('Aucun élève');
    expect(taken).not.toHaveProperty('account');
  });

  test('rows that resemble an account that another row has: no account is to be created for them', async () => {
    const had = await found({
      people: [teacher('Helene RENE'), teacher('Helene RENE'), teacher('Hélène RENÉE')],
      taken: exportedKeys('RENÉ', TEACHERS),
    });
    for (const one of had) {
      expect(one).not.toHaveProperty('account');
      expect(one.reasons.join()).toContain(
        'Le compte de RENÉ Hélène lui ressemble, mais une autre ligne l’a déjà',
      );
      expect(one.reasons.join()).not.toContain('à créer par');
    }
    const [own, double] = await found({ people: [teacher('Hélène RENÉ'), teacher('Hélène RENÉE')] });
    expect(own?.account).toBe('RENÉ Hélène');
    expect(double?.reasons.join()).toContain('une autre ligne l’a déjà');
  });

  test('an export whose teachers were all found does contain teachers', async () => {
    const [one] = await found({
      people: [teacher('Ondine PASDECHEZNOUS')],
      taken: exportedKeys(';', TEACHERS),
    });
    expect(one?.reasons.join()).toContain('Aucun enseignant de l’export ne lui ressemble');
  });

  test('an export of pupils alone says nothing of teachers', async () => {
    const [one] = await found({ people: [teacher('Helene RENE')], references: [PUPILS] });
    expect(one).not.toHaveProperty('account');
    expect(one?.reasons.join()).toContain('ne contient pas d’enseignants');
  });

  test('the kept export serves when none is given, and says since when', async () => {
    const kept = { ...nothing, reference: async () => ({ files: [PUPILS], keptOn: '2026-07-02' }) };
    expect(await ask({ people: [pupil('Élodie AUBÉPINE')] }, kept)).toMatchObject({
      kind: 'done',
      reference: expect.stringContaining('02/07/2026'),
    });
  });

  test('without any list, or with one that cannot be read, it says so', async () => {
    expect(await ask({ people: [pupil('X Y')] })).toEqual({ kind: 'no-reference', problems: [] });
    const spoilt = await ask({ references: [{ name: 'vide.csv', bytes: new Uint8Array() }] });
    expect(spoilt).toMatchObject({ kind: 'no-reference', problems: [expect.stringContaining('vide.csv')] });
    const broken = { ...nothing, reference: async () => Promise.reject(new Error('base bloquée')) };
    expect(await ask({}, broken)).toMatchObject({
      kind: 'failed',
      says: expect.stringContaining('base bloquée'),
    });
  });
});

function exportedKeys(lastName: string, file = PUPILS): string[] {
  const lines = new TextDecoder().decode(file.bytes).split(/\r?\n/);
  return lines.filter((line) => line.includes(lastName)).map((line) => line.split(';')[0] ?? '');
}
