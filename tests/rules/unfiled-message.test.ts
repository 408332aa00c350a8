import { complete, onPage, partial, testRule } from '@/tests/helpers/test-rule';
import { unfiledMessage } from '@/utils/rules/unfiled-message';

const inbox = (messages: number) => ({ at: onPage('Objet', 'skolengo/inbox'), messages });

testRule(unfiledMessage, [
  {
    name: 'des messages',
    facts: { inboxes: complete(inbox(42)) },
    flags: [{ subject: 'Boîte de réception', says: /^42 messages\s: disparaîtront/ }],
  },
  {
    name: 'un seul',
    facts: { inboxes: complete(inbox(1)) },
    flags: [{ subject: 'Boîte de réception', says: /^1 message\s: disparaîtra / }],
  },
  {
    name: 'une page sur plusieurs',
    facts: { inboxes: partial(inbox(20)) },
    flags: [{ subject: 'Boîte de réception', says: /^20 messages au moins/ }],
  },
  { name: 'boîte vide', facts: { inboxes: complete(inbox(0)) }, passes: true },
]);
