// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import type { Sight, Told } from '@/entrypoints/overlay/companion';
import { timetableScreen } from '@/entrypoints/overlay/timetable-screen';
import { complete, onPage } from '@/tests/helpers/test-rule';
import { typographyFaults } from '@/tests/helpers/typography';
import type { Facts } from '@/utils/core/facts';
import { itslearning } from '@/utils/ents/itslearning/itslearning';
import { send } from '@/utils/messages';

vi.mock('@/utils/messages', () => ({ send: vi.fn(async () => null) }));

test('before a file is chosen, the form says that it will be controlled; no other screen does', () => {
  const companion = timetableScreen(itslearning, document, {} as Told);
  const view = (shown: Facts) => companion.view?.({ shown } as Sight).import;
  const awaited = view({ timetableUploads: complete({ at: onPage('Ajouter un fichier') }) });
  expect(awaited).toMatchObject({ awaited: true, problems: [] });
  expect(typographyFaults(awaited?.lines.join() ?? '')).toEqual([]);
  expect(view({})).toBeUndefined();
});

test('a file with a problem of its own is never told as « rien à signaler »', async () => {
  const form =
    '<h1>Import EDT</h1><label>Ajouter un fichier <input type="file"></label><button>importer</button>';
  document.body.innerHTML = form;
  const field = document.querySelector('input') as HTMLInputElement;
  Object.defineProperty(field, 'files', { value: [new File(['PK'], 'UDT.zip')] });
  for (const problems of [[], ['UDT.zip : Il manque les cours.']]) {
    vi.mocked(send).mockImplementation(
      async (name) =>
        (name === 'timetable/control'
          ? { kind: 'done', results: [], rules: [], lines: ['UDT.zip'], unknowable: [], problems }
          : null) as never,
    );
    const sight = { shown: { timetableUploads: complete({ at: onPage('x') }) } } as unknown as Sight;
    const changed = vi.fn();
    const companion = timetableScreen(itslearning, document, { changed } as unknown as Told);
    companion.look?.(sight);
    await vi.waitFor(() => expect(companion.view?.(sight).import?.lines).toEqual(['UDT.zip']));
    expect(companion.view?.(sight).clear).toBe(problems.length > 0 ? false : undefined);
  }
});
