import { describe, expect, test } from 'vitest';
import { isExcludedHost } from '@/utils/ents/excluded-hosts';
import {
  KNOWN_HOSTS,
  knownHost,
  OPTIONAL_HOSTS,
  originsFor,
  parsePortal,
  portalName,
} from '@/utils/ents/hosts';

describe('known hosts', () => {
  test.each([
    ['enthdf.fr', 'edifice'],
    ['ENTHDF.fr', 'edifice'],
    ['demo.itslearning.com', 'itslearning'],
    ['fleming-isere.ent.auvergnerhonealpes.fr', 'skolengo'],
  ])('%s is %s', (host, ent) => {
    expect(knownHost(host)?.ent).toBe(ent);
  });

  test.each(['notenthdf.fr', 'enthdf.fr.example.com', 'example.com', 'e-lyco.fr', ''])(
    '%s is nobody’s',
    (host) => {
      expect(knownHost(host)).toBeUndefined();
    },
  );

  test('no portal is listed twice, nor is one excluded', () => {
    const hosts = Object.values(KNOWN_HOSTS).flat();
    expect(new Set(hosts).size).toBe(hosts.length);
    expect(hosts.filter(isExcludedHost)).toEqual([]);
  });

  test('nothing that may be asked for covers plain http', () => {
    for (const pattern of OPTIONAL_HOSTS) expect(pattern).toMatch(/^https:\/\//);
  });

  test.each([
    'cas.monbureaunumerique.fr',
    'SSO.kosmoseducation.com',
    'moodle-lyc.itslearning.com',
    'api.skolengo.com',
  ])('%s is left alone', (host) => {
    expect(isExcludedHost(host)).toBe(true);
  });

  test('a portal is asked for whole when listed, else that one site only', () => {
    expect(originsFor('college.monbureaunumerique.fr')).toEqual(['https://*.monbureaunumerique.fr/*']);
    expect(originsFor('ent.commune.example')).toEqual(['https://ent.commune.example/*']);
  });

  test('portals go by the name people use', () => {
    expect(portalName('www.enthdf.fr')).toBe('ENT Hauts-de-France');
    expect(portalName('ent.commune.example')).toBe('ent.commune.example');
  });
});

describe('a typed address', () => {
  test.each([
    ['ent.commune.fr', 'ent.commune.fr'],
    ['  https://ENT.commune.fr/admin/x?y#z ', 'ent.commune.fr'],
    ['ent.commune.fr/accueil', 'ent.commune.fr'],
    ['https://ent.commune.fr:443/', 'ent.commune.fr'],
    ['école.fr', 'xn--cole-9oa.fr'],
  ])('%s is %s', (typed, host) => {
    expect(parsePortal(typed)).toEqual({ host });
  });

  test.each([
    ['', 'Tapez l’adresse'],
    ['http://ent.commune.fr', 'https://'],
    ['ftp://ent.commune.fr', 'https://'],
    ['javascript:alert(1)', 'https://'],
    ['mon ent', 'n’est pas une adresse'],
    ['https://', 'n’est pas une adresse'],
    ['*.fr', 'n’est pas'],
    ['192.168.1.10', 'chiffres'],
    ['https://0x7f000001', 'chiffres'],
    ['https://[::1]/', 'chiffres'],
    ['localhost', 'site public'],
    ['serveur.local', 'site public'],
    ['ent.commune.fr:8443', 'port'],
    ['https://moi:secret@ent.commune.fr', 'mot de passe'],
    ['cas.commune.fr', 'se connecter'],
    ['moodle.commune.fr', 'se connecter'],
  ])('%s is refused, with the reason', (typed, reason) => {
    const answer = parsePortal(typed);
    expect(answer).toHaveProperty('refusal');
    expect((answer as { refusal: string }).refusal).toContain(reason);
  });
});
