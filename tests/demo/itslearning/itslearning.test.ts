import { unzipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ask } from '../request';
import { type Demo, startDemo } from '../server';
import { editedFiles, exportedFile, ordinaryFile } from './manifest';
import type { DemoFile, FileProfile } from './model';
import { MODULES_HOST } from './screens';
import { SKINS } from './skins';

let demo: Demo;
const COLLEGE = 'college-demo.itslearning.com';

beforeAll(async () => {
  demo = await startDemo({ date: '2026-08-25' });
});
beforeEach(() => demo.reset());
afterAll(() => demo.close());

const text = async (path: string, host = COLLEGE) => (await ask(demo, path, { host })).text;
const synchros = () => text('/suivi-synchros?site=college-demo', MODULES_HOST);

async function extract(...profiles: FileProfile[]): Promise<Record<string, Uint8Array>> {
  const { bytes } = await ask(demo, '/suivi-synchros/extraire?site=college-demo', {
    host: MODULES_HOST,
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: profiles.map((profile) => `profil=${profile}`).join('&'),
  });
  return unzipSync(bytes);
}

async function send(file: DemoFile, profile: FileProfile, updateAll: boolean): Promise<number[][]> {
  const field = (name: string, value: string) =>
    `--cut\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const head = `${field('profil', profile)}${updateAll ? field('tous', 'oui') : ''}--cut\r\nContent-Disposition: form-data; name="fichier"; filename="${file.name}"\r\nContent-Type: text/csv\r\n\r\n`;
  const { text: page } = await ask(demo, '/import-csv?site=college-demo', {
    host: MODULES_HOST,
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=cut' },
    body: Buffer.concat([Buffer.from(head), file.bytes, Buffer.from('\r\n--cut--\r\n')]),
  });
  return [...page.matchAll(/<td>(\d+)<\/td><td>(\d+)<\/td><td>(\d+)<\/td><\/tr>/g)].map((row) =>
    row.slice(1).map(Number),
  );
}

describe('screens', () => {
  it.each(SKINS)('hold the same words in the skin %s', async (skin) => {
    const shell = await text(`/main.aspx?skin=${skin}`);
    expect(shell).toContain('name="mainmenu"');
    const menu = await text(`/ecran.aspx?page=administration&skin=${skin}`);
    for (const entry of ['Suivi synchro', 'Import Utilisateur CSV', 'Stratégies', 'Corbeille'])
      expect(menu).toContain(`>${entry}<`);
    expect(await text(`/ecran.aspx?page=suivi-synchros&skin=${skin}`)).toContain(
      `https://${MODULES_HOST}/suivi-synchros`,
    );
    expect(await text(`/suivi-synchros?site=college-demo&skin=${skin}`, MODULES_HOST)).toContain('Extraire');
    const form = await text(`/import-csv?site=college-demo&skin=${skin}`, MODULES_HOST);
    expect(form).toContain('Mettre à jour tous les utilisateurs');
    expect(form).toContain(
      "Attention, les utilisateurs non présents dans votre fichier seront supprimés de l'ENT",
    );
  });

  it.each(SKINS)('stay English once they are, in the skin %s, but for the French modules', async (skin) => {
    const linked = (page: string) =>
      [...page.matchAll(/(?:href|src)="(\/ecran\.aspx\?[^"]*)"/g)].map(([, to]) => to ?? '');
    const shell = await text(`/main.aspx?skin=${skin}&lang=en`);
    const menu = await text(`/ecran.aspx?page=administration&skin=${skin}&lang=en`);
    for (const link of [...linked(shell), ...linked(menu)]) expect(link).toContain('lang=en');
    for (const [entry, heading] of [
      ['Policies', 'Policies'],
      ['Hierarchy', 'Hierarchy'],
      ['Users and access rights', 'Users and access rights'],
    ] as const) {
      const to = new RegExp(`href="([^"]*)"[^>]*>(?:<[^>]*>)*${entry}<`).exec(menu)?.[1] ?? '';
      const screen = await text(to.replaceAll('&amp;', '&'));
      expect(screen).toContain(`>${heading}<`);
      for (const link of linked(screen).filter((one) => one.includes('administration')))
        expect(link).toContain('lang=en');
    }
    expect(await text(`/ecran.aspx?page=import-edt&skin=${skin}&lang=en`)).toContain('Import EDT');
  });

  it('name the same screen differently from one school to the next, and shift their identifiers', async () => {
    expect(await text('/ecran.aspx?page=administration', 'lycee-demo.itslearning.com')).toContain(
      '>Suivi Synchros<',
    );
    expect(await synchros()).not.toBe(await synchros());
  });

  it('are none at all for a site or a host that the demonstration lacks', async () => {
    expect(await text('/', 'autre.itslearning.com')).toContain('<h1>Portail</h1>');
    expect(await text('/import-csv?site=autre', MODULES_HOST)).toContain('<h1>Portail</h1>');
  });
});

