import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { openZip } from '@/utils/files/zip';
import { PUPILS, utf8 } from './tables';

const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
const codes = (bytes: Uint8Array) => openZip('export.zip', bytes).problems.map((problem) => problem.code);
const at = (bytes: Uint8Array, signature: number[]) =>
  bytes.findIndex((_, start) => signature.every((byte, n) => bytes[start + n] === byte));
const CENTRAL = [0x50, 0x4b, 0x01, 0x02];

function patched(bytes: Uint8Array, edit: (view: DataView, central: number) => void): Uint8Array {
  const copy = bytes.slice();
  edit(new DataView(copy.buffer), at(copy, CENTRAL));
  return copy;
}

const ONE = zipSync({ 'Student.csv': utf8(PUPILS) });

test('takes out the CSV files, and only them', () => {
  const zip = zipSync({
    'Export/Parent_2026.csv': utf8('a;b'),
    'Teacher.CSV': [utf8('c;d'), { level: 0 }],
    'lisez-moi.pdf': utf8('%PDF'),
    '__MACOSX/._Teacher.csv': utf8('x'),
  });
  const { files, problems } = openZip('export.zip', zip);
  expect(files.map(({ name, bytes }) => [name, text(bytes)])).toEqual([
    ['Parent_2026.csv', 'a;b'],
    ['Teacher.CSV', 'c;d'],
  ]);
  expect(problems).toEqual([]);
});

describe('what is wrong', () => {
  test.each<[string, Uint8Array]>([
    ['not-a-zip', utf8(PUPILS)],
    ['zip-truncated', ONE.slice(0, -30)],
    ['zip-truncated', ONE.slice(0, 40)],
    ['zip-truncated', patched(ONE, (view, central) => view.setUint32(central + 42, 10_000_000, true))],
    ['zip-encrypted', patched(ONE, (view, central) => view.setUint16(central + 8, 1, true))],
    ['zip-method', patched(ONE, (view, central) => view.setUint16(central + 10, 14, true))],
    ['zip-corrupted', patched(ONE, (view) => view.setUint8(60, view.getUint8(60) ^ 0xff))],
    ['zip-corrupted', patched(ONE, (view, central) => view.setUint32(central + 16, 1, true))],
    ['zip-nested', zipSync({ 'autre.zip': ONE })],
    ['zip-unsafe-name', zipSync({ '../../Student.csv': utf8(PUPILS) })],
    ['zip-unsafe-name', zipSync({ 'C:\\Student.csv': utf8(PUPILS) })],
    ['zip-no-csv', zipSync({ 'photo.jpg': utf8('x') })],
    ['zip-duplicate-name', zipSync({ 'a/Student.csv': utf8('a'), 'b/Student.csv': utf8('b') })],
    ['zip-bomb', zipSync({ 'Student.csv': new Uint8Array(20_000_000) })],
    [
      'zip-bomb',
      patched(zipSync({ 'Student.csv': new Uint8Array(20_000_000) }), (view, central) =>
        view.setUint32(central + 24, 1000, true),
      ),
    ],
    ['zip-bomb', patched(ONE, (view, central) => view.setUint32(central + 24, 0xfffffff0, true))],
    [
      'zip-bomb',
      zipSync(Object.fromEntries(Array.from({ length: 2500 }, (_, n) => [`${n}.csv`, strToU8('')]))),
    ],
  ])('%s', (code, bytes) => {
    const { problems } = openZip('export.zip', bytes);
    expect(problems.map((problem) => problem.code)).toEqual([code]);
    expect(problems[0]?.advice).toBeTruthy();
  });

  test('damaged files are not inflated one after the other without end', () => {
    const rows = utf8('Élise;Marchand;6A\n'.repeat(2000));
    const zip = zipSync(Object.fromEntries([1, 2, 3, 4].map((n) => [`Student${n}.csv`, rows])));
    // Each announces another checksum than its own.
    for (let start = 0; start < zip.length; start++)
      if (CENTRAL.every((byte, n) => zip[start + n] === byte)) zip[start + 16] = (zip[start + 16] ?? 0) ^ 1;
    const { problems } = openZip('export.zip', zip, rows.length * 2.5);
    expect(problems.map(({ code }) => code)).toEqual([
      'zip-corrupted',
      'zip-corrupted',
      'zip-bomb',
      'zip-bomb',
    ]);
  });

  test('one bad file does not hide the others', () => {
    const { files, problems } = openZip(
      'export.zip',
      zipSync({ '../Parent.csv': utf8('x'), 'Student.csv': utf8(PUPILS) }),
    );
    expect(files.map(({ name }) => name)).toEqual(['Student.csv']);
    expect(problems).toHaveLength(1);
  });

  test('a name in an old encoding is read, and told', () => {
    const zip = zipSync({ 'Elxves.csv': utf8(PUPILS) });
    for (let start = 0; start < zip.length; start++)
      if (zip[start] === 0x78 && zip[start - 1] === 0x6c) zip[start] = 0x8a;
    const { files, problems } = openZip('export.zip', zip);
    expect(files[0]?.name).toBe('Elèves.csv');
    expect(problems.map(({ code }) => code)).toEqual(['zip-name-encoding']);
  });
});

test('never throws, whatever is broken', () => {
  const zip = zipSync({ 'Student.csv': utf8(PUPILS), 'Parent.csv': utf8(PUPILS.repeat(3)) });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(zip.length - 1), fc.nat(255)), { maxLength: 8 }),
      fc.nat(zip.length),
      (edits, length) => {
        const broken = zip.slice(0, length);
        for (const [place, byte] of edits) if (place > 3 && place < length) broken[place] = byte;
        const { files } = openZip('export.zip', broken);
        for (const { bytes } of files) expect([PUPILS, PUPILS.repeat(3)]).toContain(text(bytes));
        expect(codes(broken)).toBeDefined();
      },
    ),
    { numRuns: 300 },
  );
});
