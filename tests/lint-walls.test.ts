import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

interface Wall {
  /** Folder of the walled code, and the pattern of biome.json that walls it; `**` is what holds everywhere. */
  folder: string;
  pattern: string;
  /** The one file of the folder that the pattern is about. */
  file?: string;
  refused: readonly string[];
  allowed: readonly string[];
  refusedGlobals?: readonly string[];
  allowedGlobals?: readonly string[];
}

/** Only utils/ents/get-json.ts asks the network. */
const NETWORK = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource'];

/** What pure code does without. */
const IMPURE = ['document', 'window', 'browser', 'chrome', 'indexedDB', ...NETWORK];

/** The browser, storage and drawing, which most folders do without. */
const SURROUNDINGS = [
  'wxt',
  'wxt/browser',
  'wxt/utils/define-background',
  'webextension-polyfill',
  'preact',
  'preact/hooks',
  'idb',
];

const WALLS: readonly Wall[] = [
  {
    folder: 'tests',
    pattern: '**',
    refused: ['webextension-polyfill'],
    allowed: ['wxt/browser', '@/utils/core/facts', 'preact'],
    allowedGlobals: ['fetch'],
  },
  {
    folder: 'utils',
    pattern: 'utils/*.ts',
    refused: [
      ...SURROUNDINGS.filter((name) => name !== 'wxt/browser'),
      '@/components/overlay/badge',
      '@/entrypoints/background',
      '@/tests/helpers/groups',
      '../components/overlay/badge',
    ],
    allowed: ['wxt/browser', '@/utils/core/facts', '@/utils/ents/hosts', './messages'],
    refusedGlobals: ['browser', 'chrome', 'indexedDB', ...NETWORK],
    allowedGlobals: ['document', 'window'],
  },
  {
    folder: 'entrypoints/overlay',
    pattern: 'entrypoints/**',
    refused: ['webextension-polyfill', '@/tests/helpers/groups'],
    allowed: ['wxt/browser', 'preact', '@/utils/ents/get-json', '@/components/overlay/badge', './reporter'],
    refusedGlobals: ['browser', 'chrome', ...NETWORK],
    allowedGlobals: ['document', 'window'],
  },
  {
    folder: 'utils/core',
    pattern: 'utils/core/**',
    refused: [
      ...SURROUNDINGS,
      '@/utils/rules',
      '@/utils/matching/fold',
      '@/utils/messages',
      '../matching/fold',
    ],
    allowed: ['./facts', '@/utils/core/facts'],
    refusedGlobals: IMPURE,
    allowedGlobals: ['structuredClone'],
  },
  {
    folder: 'utils/rules',
    pattern: 'utils/rules/**',
    refused: [
      ...SURROUNDINGS,
      '@/utils/ents/page',
      '@/utils/store/db',
      '@/utils/reading/table',
      '@/components/panel',
      '../ents/page',
      '../../utils/ents/page',
    ],
    allowed: ['@/utils/core/rule', '@/utils/matching/fold', './group-name'],
    refusedGlobals: IMPURE,
    allowedGlobals: ['structuredClone'],
  },
  {
    folder: 'utils/matching',
    pattern: 'utils/matching/**',
    refused: [
      ...SURROUNDINGS,
      '@/utils/rules',
      '@/utils/rules/group-name',
      '@/utils/files/csv',
      '../rules/group-name',
    ],
    allowed: ['@/utils/core/facts', './fold'],
    refusedGlobals: IMPURE,
    allowedGlobals: ['structuredClone'],
  },
  {
    folder: 'utils/reading',
    pattern: 'utils/reading/**',
    refused: [...SURROUNDINGS, '@/utils/ents/page', '@/utils/rules', '../ents/page'],
    allowed: ['@/utils/core/facts', './table'],
    refusedGlobals: ['browser', 'chrome', 'indexedDB', ...NETWORK],
    allowedGlobals: ['document'],
  },
  {
    folder: 'utils/ents/edifice',
    pattern: 'utils/ents/**',
    refused: [
      ...SURROUNDINGS,
      '@/utils/rules',
      '@/utils/store/db',
      '@/utils/checklists',
      '@/components/panel',
      '@/utils/messages',
    ],
    allowed: [
      '@/utils/core/facts',
      '@/utils/reading/table',
      '@/utils/matching/fold',
      '@/utils/ents/page',
      './groups',
    ],
    refusedGlobals: ['browser', 'chrome', 'indexedDB', ...NETWORK],
    allowedGlobals: ['document'],
  },
  {
    folder: 'utils/ents',
    pattern: 'utils/ents/get-json.ts',
    file: 'get-json.ts',
    refused: [],
    allowed: [],
    allowedGlobals: ['fetch'],
  },
  {
    folder: 'utils/files',
    pattern: 'utils/files/**',
    refused: [...SURROUNDINGS, '@/utils/rules', '@/utils/store/db', '../store/db'],
    allowed: ['@/utils/core/facts', '@/utils/reading/table', 'fflate', 'papaparse'],
    refusedGlobals: ['browser', 'chrome', 'indexedDB', ...NETWORK],
    allowedGlobals: ['structuredClone'],
  },
  {
    folder: 'utils/checklists',
    pattern: 'utils/checklists/**',
    refused: [...SURROUNDINGS, '@/utils/ents/page', '@/utils/ents', '@/utils/store/db', '../ents/page'],
    allowed: ['@/utils/core/facts', '@/utils/rules', './checklist'],
    refusedGlobals: IMPURE,
    allowedGlobals: ['structuredClone'],
  },
  {
    folder: 'components',
    pattern: 'components/**',
    refused: [
      '@/utils/store/db',
      '@/utils/messages',
      '@/utils/ents/page',
      '@/utils/rules',
      '../utils/store/db',
      'wxt',
      'wxt/browser',
      'webextension-polyfill',
      'idb',
    ],
    allowed: ['preact', 'preact/hooks', '@/utils/core/audit', './badge'],
    refusedGlobals: ['browser', 'chrome', 'indexedDB', ...NETWORK],
    allowedGlobals: ['window'],
  },
  {
    folder: 'utils/store',
    pattern: 'utils/store/**',
    refused: [
      ...SURROUNDINGS.filter((name) => name !== 'wxt/browser' && name !== 'idb'),
      '@/components/panel',
      '@/entrypoints/background',
      '@/tests/helpers/groups',
      '@/utils/ents/page',
      '@/utils/files/csv',
      '@/utils/report/findings',
      '../ents/page',
    ],
    allowed: ['idb', 'wxt/browser', '@/utils/core/audit', '@/utils/checklists/checklist', '@/utils/messages'],
    refusedGlobals: ['browser', 'chrome', ...NETWORK],
    allowedGlobals: ['indexedDB'],
  },
  {
    folder: 'utils/backup',
    pattern: 'utils/backup/**',
    refused: [
      ...SURROUNDINGS.filter((name) => name !== 'idb'),
      '@/components/panel',
      '@/entrypoints/background',
      '@/tests/helpers/groups',
      '@/utils/ents/page',
      '@/utils/files/csv',
      '../store/db',
    ],
    allowed: ['./content', '@/utils/store/db', '@/utils/report/fiche-file', '@/utils/checklists/template'],
    refusedGlobals: ['browser', 'chrome', ...NETWORK],
    allowedGlobals: ['indexedDB'],
  },
  {
    folder: 'utils/report',
    pattern: 'utils/report/**',
    refused: [
      ...SURROUNDINGS,
      '@/components/panel',
      '@/entrypoints/background',
      '@/tests/helpers/groups',
      '@/utils/ents/page',
      '@/utils/store/db',
      '@/utils/messages',
    ],
    allowed: ['@/utils/core/audit', '@/utils/rules', '@/utils/files/csv', './sources'],
    refusedGlobals: ['document', 'browser', 'chrome', 'indexedDB', ...NETWORK],
    allowedGlobals: ['structuredClone'],
  },
];

