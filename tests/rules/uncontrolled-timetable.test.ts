import { complete, testRule } from '@/tests/helpers/test-rule';
import { inFile } from '@/tests/helpers/timetable-facts';
import { uncontrolledTimetable } from '@/utils/rules/uncontrolled-timetable';

const chosen = { at: inFile(), file: 'edt.xml' };

testRule(uncontrolledTimetable, [
  {
    name: 'un fichier illisible est retenu, et l’on dit pourquoi',
    facts: {
      uncontrolledTimetables: complete({ ...chosen, state: 'unreadable', says: 'Ce fichier est coupé.' }),
    },
    flags: [{ subject: 'edt.xml', says: /coupé/, holds: ['import-file'] }],
  },
  {
    name: 'un contrôle en panne retient aussi',
    facts: {
      uncontrolledTimetables: complete({ ...chosen, state: 'failed', says: 'Le contrôle s’est interrompu.' }),
    },
    flags: [{ subject: 'edt.xml', says: /interrompu/, holds: ['import-file'] }],
  },
  {
    name: 'pendant le contrôle, le clic attend sans que rien ne soit signalé',
    facts: {
      uncontrolledTimetables: complete({ ...chosen, state: 'running', says: 'Encore un instant.' }),
    },
    cards: [{ subject: 'edt.xml', holds: ['import-file'] }],
    passes: true,
  },
  { name: 'un fichier contrôlé', facts: { uncontrolledTimetables: complete() }, passes: true },
]);
