import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { parseJson } from '@/utils/ents/parse-json';

const breathe = async () => undefined;

test('whatever the list, slicing changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.jsonValue()),
      fc.integer({ min: 0, max: 40 }),
      fc.constantFrom(0, 2),
      async (list, slice, indent) => {
        const text = JSON.stringify(list, null, indent);
        expect(await parseJson(text, breathe, slice)).toEqual(JSON.parse(text));
      },
    ),
  );
});

test('what JSON.parse refuses is refused, and nothing else', async () => {
  const pieces = fc.constantFrom('[', ']', '{', '}', ',', '"', '\\', ':', '1', ' ', '"a"', '{"b":2}', '[3]');
  const text = fc.array(pieces, { maxLength: 12 }).map((parts) => `[${parts.join('')}`);
  await fc.assert(
    fc.asyncProperty(text, async (some) => {
      const wanted = attempt(() => JSON.parse(some));
      const got = await parseJson(some, breathe, 1).then(
        (value) => ({ value }),
        () => 'refused',
      );
      expect(got).toEqual(wanted);
    }),
    { numRuns: 3000 },
  );
});

test('a long list lets the page breathe, a short answer needs not', async () => {
  const breaths = vi.fn(breathe);
  const list = Array.from({ length: 1000 }, (_, id) => ({ id, name: 'A "quoted", \\ name' }));
  expect(await parseJson(JSON.stringify(list), breaths, 5000)).toEqual(list);
  expect(breaths.mock.calls.length).toBeGreaterThan(5);
  breaths.mockClear();
  await parseJson('{"a":1}', breaths);
  expect(breaths).not.toHaveBeenCalled();
});

function attempt(parse: () => unknown) {
  try {
    return { value: parse() };
  } catch {
    return 'refused';
  }
}
