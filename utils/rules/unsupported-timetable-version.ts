import { defineRule } from '@/utils/core/rule';

/** UDT numbers its versions otherwise: « UnDeuxTemps v26 (UDT 2020) » (source 003). */
const UDT_YEAR = 1994;
/** In 2020 the two versions before that year's were supported, older ones were only still offered (source 003). */
const SUPPORTED_YEARS = 2;

export const unsupportedTimetableVersion = defineRule({
  id: 'unsupported-timetable-version',
  impact: 'minor',
  title: 'Version d’emploi du temps que l’ENT ne prend peut-être pas en charge',
  why: 'L’import d’un format que l’ENT n’a pas encore annoncé, ou ne suit plus, n’est pas garanti : des cours et des groupes peuvent manquer.',
  remedy:
    'Différer la montée de version d’EDT ou d’UnDeuxTemps jusqu’à l’annonce de compatibilité de votre ENT ; après elle, choisir la version exacte dans l’import.',
  source: { guide: '003', section: 'La mise à jour de version du logiciel d’emploi du temps' },
  needs: ['timetableImports'],
  *check({ timetableImports }, { schoolYear: { startsIn }, today }) {
    for (const { at, software } of timetableImports.items) {
      const flag = { at, subject: software ?? 'Import d’emploi du temps' };
      const year = software === undefined ? undefined : yearOf(software);
      if (year === undefined)
        yield { ...flag, says: 'Indéterminé : la version du logiciel n’a pas été lue.', review: true };
      else if (year > startsIn)
        yield {
          ...flag,
          says: `La version ${year} précède l’annonce de sa compatibilité : import non garanti.`,
        };
      else if (year === startsIn && /-0[89]-/.test(today))
        yield {
          ...flag,
          says: `La version ${year} attend la confirmation de votre ENT, après la première alimentation de la rentrée.`,
          review: true,
        };
      else if (year < startsIn - SUPPORTED_YEARS + 1)
        yield {
          ...flag,
          says: `La version ${year} est proposée, mais n’est sans doute plus suivie : demandez à votre ENT.`,
          review: true,
        };
    }
  },
});

/** « EDT 2020 », « UnDeuxTemps v26 », « UDT 2020 ». */
function yearOf(software: string): number | undefined {
  const written = /\b(20\d\d)\b/.exec(software)?.[1];
  if (written) return Number(written);
  const version = /\b(?:UDT|UnDeuxTemps)\s*(?:v?\.\s*|v\s*)?(\d{2})\b/i.exec(software)?.[1];
  return version === undefined ? undefined : UDT_YEAR + Number(version);
}
