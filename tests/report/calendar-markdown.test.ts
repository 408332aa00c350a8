import { expect, test } from 'vitest';
import { calendarMarkdown } from '@/utils/report/calendar-markdown';

const STEP = {
  kind: 'asked' as const,
  done: false,
  text: 'Purger les groupes',
  who: 'direction',
  period: 'le 01/09',
  state: '',
  note: '',
};

test('a calendar is a list of boxes, with its dates and its journal', () => {
  const text = calendarMarkdown({
    title: 'Rentrée 2026 – École des Papillons',
    about: '0590000A',
    dates: [
      { label: 'Rentrée des classes', value: '2026-09-01', origin: 'calendrier national' },
      { label: 'Première alimentation', value: '', origin: 'à fixer' },
    ],
    phases: [
      {
        title: 'Été',
        steps: [
          { ...STEP, done: true, state: 'Coché le 27/08 par CV', note: 'Deux\r\nlignes' },
          { ...STEP, kind: 'platform', who: 'académie, rien à faire' },
          { ...STEP, kind: 'reminder' },
        ],
      },
    ],
    journal: [{ when: '27/08/2026', text: 'Coché', by: 'CV' }],
  });
  expect(text.split('\n')).toEqual([
    '# Rentrée 2026 – École des Papillons',
    '',
    '0590000A',
    '',
    '## Dates',
    '',
    '| Repère | Date | Origine |',
    '| --- | --- | --- |',
    '| Rentrée des classes | 2026-09-01 | calendrier national |',
    '| Première alimentation | à fixer | à fixer |',
    '',
    '## Été',
    '',
    '- [x] Purger les groupes – direction · le 01/09 · Coché le 27/08 par CV',
    '  > Deux',
    '  > lignes',
    '- Plateforme\u00a0: Purger les groupes – académie, rien à faire · le 01/09',
    '- À savoir\u00a0: Purger les groupes – direction · le 01/09',
    '',
    '## Journal',
    '',
    '| Quand | Quoi | Par |',
    '| --- | --- | --- |',
    '| 27/08/2026 | Coché | CV |',
    '',
  ]);
});

test('what a person typed is never markup, and never breaks a table', () => {
  const text = calendarMarkdown({
    title: 'A',
    about: '',
    dates: [],
    phases: [{ title: 'B', steps: [{ ...STEP, text: '<img src=x> [a](javascript:b) | `c`\n# d' }] }],
    journal: [],
  });
  expect(text).toContain('\\<img src=x\\> \\[a\\](javascript:b) \\| \\`c\\` \\# d');
  expect(text).not.toContain('## Journal');
});