interface Sample {
  wall: Wall;
  /** The import's specifier, or the global's name. */
  name: string;
  /** One file per way of reaching it: as a value, as a type, at run time, passed on. */
  paths: readonly string[];
  refused: boolean;
}

const code = new Map<string, string>();

const samples = WALLS.flatMap((wall, number): Sample[] => {
  const sample = (name: string, refused: boolean, ways: readonly string[]): Sample => {
    const paths = ways.map((way) => {
      const path = `${wall.folder}/${wall.file ?? `sample-${number}-${code.size}.ts`}`;
      code.set(path, way);
      return path;
    });
    return { wall, name, paths, refused };
  };
  const imported = (name: string) => [
    `import { thing } from '${name}';\n\nexport const used = thing;\n`,
    `import type { Thing } from '${name}';\n\nexport type Used = Thing;\n`,
    `export const used = () => import('${name}');\n`,
    `export { thing } from '${name}';\n`,
  ];
  const global = (name: string) => [`export const used = () => ${name};\n`];
  return [
    ...wall.refused.map((name) => sample(name, true, imported(name))),
    ...wall.allowed.map((name) => sample(name, false, imported(name))),
    ...(wall.refusedGlobals ?? []).map((name) => sample(name, true, global(name))),
    ...(wall.allowedGlobals ?? []).map((name) => sample(name, false, global(name))),
  ];
});

const WALL_RULES = ['lint/style/noRestrictedImports', 'lint/style/noRestrictedGlobals'];

/** Paths that the walls refuse. One run of Biome over a folder with our own biome.json and none of our code. */
let refused: ReadonlySet<string>;
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-walls-'));
  cpSync(join(root, 'biome.json'), join(folder, 'biome.json'));
  execFileSync('git', ['init', '-q'], { cwd: folder });
  for (const [path, text] of code) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const biome = join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
  const run = spawnSync(process.execPath, [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '.'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const report = JSON.parse(run.stdout) as {
    diagnostics: { category: string; location: { path: string } }[];
  };
  const breaches = report.diagnostics.filter((one) => WALL_RULES.includes(one.category));
  refused = new Set(breaches.map((one) => one.location.path));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('every wall of biome.json is tried', () => {
  const config = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8')) as {
    overrides: { includes: string[] }[];
  };
  const walls = config.overrides
    .flatMap((override) => override.includes)
    .filter((path) => !path.startsWith('!'));
  expect(
    WALLS.map((wall) => wall.pattern).sort(),
    'WALLS of this file (sorted), and the folders that biome.json walls',
  ).toEqual(['**', ...walls].sort());
});

describe.each(WALLS)('$folder', (wall) => {
  const own = samples.filter((one) => one.wall === wall);

  test.each(own.filter((one) => one.refused))('refuses $name', ({ paths }) => {
    expect(paths.filter((path) => !refused.has(path)).map((path) => code.get(path))).toEqual([]);
  });

  test.each(own.filter((one) => !one.refused))('allows $name', ({ paths }) => {
    expect(paths.filter((path) => refused.has(path)).map((path) => code.get(path))).toEqual([]);
  });
});
