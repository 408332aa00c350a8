import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { forgetImports, likelyForTab, receivePiece } from '@/utils/import-desk';
import { exportedFile } from './demo/itslearning/manifest';
import { freshBrowser } from './store/helpers';

const TAB = 7;
const PUPIL = { profile: 'pupil' as const, name: 'Jean Batiste BOISCLAIR' };
const TEACHER = { profile: 'teacher' as const, name: 'Helene RENE' };
let uploads = 0;

beforeEach(async () => {
  forgetImports(TAB);
  await freshBrowser();
});

/** Asks as a frame does, with files given there or none. */
async function ask(
  people: (typeof PUPIL | typeof TEACHER)[],
  ...files: { name: string; bytes: Uint8Array }[]
) {
  const upload = `upload ${++uploads}`;
  for (const [file, { name, bytes }] of files.entries()) {
    const base64 = Buffer.from(bytes).toString('base64');
    await receivePiece({ host: 'demo', upload, file, name, size: bytes.length, at: 0, base64 }, TAB, 0);
  }
  const given = files.length > 0 ? { upload } : {};
  return likelyForTab({ host: 'demo', people, taken: [], files: files.length, ...given }, TAB, 0);
}

const accounts = (answer: Awaited<ReturnType<typeof ask>>) =>
  answer.kind === 'done' ? answer.found.map(({ account }) => account) : answer.kind;

test('an export given at one step serves the next, and another one joins it', async () => {
  expect(accounts(await ask([TEACHER]))).toBe('no-reference');
  expect(accounts(await ask([TEACHER], exportedFile('college', 'Teacher')))).toEqual(['RENÉ Hélène']);
  expect(accounts(await ask([TEACHER]))).toEqual(['RENÉ Hélène']);
  await ask([PUPIL], exportedFile('college', 'Student'));
  expect(accounts(await ask([PUPIL, TEACHER]))).toEqual(['BOISCLAIR Jean-Baptiste (6e B)', 'RENÉ Hélène']);
});

test('a file that cannot be read says so, and takes nobody’s place', async () => {
  await ask([TEACHER], exportedFile('college', 'Teacher'));
  const answer = await ask([TEACHER], { name: 'bad.csv', bytes: new TextEncoder().encode('a;b\r\n1;2\r\n') });
  expect(accounts(answer)).toEqual(['RENÉ Hélène']);
  expect(answer.kind === 'done' && answer.problems.join()).toContain('bad.csv');
  expect(answer.kind === 'done' && answer.reference).not.toContain('bad.csv');
});

test('once the tab is closed, or on another site, nothing of it is known', async () => {
  await ask([TEACHER], exportedFile('college', 'Teacher'));
  const elsewhere = { host: 'other', people: [TEACHER], taken: [], files: 0 };
  expect((await likelyForTab(elsewhere, TAB, 0)).kind).toBe('no-reference');
  forgetImports(TAB);
  expect(accounts(await ask([TEACHER]))).toBe('no-reference');
});
