import { calendarMarkdown } from '@/utils/report/calendar-markdown';
import { EVERYTHING } from './filter';
import type { Board, Loaded } from './load';
import { calendarView } from './view';

/** The whole calendar of a school as a Markdown file, whatever the filters hide. */
export function writeCalendar(
  loaded: Loaded,
  board: Board,
  withNotes: boolean,
): { name: string; text: string } {
  const view = calendarView({ ...loaded, board }, { tab: 'etapes', filter: EVERYTHING }).school;
  if (!view) throw new Error('a board always has a view');
  const text = calendarMarkdown({
    title: `Rentrée ${board.transition} – ${view.name}`,
    about: [view.about, board.lists.map(({ title }) => title).join(', '), `au ${loaded.today}`]
      .filter(Boolean)
      .join(' · '),
    dates: view.dates,
    phases: view.phases.map(({ title, list, steps }) => ({
      title: list ? `${list} – ${title}` : title,
      steps: steps.map(({ kind, settled, text, who, period, word, note }) => ({
        kind,
        done: settled,
        text,
        who,
        period,
        state: word?.text ?? '',
        note: withNotes ? note : '',
      })),
    })),
    journal: [...view.journal].reverse(),
  });
  return { name: `calendrier-rentree-${board.transition}.md`, text };
}
