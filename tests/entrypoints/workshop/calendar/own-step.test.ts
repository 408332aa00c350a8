import { describe, expect, test } from 'vitest';
import type { OwnStepForm } from '@/components/workshop/calendar/view';
import { readOwnStep } from '@/entrypoints/workshop/calendar/own-step';
import { formOf } from '@/entrypoints/workshop/calendar/step';

const FORM: OwnStepForm = {
  id: 'a1',
  text: ' Prévenir la mairie ',
  why: '',
  who: 'head',
  anchor: 'date',
  on: '2027-08-28',
  until: '',
  from: '0',
  to: '',
  link: '',
  keep: true,
};

describe('read', () => {
  test.each<[Partial<OwnStepForm>, object]>([
    [{}, { on: '2027-08-28' }],
    [{ until: '2027-08-30' }, { on: '2027-08-28', until: '2027-08-30' }],
    [{ anchor: '' }, {}],
    [
      { anchor: 'term-start', from: '-8', to: '-1' },
      { milestone: 'term-start', from: -8, to: -1 },
    ],
    [
      { anchor: 'term-start', from: '3' },
      { milestone: 'term-start', from: 3 },
    ],
  ])('%j', (more, when) => {
    const read = readOwnStep({ ...FORM, ...more }, 2027);
    expect(read).toEqual({ step: { id: 'a1', text: 'Prévenir la mairie', who: 'head', when, keep: true } });
    if ('step' in read) expect(readOwnStep(formOf(read.step), 2027)).toEqual(read);
  });

  test('an address is kept as the browser writes it', () => {
    expect(readOwnStep({ ...FORM, link: ' https://Mairie.example/a b ' }, 2027)).toMatchObject({
      step: { link: 'https://mairie.example/a%20b' },
    });
  });
});

describe('refused, with what to do', () => {
  test.each<[string, Partial<OwnStepForm>, RegExp]>([
    ['nothing typed', { text: '  ' }, /Dites en quelques mots/],
    ['too long', { text: 'x'.repeat(241) }, /trop longue.*Pourquoi/],
    ['nobody', { who: '' }, /Choisissez qui/],
    ['a day that does not exist', { on: '2027-02-30' }, /jour qui existe/],
    ['no day', { on: '' }, /jour qui existe.*Date à fixer/],
    ['a day of another century', { on: '1990-08-28' }, /rentrée 2027.*du 01\/03\/2027 au 30\/04\/2028/],
    ['an end far away', { until: '2200-08-01' }, /01\/08\/2200.*du 01\/03\/2027 au 30\/04\/2028/],
    ['an end before its beginning', { until: '2027-08-01' }, /dernier jour vient avant/],
    ['a milestone that is none', { anchor: 'noel' }, /repère/],
    ['days that are none', { anchor: 'term-start', from: 'trois' }, /nombre de jours/],
    ['an end that is none', { anchor: 'term-start', from: '0', to: '1,5' }, /nombre de jours/],
    ['too many days', { anchor: 'term-start', from: '999' }, /nombre de jours/],
    ['days turned around', { anchor: 'term-start', from: '3', to: '1' }, /fin vient avant/],
    ['a script', { link: 'javascript:alert(1)' }, /https:\/\//],
    ['plain http', { link: 'http://mairie.example' }, /https:\/\//],
  ])('%s', (_name, more, why) => {
    const read = readOwnStep({ ...FORM, ...more }, 2027);
    expect('refusal' in read && read.refusal).toMatch(why);
  });
});
