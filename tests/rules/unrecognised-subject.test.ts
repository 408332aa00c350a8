import { wizardRow } from '@/tests/helpers/import-facts';
import { complete, partial, testRule } from '@/tests/helpers/test-rule';
import { unrecognisedSubject } from '@/utils/rules/unrecognised-subject';

const subject = (name: string, state: 'on' | 'off' | 'unknown') => wizardRow('subjects', name, state);

testRule(unrecognisedSubject, [
  {
    name: 'une matière en blanc, une autre reconnue',
    facts: { wizardSubjects: complete(subject('FRANCAIS', 'on'), subject('DEVOIRS COMMUNS', 'unknown')) },
    flags: [{ subject: 'DEVOIRS COMMUNS', says: /sans «.Ajouter.»/ }],
  },
  {
    name: 'une faute de frappe d’une matière connue le dit',
    facts: {
      wizardSubjects: partial(
        subject('CONCERTATION', 'off'),
        subject('Concertatoin', 'unknown'),
        subject('Concertatio n', 'unknown'),
      ),
    },
    flags: [
      { subject: 'Concertatoin', says: /presque comme «.CONCERTATION.»/ },
      { subject: 'Concertatio n', says: /presque comme «.CONCERTATION.»/ },
    ],
  },
  {
    name: 'deux matières courtes qui diffèrent d’une lettre ne sont pas une faute de frappe',
    facts: { wizardSubjects: complete(subject('SVT', 'on'), subject('SNT', 'unknown')) },
    flags: [{ subject: 'SNT', says: /sans «.Ajouter.»/ }],
  },
  {
    name: 'désactivée n’est pas inconnue',
    facts: { wizardSubjects: complete(subject('BILAN CLASSE', 'off')) },
    passes: true,
  },
]);
