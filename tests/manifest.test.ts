import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { OPTIONAL_HOSTS } from '@/utils/ents/hosts';
import { readPolicy } from '@/utils/policy';
import { built, builtFiles, builtManifest, type Target } from './helpers/built';

/** Everything the extension may ask for. A new line here needs a line in PRIVACY.md, and a reason a school accepts. */
const PERMISSIONS = ['activeTab', 'alarms', 'scripting', 'storage'];
/** Asked for only when the person ticks the box that needs it. */
const OPTIONAL_PERMISSIONS = ['notifications'];

const TARGETS: readonly Target[] = ['chrome', 'firefox'];
const privacy = readFileSync(join(import.meta.dirname, '..', 'PRIVACY.md'), 'utf8');

/** Rows of the table of permissions: `| \`storage\` | why |`. */
const justified = new Map(
  [...privacy.matchAll(/^\| `([^`]+)` \| (.+) \|$/gm)].map(([, name = '', why = '']) => [name, why]),
);

describe.each(TARGETS)('the built manifest for %s', (target) => {
  const manifest = builtManifest(target);

  test('asks for the allowed permissions, no more and no less', () => {
    expect([...(manifest.permissions ?? [])].sort()).toEqual(PERMISSIONS);
    expect(manifest.optional_permissions).toEqual(OPTIONAL_PERMISSIONS);
  });

  test('is granted no site at installation, and may ask for https sites only', () => {
    expect(manifest.host_permissions).toBeUndefined();
    expect(manifest.content_scripts).toBeUndefined();
    const hosts = (manifest.optional_host_permissions ?? []) as string[];
    expect(hosts).toEqual(OPTIONAL_HOSTS);
    expect(hosts.filter((host) => !host.startsWith('https://'))).toEqual([]);
    expect(JSON.stringify(manifest)).not.toContain('<all_urls>');
  });

  test('shows nothing of itself to pages and opens no door to them', () => {
    expect(manifest.web_accessible_resources).toBeUndefined();
    expect(manifest.externally_connectable).toBeUndefined();
  });

  test('lets its own pages load and send nothing, whatever a file that they read may hold', () => {
    const { extension_pages: policy = '' } = manifest.content_security_policy as Record<string, string>;
    const rules = new Map(
      policy.split('; ').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1).join(' ')]),
    );
    expect(rules.get('default-src')).toBe("'none'");
    expect(rules.get('script-src')).toBe("'self'");
    for (const name of ['connect-src', 'frame-src', 'form-action', 'object-src'])
      expect([undefined, "'none'"]).toContain(rules.get(name));
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
    expect(Object.keys(manifest.content_security_policy ?? {})).toEqual(['extension_pages']);
  });

  test('has its icons, and their files are there', () => {
    expect(Object.keys(manifest.icons ?? {})).toEqual(['16', '32', '48', '96', '128']);
    expect(builtFiles(target)).toEqual(expect.arrayContaining(Object.values(manifest.icons ?? {})));
  });
});

test('what an academy may set is described for Chrome, and every name of it is read', () => {
  const { managed_schema: path } =
    (builtManifest('chrome') as { storage?: { managed_schema?: string } }).storage ?? {};
  const schema = JSON.parse(readFileSync(join(built('chrome'), path ?? ''), 'utf8'));
  const wrong = Object.fromEntries(Object.keys(schema.properties).map((name) => [name, { no: 'such' }]));
  const { faults } = readPolicy(wrong);
  for (const name of Object.keys(schema.properties)) expect(faults.join('\n')).toContain(`« ${name} »`);
});

test('Firefox is told that no data is collected', () => {
  const { gecko } = builtManifest('firefox').browser_specific_settings as {
    gecko: { data_collection_permissions: unknown };
  };
  expect(gecko.data_collection_permissions).toEqual({ required: ['none'] });
});

describe('PRIVACY.md justifies what the manifest asks for', () => {
  test('each permission, and nothing that is not asked for', () => {
    const asked = [...PERMISSIONS, ...OPTIONAL_PERMISSIONS, 'optional_host_permissions'];
    expect([...justified.keys()].sort()).toEqual(asked.sort());
  });

  test.each([...justified])('« %s » is explained in a sentence', (_name, why) => {
    expect(why.length).toBeGreaterThan(40);
  });
});

describe.each(TARGETS)('the bundles for %s', (target) => {
  const scripts = builtFiles(target)
    .filter((path) => /\.(js|html)$/.test(path))
    .map((path) => ({ path, code: readFileSync(join(built(target), path), 'utf8') }));

  test('load no code from elsewhere and evaluate none', () => {
    const remote = /<script[^>]+src=["'](?:https?:)?\/\/|import\(["']https?:|\beval\(|new Function\(/;
    expect(scripts.filter(({ code }) => remote.test(code)).map(({ path }) => path)).toEqual([]);
  });

  test('close the parts of a page that are theirs to the scripts of that page', () => {
    const rooted = scripts.filter(({ code }) => code.includes('attachShadow('));
    expect(rooted.length).toBeGreaterThan(3);
    for (const { path, code } of rooted) {
      expect(code, path).toMatch(/attachShadow\(\{\s*mode:\s*["'`]closed/);
      expect(code, path).not.toMatch(/\bmode:\s*["'`]open/);
    }
  });

  test('never use the storage area that leaves the machine', () => {
    const synced = /\bstorage\.sync\.(?:set|get|remove|clear)\b/;
    expect(scripts.filter(({ code }) => synced.test(code)).map(({ path }) => path)).toEqual([]);
  });
});
