/** What a year's calendar says, ready to be written: plain French texts. */
export interface WrittenCalendar {
  /** « Rentrée 2026 – École des Papillons ». */
  title: string;
  about: string;
  dates: readonly { label: string; value: string; origin: string }[];
  phases: readonly WrittenPhase[];
  journal: readonly { when: string; text: string; by: string }[];
}

export interface WrittenPhase {
  title: string;
  steps: readonly WrittenStep[];
}

export interface WrittenStep {
  kind: 'asked' | 'reminder' | 'platform';
  done: boolean;
  text: string;
  who: string;
  period: string;
  /** Empty when there is nothing to say of its state. */
  state: string;
  /** Empty when there is none, or when notes stay out. */
  note: string;
}

/** The calendar as Markdown: a checklist of boxes that other tools can tick. */
export function calendarMarkdown({ title, about, dates, phases, journal }: WrittenCalendar): string {
  const lines = [
    `# ${plain(title)}`,
    '',
    plain(about),
    '',
    '## Dates',
    '',
    '| Repère | Date | Origine |',
    '| --- | --- | --- |',
  ];
  for (const { label, value, origin } of dates)
    lines.push(`| ${plain(label)} | ${plain(value || 'à fixer')} | ${plain(origin)} |`);
  for (const phase of phases)
    lines.push('', `## ${plain(phase.title)}`, '', ...phase.steps.flatMap(stepLines));
  if (journal.length > 0) {
    lines.push('', '## Journal', '', '| Quand | Quoi | Par |', '| --- | --- | --- |');
    for (const { when, text, by } of journal)
      lines.push(`| ${plain(when)} | ${plain(text)} | ${plain(by)} |`);
  }
  return `${lines.join('\n')}\n`;
}

const MARKS = { reminder: 'À savoir : ', platform: 'Plateforme : ', asked: '' };

function stepLines({ kind, done, text, who, period, state, note }: WrittenStep): string[] {
  const box = kind === 'asked' ? `[${done ? 'x' : ' '}] ` : '';
  const about = [who, period, state].filter(Boolean).map(plain).join(' · ');
  const first = `- ${box}${MARKS[kind]}${plain(text)} – ${about}`;
  return note === '' ? [first] : [first, ...note.split(/\r?\n/).map((line) => `  > ${plain(line)}`)];
}

/** Text that no Markdown reader takes for markup, on one line. */
function plain(text: string): string {
  return text.replace(/[\r\n]+/g, ' ').replace(/[\\`*_{}[\]<>#|~!]/g, '\\$&');
}
