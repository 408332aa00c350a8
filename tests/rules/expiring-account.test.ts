import { living } from '@/tests/helpers/skolengo-facts';
import { complete, testRule } from '@/tests/helpers/test-rule';
import { expiringAccount } from '@/utils/rules/expiring-account';

testRule(expiringAccount, [
  {
    name: 'non pérenne : il disparaîtra',
    facts: { createdAccounts: complete(living('MOREL Alix', 'year'), living('PETIT Lou', 'lasting')) },
    flags: [{ subject: 'MOREL Alix', says: /Ce compte disparaîtra/ }],
  },
  {
    name: 'indéterminé quand rien ne le dit',
    facts: { createdAccounts: complete(living('MOREL Alix')) },
    reviews: [{ subject: 'MOREL Alix', says: /^Indéterminé/ }],
  },
  { name: 'pérenne', facts: { createdAccounts: complete(living('PETIT Lou', 'lasting')) }, passes: true },
]);