describe('« Extraire »', () => {
  it('gives a ZIP of one CSV per profile asked for', async () => {
    const files = await extract('Parent', 'Teacher', 'Personal', 'Student');
    expect(Object.keys(files)).toEqual(
      ['Parent', 'Teacher', 'Personal', 'Student'].map((profile) => `0019901G_${profile}.csv`),
    );
    expect(files['0019901G_Parent.csv']).toEqual(exportedFile('college', 'Parent').bytes);
  });

  it('gives the screen again when no profile is chosen', async () => {
    const { text: page } = await ask(demo, '/suivi-synchros/extraire?site=college-demo', {
      host: MODULES_HOST,
      method: 'POST',
      body: '',
    });
    expect(page).toContain('Extraire');
  });
});

describe('an import', () => {
  it('of the export itself changes nobody, box ticked or not', async () => {
    const before = await extract('Parent');
    for (const updateAll of [false, true]) {
      const recap = await send(exportedFile('college', 'Parent'), 'Parent', updateAll);
      expect(recap.map(([created, , deleted]) => [created, deleted])).toEqual([
        [0, 0],
        [0, 0],
      ]);
    }
    expect(await extract('Parent')).toEqual(before);
  });

  it('of the ordinary file creates the arrivals, and deletes the leavers only with the box', async () => {
    const ordinary = ordinaryFile('college', 'Parent');
    const [[created, updated, deleted] = []] = await send(ordinary, 'Parent', false);
    expect([created, deleted]).toEqual([140, 0]);
    demo.reset();
    const [[again, still, gone] = []] = await send(ordinary, 'Parent', true);
    expect([again, still]).toEqual([140, updated]);
    expect(gone).toBeGreaterThan(100);
    expect(await synchros()).toContain('25/08/2026 08:00');
  });

  it('of edited keys doubles accounts, or replaces them when the box is ticked', async () => {
    const file = editedFiles().find(({ edit }) => edit === 'rows');
    if (!file) throw new Error('No edited file.');
    const accounts = async () => new TextDecoder().decode((await extract('Parent'))['0019901G_Parent.csv']);
    await send(file, 'Parent', false);
    expect(await accounts()).toMatch(/;AUBÉPINE;Élodie;[\s\S]*;AUBÉPINE;Elodie;/);
    demo.reset();
    await send(file, 'Parent', true);
    expect(await accounts()).not.toContain(';AUBÉPINE;Élodie;');
    expect(await accounts()).toContain(';AUBÉPINE;Elodie;');
  });

  it('of the removal file with the box ticked deletes everybody else', async () => {
    const file = editedFiles().find(({ edit }) => edit === 'removal file');
    const [[created, updated, deleted] = []] = await send(file as DemoFile, 'Teacher', true);
    expect([created, updated, deleted]).toEqual([0, 4, 40]);
  });

  it('of another profile’s file is refused in words, and changes nothing', async () => {
    const before = await extract('Parent');
    expect(await send(exportedFile('college', 'Teacher'), 'Parent', true)).toEqual([]);
    expect(await extract('Parent')).toEqual(before);
  });
});
