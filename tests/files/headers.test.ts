import { describe, expect, test } from 'vitest';
import { type ReadHeader, readHeader } from '@/utils/files/fields';
import { applyMapping, recogniseLayout } from '@/utils/files/headers';
import { layoutProblems } from '@/utils/files/layout-problems';
import { PUPILS, tableOf } from './tables';

const split = (header: string) => header.split(';');

describe('one header', () => {
  test.each<[string, Partial<ReadHeader>]>([
    ['Clé de synchro', { field: 'key' }],
    ['CLE DE SYNCHRO ÉLÈVE', { field: 'key', owner: 'pupil' }],
    ['Clé de synchro élève / parent', { field: 'key', owner: 'pupil' }],
    ['Nom eleve', { field: 'lastName', owner: 'pupil' }],
    ['Nom utilisateur enseignant', { field: 'username', owner: 'teacher' }],
    ['Nom d’utilisateur', { field: 'username' }],
    ["Nom d'utilisateur parent 2", { field: 'username', owner: 'parent', index: 2 }],
    ['Prenom parent1', { field: 'firstName', owner: 'parent', index: 1 }],
    ['Nom utilisateur personnel Educatif', { field: 'username', owner: 'staff' }],
    ['Nom responsable légal 2', { field: 'lastName', owner: 'parent', index: 2 }],
    ['Classe Apprenant', { field: 'class', owner: 'pupil' }],
    ['Date\u00A0de  naissance', { field: 'birthDate' }],
    ['Pré\u200Bnom', { field: 'firstName' }],
    ['Prénom*', { field: 'firstName' }],
    ['childexternalid*', { field: 'key', owner: 'child' }],
    ['childFirstName', { field: 'firstName', owner: 'child' }],
    ['r1_nom', { field: 'lastName', owner: 'parent', index: 1 }],
    ['Nom d’usage Elève', { field: 'usageName', owner: 'pupil' }],
    ['Nom de famille enfant', { field: 'lastName', owner: 'child' }],
    ['Professeur principal', { field: 'headTeacher' }],
    ['Login personnalisé (Alias)', { field: 'alias' }],
    ['Parents', { field: 'parents' }],
    ['Synchronization Key (ID)', { field: 'key' }],
  ])('%s', (header, expected) => {
    const { folded: _, ...read } = readHeader(header);
    expect(read).toEqual(expected);
  });

  test.each(['Régime', 'Nom du chien', 'x', ''])('%j means nothing', (header) => {
    expect(readHeader(header).field).toBeUndefined();
  });
});

describe('a whole header', () => {
  test.each([
    ['itslearning', 'pupils', split(PUPILS.split('\r\n')[0] ?? '')],
    [
      'itslearning',
      'teachers',
      split('Clé de synchro enseignant;Nom utilisateur enseignant;Nom enseignant;Prenom enseignant'),
    ],
    ['itslearning', 'staff', split('Clé de synchro;Nom utilisateur personnel Educatif;Nom;Prenom')],
    ['edifice', 'pupils', split('externalid;Prénom*;Nom*;Date de naissance*;Courriel;Classe*')],
    ['edifice', 'pupils', split('Prénom*;Nom*;Date de naissance*;Classes*')],
    [
      'edifice',
      'parents',
      split(
        'Nom*;Prénom*;Adresse;Code postal;Ville;Pays;Courriel;Téléphone;Nom de l’élève;Prénom de l’élève;Classes de l’élève;Nom de l’élève;Prénom de l’élève;Classes de l’élève',
      ),
    ],
    [
      'edifice',
      'parents',
      split(
        'externalid;Prénom*;Nom*;Courriel;childexternalid*;childFirstName;childLastName;childClass;childexternalid;childFirstName;childLastName;childClass',
      ),
    ],
    [
      'edifice',
      'teachers',
      split(
        'Prénom*;Nom*;date de naissance;fonction;telephone;telephonetravail;email;adresse;cp;ville;pays;classe;classe',
      ),
    ],
    [
      'edifice',
      'mixed',
      split(
        'Id;Identifiant SIECLE;Type;Nom;Prénom;Identifiant;Login personnalisé (Alias);Code d’activation;Fonctions;Établissements;Classes;Enfants;Parents;Dernière connexion;Courriel;Téléphone',
      ),
    ],
    [
      'onde',
      'pupils',
      split('Nom Elève;Nom d’usage Elève;Prénom Elève;Date naissance;Sexe;Cycle;Niveau;Classe'),
    ],
    [
      'onde',
      'parents',
      split(
        'Civilité Responsable;Nom usage responsable;Nom responsable;Prénom responsable;Nom d’usage enfant;Nom de famille enfant;Prénom enfant;Classes enfants',
      ),
    ],
  ])('%s %s', (kind, profile, header) => {
    const layout = recogniseLayout(header);
    expect(layout).toMatchObject({
      kind,
      profile,
      missing: [],
      repeated: [],
      unknown: header.includes('Cycle') ? [5] : [],
    });
  });

  const PARENTS = split(
    'Clé de synchro élève;Nom utilisateur élève;Nom élève;Prénom élève;Date de naissance élève;Classe Apprenant;Clé de synchro parent;Nom utilisateur parent;Nom parent;Prénom parent;Code postal parent;Clé de synchro parent;Nom utilisateur parent;Nom parent;Prénom parent;Code postal parent',
  );

  test('repeated parents make blocks, numbered or not', () => {
    const layout = recogniseLayout(PARENTS, 'export_Parent.csv');
    expect(layout).toMatchObject({
      profile: 'pupils-and-parents',
      namedProfile: 'pupils-and-parents',
      missing: [],
    });
    expect(layout.blocks.map((block) => block.columns.key)).toEqual([[6], [11]]);
    const numbered = PARENTS.map((name, n) => (n > 10 ? `${name} 2` : n > 5 ? `${name} 1` : name));
    expect(recogniseLayout(numbered).blocks).toEqual(layout.blocks);
  });

  test('order and case do not matter', () => {
    const header = split(
      'CLASSE APPRENANT;prenom eleve;nom eleve;date de naissance;nom utilisateur;cle de synchro',
    );
    expect(recogniseLayout(header).columns).toEqual({
      class: [0],
      firstName: [1],
      lastName: [2],
      birthDate: [3],
      username: [4],
      key: [5],
    });
  });

  test.each([
    ['Export_Teacher_2026.csv', 'teachers'],
    ['Personal.csv', 'staff'],
    ['Student.csv', 'pupils'],
    ['Parent.csv', 'pupils-and-parents'],
  ])('a header that is silent takes the profile of %s', (file, profile) => {
    expect(recogniseLayout(split('Clé de synchro;Nom d’utilisateur;Nom;Prénom'), file).profile).toBe(profile);
  });
});

