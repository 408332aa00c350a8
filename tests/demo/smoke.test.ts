import { expect, it } from 'vitest';
import { ask } from './request';
import { startDemo } from './server';
import { plantedOn } from './edifice/manifest';
import { buildWorld } from './edifice/world';
import { PAPILLONS, COLLEGE } from './edifice/structures';
it('smoke', async () => {
  const t = performance.now();
  const demo = await startDemo({ date: '2026-11-23' });
  console.log(performance.now() - t);
  const users = await ask(demo, `/directory/structure/${PAPILLONS.id}/users`);
  const c = await ask(demo, `/directory/structure/${COLLEGE.id}/users`);
  console.log(users.status, users.json<unknown[]>().length, c.json<unknown[]>().length, c.text.length, PAPILLONS.uai);
  console.log(plantedOn('2026-11-23').map(p => [p.school, p.rule, p.subject.slice(0, 40), p.expected].join(' · ')).join('\n'));
  await demo.close();
});
