import { plan, timetable } from '@/tests/helpers/skolengo-facts';
import { complete, testRule } from '@/tests/helpers/test-rule';
import { earlyTimetableEnd } from '@/utils/rules/early-timetable-end';

const yearEnd = '2027-07-02';
const ending = (timetableEnd: string) => ({
  timetableImports: complete(timetable({ software: 'EDT 2026' })),
  yearPlans: plan({ mode: 2, timetableEnd, yearEnd }),
});

testRule(earlyTimetableEnd, [
  {
    name: 'mode 2, la fin précède celle des cours',
    facts: ending('2027-06-25'),
    flags: [{ subject: 'EDT 2026', says: /25\/06\/2027, avant la fin des cours du 02\/07\/2027/ }],
  },
  {
    name: 'mode 2, au-delà du 15 juillet',
    facts: ending('2027-07-31'),
    flags: [{ subject: 'EDT 2026', says: /au-delà du 15 juillet/ }],
  },
  {
    name: 'mode 2, fin habituelle : à repousser si l’on veut encore joindre les familles',
    facts: ending('2027-07-03'),
    reviews: [{ subject: 'EDT 2026', says: /à repousser/ }],
  },
  {
    name: 'ce que l’écran montre passe avant ce que l’établissement a dit',
    facts: {
      timetableImports: complete(timetable({ mode: 2, to: '2027-06-25' })),
      yearPlans: plan({ mode: 1, timetableEnd: '2027-07-15', yearEnd }),
    },
    flags: [{ subject: 'Import d’emploi du temps', says: /25\/06\/2027/ }],
  },
  {
    name: 'un mode affiché que Vigie ne connaît pas : ce que l’établissement a dit ne le remplace pas',
    facts: {
      timetableImports: complete(timetable({ software: 'EDT 2026', modeWritten: 'Option 4' })),
      yearPlans: plan({ mode: 1, timetableEnd: '2027-07-15', yearEnd }),
    },
    reviews: [{ subject: 'EDT 2026', says: /le mode affiché, «\sOption 4\s», n’est ni/ }],
  },
  {
    name: 'sans mode, indéterminé',
    facts: { timetableImports: complete(timetable({ software: 'EDT 2026', to: '2027-07-15' })) },
    reviews: [{ subject: 'EDT 2026', says: /le mode d’import/ }],
  },
  {
    name: 'mode 2 sans date, indéterminé',
    facts: { timetableImports: complete(timetable({ mode: 2 })), yearPlans: plan({ yearEnd }) },
    reviews: [{ subject: 'Import d’emploi du temps', says: /date de fin d’année/ }],
  },
  {
    name: 'mode 2 sans calendrier, indéterminé',
    facts: { timetableImports: complete(timetable({ mode: 2, to: '2027-07-10' })) },
    reviews: [{ subject: 'Import d’emploi du temps', says: /fin de l’année scolaire/ }],
  },
  ...['1990-07-03', '2200-07-03', '2026-06-25', '2027-11-10'].map((to) => ({
    name: `mode 2, ${to}, qui n’est pas de cet été : indéterminé`,
    facts: ending(to),
    reviews: [{ subject: 'EDT 2026', says: /n’est pas de l’été 2027/ }],
  })),
  { name: 'mode 2, le 15 juillet', facts: ending('2027-07-15'), passes: true },
  {
    name: 'mode 1 : les dates ne sont pas importées',
    facts: {
      timetableImports: complete(timetable({ software: 'EDT 2026' })),
      yearPlans: plan({ mode: 1, timetableEnd: '2027-06-01', yearEnd }),
    },
    passes: true,
  },
  { name: 'mode 3', facts: { timetableImports: complete(timetable({ mode: 3 })) }, passes: true },
]);
