// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import type { Sight, Told } from '@/entrypoints/overlay/companion';
import { timetableScreen } from '@/entrypoints/overlay/timetable-screen';
import { complete, onPage } from '@/tests/helpers/test-rule';
import { typographyFaults } from '@/tests/helpers/typography';
import type { Facts } from '@/utils/core/facts';
import { itslearning } from '@/utils/ents/itslearning/itslearning';

vi.mock('@/utils/messages', () => ({ send: vi.fn(async () => null) }));

test('before a file is chosen, the form says that it will be controlled; no other screen does', () => {
  const companion = timetableScreen(itslearning, document, {} as Told);
  const view = (shown: Facts) => companion.view?.({ shown } as Sight).import;
  const awaited = view({ timetableUploads: complete({ at: onPage('Ajouter un fichier') }) });
  expect(awaited).toMatchObject({ awaited: true, problems: [] });
  expect(typographyFaults(awaited?.lines.join() ?? '')).toEqual([]);
  expect(view({})).toBeUndefined();
});
