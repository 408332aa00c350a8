import { importRun } from '@/tests/helpers/import-facts';
import { complete, testRule } from '@/tests/helpers/test-rule';
import { unfinishedImport } from '@/utils/rules/unfinished-import';

const latest = (date: string, status: string) => ({
  latestImports: complete(importRun(date, { ...(status && { status }), latest: true })),
});

testRule(unfinishedImport, [
  {
    name: 'interrompu',
    facts: latest('16/10/2026 13:05', 'Interrompu'),
    flags: [{ subject: '16/10/2026 13:05', says: /«.Interrompu.»/ }],
  },
  {
    name: 'un état que les guides ne nomment pas : à revoir',
    facts: latest('16/10/2026 13:05', 'En liste d’attente'),
    reviews: [{ subject: '16/10/2026 13:05', says: /pas encore «.Fait.».*En liste/ }],
  },
  {
    name: 'aucun état',
    facts: latest('16/10/2026 13:05', ''),
    reviews: [{ subject: '16/10/2026 13:05', says: /pas encore «.Fait.»\./ }],
  },
  {
    name: 'fait, mais l’an passé, ou à une date que rien ne dit',
    facts: latest('13/11/2025 15:42', 'Fait'),
    reviews: [{ subject: '13/11/2025 15:42', says: /pas de l’année 2026-2027/ }],
  },
  {
    name: 'une date qui n’en est pas une',
    facts: latest('hier', 'Fait'),
    reviews: [{ subject: 'hier', says: /pas de l’année/ }],
  },
  { name: 'fait', facts: latest('16/10/2026 13:05', 'Fait'), passes: true },
  { name: '« Done » en anglais', facts: latest('1/9/2026', 'Done'), passes: true },
]);
