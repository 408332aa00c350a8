import { named } from '@/tests/helpers/skolengo-facts';
import { complete, testRule } from '@/tests/helpers/test-rule';
import { temporarySection } from '@/utils/rules/temporary-section';

const section = (name: string, temporary?: boolean) =>
  named(name, temporary === undefined ? {} : { temporary }, 'skolengo/sections');

testRule(temporarySection, [
  {
    name: 'la case est cochée',
    facts: { sections: complete(section('Voyage à Rome', true), section('CDI', false)) },
    flags: [{ subject: 'Voyage à Rome', says: /quittera le site/ }],
  },
  {
    name: 'sans la case, une seule ligne pour toutes les rubriques',
    facts: { sections: complete(section('Voyage à Rome'), section('CDI'), section('Vie scolaire', false)) },
    reviews: [{ subject: '2 rubriques', says: /^Indéterminé/ }],
  },
  {
    name: 'une seule rubrique dont on ne sait rien est nommée',
    facts: { sections: complete(section('CDI')) },
    reviews: [{ subject: 'CDI', says: /^Indéterminé/ }],
  },
  { name: 'pérenne', facts: { sections: complete(section('CDI', false)) }, passes: true },
]);
