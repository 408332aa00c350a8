import { expect, test, vi } from 'vitest';
import { LiveError, type LiveProblem } from '@/utils/ents/get-json';
import { newTour } from '@/utils/tour';
import { TourStopped, visitEnd } from '@/utils/visit-end';

const SCHOOLS = ['a', 'b', 'c'].map((id) => ({ id, name: `École ${id}` }));
const SEEN = { risk: { critical: 0, serious: 1, minor: 0, reviews: 2 }, proved: true, gaps: [] };

/** A tour whose schools answer as told, once each time they are asked; then well. */
function tour(answers: Record<string, readonly (Error | 'never')[]> = {}) {
  const asked: string[] = [];
  const rest = vi.fn(async () => undefined);
  const left = new Map(Object.entries(answers).map(([id, each]) => [id, [...each]]));
  const made = newTour(SCHOOLS, {
    async read({ id }, signal, tell) {
      asked.push(id);
      tell({ done: 1, total: 7, doing: 'Comptes' });
      const answer = left.get(id)?.shift();
      if (answer === 'never')
        return new Promise((resolve) => {
          signal.addEventListener('abort', () => resolve(visitEnd(new LiveError('cancelled', ''))));
        });
      return answer instanceof Error ? visitEnd(answer) : { kind: 'seen', ...SEEN };
    },
    rest,
    changed: () => undefined,
  });
  return { ...made, asked, rest, states: () => made.state().stops.map(({ state }) => state) };
}
const lost = (problem: LiveProblem) => new LiveError(problem, '/x');

test('one after the other, with a rest in between', async () => {
  const { run, asked, rest, state } = tour();
  await run();
  expect(asked).toEqual(['a', 'b', 'c']);
  expect(rest).toHaveBeenCalledTimes(2);
  expect(state()).toMatchObject({ phase: 'over', stops: [{ state: 'done', ...SEEN }, {}, {}] });
});

test.each(['refused', 'server', 'unreadable'] as const)(
  '« %s » spoils one school only, and is told',
  async (problem) => {
    const { run, asked, state, retry } = tour({ b: [lost(problem)] });
    await run();
    expect(asked).toEqual(['a', 'b', 'c']);
    expect(state()).toMatchObject({
      phase: 'over',
      stops: [{}, { state: 'failed', why: lost(problem).message }, {}],
    });
    expect(state().why).toBeUndefined();
    retry();
    await run();
    expect(asked).toEqual(['a', 'b', 'c', 'b']);
    expect(state().stops.every((stop) => stop.state === 'done')).toBe(true);
  },
);

test.each(['session', 'second-factor', 'network'] as const)(
  '« %s » pauses the tour, which goes on where it stood',
  async (problem) => {
    const { run, asked, state, states } = tour({ b: [lost(problem)] });
    await run();
    expect(state()).toMatchObject({ phase: 'paused', why: lost(problem).message });
    expect(states()).toEqual(['done', 'waiting', 'waiting']);
    await run();
    expect(asked).toEqual(['a', 'b', 'b', 'c']);
    expect(state()).toMatchObject({ phase: 'over' });
  },
);

test('a school that the network fails twice does not hold up the others', async () => {
  const { run, states } = tour({ b: [lost('network'), lost('network')] });
  await run();
  await run();
  expect(states()).toEqual(['done', 'failed', 'done']);
});

test('« Interrompre » stops at once; nothing of the school under way is believed', async () => {
  const { run, pause, state, states } = tour({ b: ['never'] });
  const running = run();
  await vi.waitFor(() => expect(states()).toEqual(['done', 'reading', 'waiting']));
  expect(state()).toMatchObject({ phase: 'running' });
  pause();
  await running;
  expect(states()).toEqual(['done', 'waiting', 'waiting']);
  expect(state()).toMatchObject({ phase: 'paused', why: 'Tournée interrompue.' });
});

test('what cannot be remembered of one school stops them all', async () => {
  const { run, asked, state } = tour({ a: [new TourStopped('Plus de place.')] });
  await run();
  expect(asked).toEqual(['a']);
  expect(state()).toMatchObject({ phase: 'paused', why: 'Plus de place.' });
});

test('started twice, it runs once', async () => {
  const { run, asked } = tour();
  await Promise.all([run(), run()]);
  expect(asked).toEqual(['a', 'b', 'c']);
});