describe('what is wrong with columns', () => {
  const codes = (text: string, file = 'Student.csv') => {
    const table = tableOf(text, file);
    return layoutProblems(table, recogniseLayout(table.header, file)).map(({ code, column }) => [
      code,
      column,
    ]);
  };

  test.each<[string, string, [string, string | undefined][]]>([
    ['a sound file', PUPILS, []],
    ['a lost key', PUPILS.replace('Clé de synchro élève', 'Clef'), [['missing-column', 'Clé de synchro']]],
    ['a column twice', PUPILS.replace('Niveau', 'Nom élève'), [['duplicate-header', 'Nom élève']]],
    ['a file without header', 'Lambert;Zoé;6e B\nBenali;Ilyes;3e A', [['no-header', undefined]]],
    ['a column without name', PUPILS.replace(';Niveau;', ';;'), [['blank-header', 'colonne 7']]],
  ])('%s', (_, text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  test('a title over the names of the columns is told as such', () => {
    const table = tableOf(`Liste 2026${';'.repeat(6)}\n${PUPILS}`, 'Student.csv');
    const [problem] = layoutProblems(table, recogniseLayout(table.header, 'Student.csv'));
    expect(problem).toMatchObject({ code: 'no-header', advice: expect.stringContaining('à la ligne 2') });
  });

  test('a file whose name and columns disagree', () => {
    expect(codes(PUPILS, 'Teacher.csv')).toEqual([['wrong-profile', undefined]]);
  });
});

describe('a mapping by hand', () => {
  const layout = recogniseLayout(split('Clé;Login;Nom;Prénom;Né le;Div'));

  test('goes on top, by signature', () => {
    const mapped = applyMapping(layout, {
      signature: layout.signature,
      profile: 'pupils',
      choices: [
        { column: 0, field: 'key' },
        { column: 5, field: 'class' },
        { column: 1, field: 'ignore' },
        { column: 3, field: 'firstName', block: 1 },
      ],
    });
    expect(mapped.columns).toEqual({ key: [0], lastName: [2], birthDate: [4], class: [5] });
    expect(mapped.blocks).toEqual([
      { of: 'parent', columns: {} },
      { of: 'parent', columns: { firstName: [3] } },
    ]);
    expect(mapped.unknown).toEqual([1]);
    expect(mapped.missing).toEqual([{ field: 'firstName', of: 'main' }]);
  });

  test('of another header changes nothing, and the signature hides the header', () => {
    expect(applyMapping(layout, { signature: 'other', choices: [{ column: 0, field: 'key' }] })).toBe(layout);
    expect(layout.signature).toMatch(/^[0-9a-f]{16}$/);
    expect(recogniseLayout(split('CLE;login;nom;prenom;ne le;div')).signature).toBe(layout.signature);
    expect(recogniseLayout(split('Login;Clé;Nom;Prénom;Né le;Div')).signature).not.toBe(layout.signature);
  });
});
