import { expect, test } from 'vitest';
import { removalRequest } from '@/utils/files/removal-request';
import { latin1, tableOf, utf16 } from './tables';

const TEXT =
  'Cl\u00e9 de synchro;Nom;Pr\u00e9nom\r\nk1;Durand;Paul\r\n\r\nk2;"Faure";In\u00e8s\r\nk3;Roy;Marc';
const about = {
  uai: '0750052Z',
  schoolName: 'CollègeSaintJoseph',
  date: '2021-08-29',
  profile: 'Enseignants',
};

test('keeps the header and the rows, byte for byte', () => {
  const table = tableOf(latin1(TEXT), 'Teacher.csv');
  const request = removalRequest({ ...about, table, rows: [2, 0, 2] });
  expect(request?.bytes).toEqual(
    latin1('Cl\u00e9 de synchro;Nom;Pr\u00e9nom\r\nk1;Durand;Paul\r\nk3;Roy;Marc'),
  );
  expect(removalRequest({ ...about, table, rows: [1] })?.bytes).toEqual(
    latin1('Cl\u00e9 de synchro;Nom;Pr\u00e9nom\r\nk2;"Faure";In\u00e8s\r\n'),
  );
});

test('in UTF-16 too', () => {
  const request = removalRequest({ ...about, table: tableOf(utf16(TEXT, true)), rows: [0] });
  expect(request?.bytes).toEqual(utf16('Cl\u00e9 de synchro;Nom;Pr\u00e9nom\r\nk1;Durand;Paul\r\n', true));
});

test.each([
  [
    '0750052M',
    'CollègeSaintJoseph',
    'Enseignants',
    '0750052M-CollègeSaintJoseph-29aout2021-Enseignants.csv',
    '0750052M-CollègeSaintJoseph-Suppression Utilisateurs',
  ],
  [
    '0547252M',
    'CFA Coiffure Angers',
    'Formateurs',
    '0547252M-CFA Coiffure Angers-29aout2021-Formateurs.csv',
    '0547252M-CFA Coiffure Angers-Suppression Utilisateurs',
  ],
  [
    '0750052m ',
    ' Lycée A/B : « C »? ',
    'Enseignants',
    '0750052M-Lycée AB  « C »-29aout2021-Enseignants.csv',
    '0750052M-Lycée AB  « C »-Suppression Utilisateurs',
  ],
])(
  'names the file and the e-mail as the guide does: %s %s',
  (uai, schoolName, profile, fileName, subject) => {
    const request = removalRequest({
      ...about,
      uai,
      schoolName,
      profile,
      table: tableOf(TEXT),
      rows: [0, 1],
    });
    expect(request).toMatchObject({ fileName, subject, to: 'support.fr@itslearning.com' });
    expect(request?.body).toContain('2\u00A0comptes');
    expect(request?.body).not.toContain('Durand');
  },
);

test('warns of a doubtful code without preventing anything', () => {
  const table = tableOf(TEXT);
  const codes = (uai: string) =>
    removalRequest({ ...about, uai, table, rows: [0] })?.warnings.map(({ message }) => message);
  expect(codes('0750052Z')).toEqual([]);
  expect(codes('0750052M')?.[0]).toContain('(Z)');
  expect(codes('75')?.[0]).toContain('n’est pas un code UAI');
});

test('asks for nothing when nobody is selected', () => {
  expect(removalRequest({ ...about, table: tableOf(TEXT), rows: [] })).toBeUndefined();
});
