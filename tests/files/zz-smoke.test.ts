import { test } from 'vitest';
import { controlRosters } from '@/utils/files/control';
import { generateSchool, nextSchoolYear } from '@/tests/helpers/generate-school';
import { EDIT_KINDS, editKeys } from '@/tests/helpers/edit-keys';
import { keysOf, schoolFiles } from '@/tests/helpers/school-files';
function show(c: any) {
  for (const [n, g] of Object.entries<any>(c.facts)) console.log(n, g.items.length, g.complete, g.read ?? '', n==='classPromotions'||n==='departures'?'':JSON.stringify(g.items.slice(0, 3)).slice(0,900));
  console.log(c.pairCount, c.undecidable, c.keyRules, c.gauge?.says, c.gauge?.alarms, JSON.stringify(c.prediction?.ticked));
}
test('x', async () => {
  const before = generateSchool(1);
  const keys = keysOf(before);
  const reference = schoolFiles(before, keys);
  let t = performance.now();
  show(await controlRosters({ reference, fresh: schoolFiles(before, keys) }));
  console.log('same', performance.now() - t);
  const after = nextSchoolYear(before, 2);
  t = performance.now();
  show(await controlRosters({ reference, fresh: schoolFiles(after, keys) }));
  console.log('year', performance.now() - t);
  const { school, edits } = editKeys(after, 3, EDIT_KINDS, 4, new Set(keys.keys()));
  console.log('edits', edits.length);
  show(await controlRosters({ reference, fresh: schoolFiles(school, keys) }));
  console.log('--- retyped');
  show(await controlRosters({ reference, fresh: schoolFiles(school, keys, { retyped: new Set(edits.map(e => e.id)) }) }));
  console.log('--- rekeyed');
  show(await controlRosters({ reference, fresh: schoolFiles(school, keys, { rekeyed: new Set(edits.map(e => e.id)) }) }));
  console.log('--- none');
  show(await controlRosters({ reference, fresh: schoolFiles(school, keys, { keys: 'none' }) }));
});
