import { complete, onPage, partial, testRule } from '@/tests/helpers/test-rule';
import { inFile } from '@/tests/helpers/timetable-facts';
import { respeltClass } from '@/utils/rules/respelt-class';

const ours = (name: string) => ({ at: onPage(name, 'edifice/classes'), id: name, name });
const theirs = (name: string) => ({ at: inFile(), name });

testRule(respeltClass, [
  {
    name: 'une espace de trop',
    facts: { classes: complete(ours('4A')), timetableClasses: complete(theirs('4 A')) },
    flags: [{ subject: '4 A', says: /«\u00A04A\u00A0»/ }],
  },
  {
    name: 'classe inconnue de l’ENT',
    facts: { classes: complete(ours('4A')), timetableClasses: complete(theirs('ULIS')) },
    reviews: [{ subject: 'ULIS' }],
  },
  {
    name: 'liste de l’ENT incomplète : ne rien dire d’une classe qu’on n’y voit pas',
    facts: { classes: partial(ours('4A')), timetableClasses: complete(theirs('ULIS')) },
    reviews: [],
  },
  {
    name: 'même écriture',
    facts: { classes: complete(ours('4 A'), ours('4A')), timetableClasses: complete(theirs('4 A')) },
    passes: true,
  },
]);
