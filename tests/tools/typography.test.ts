import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { typographyFaults } from '@/tests/helpers/typography';
import { frenchTexts, interfaceFiles, setFrench, setText } from './typography.mjs';

const root = join(import.meta.dirname, '..', '..');
test('x', () => {
  for (const path of interfaceFiles())
    for (const { pieces, line } of frenchTexts(path, readFileSync(join(root, path), 'utf8'))) {
      const t = pieces
        .map((p) => p.raw)
        .join('0')
        .trim();
      const f = typographyFaults(t);
      if (f.length)
        console.log(
          path,
          line,
          t,
          f.map((x) => x.what),
        );
    }
  expect(setText).toBeDefined();
  expect(setFrench).toBeDefined();
  describe;
});
