import type { ScreenStep } from '@/utils/core/screen-step';

const TONES: Partial<Record<ScreenStep['tone'], readonly [one: string, several: string]>> = {
  review: ['à revoir', 'à revoir'],
  late: ['en retard', 'en retard'],
  now: ['à faire maintenant', 'à faire maintenant'],
  over: ['dont la période est passée', 'dont la période est passée'],
  done: ['faite', 'faites'],
};
const EARLIER = ['faite d’après une lecture antérieure', 'faites d’après des lectures antérieures'] as const;

interface ScreenStepsProps {
  steps: readonly ScreenStep[];
  /** The screen was read whole, and nothing of it is in doubt: what an earlier reading proved still stands. */
  whole: boolean;
}

/** The steps of the calendar that this screen is about: a line, unfolded when asked. */
export function ScreenSteps({ steps, whole }: ScreenStepsProps) {
  const [first] = steps;
  if (!first) return null;
  const alike = steps.filter(({ tone }) => tone === first.tone);
  const asked = steps.filter(({ reminder }) => !reminder).length;
  // Beside a partial reading, « faite » alone would pass for what that reading says.
  const earlier = !whole && alike.some(({ proven }) => proven);
  const word = (earlier ? EARLIER : TONES[first.tone])?.[alike.length > 1 ? 1 : 0];
  return (
    <details class="read steps">
      <summary>
        Calendrier :{' '}
        {[counted(asked, 'étape'), counted(steps.length - asked, 'rappel')].filter(Boolean).join(' et ')} ici{' '}
        {word && <span class={`chip ${earlier ? 'over' : first.tone}`}>{`${alike.length} ${word}`}</span>}
      </summary>
      <ul>
        {steps.map(({ text, about }) => (
          <li key={text}>
            {text} <span class="muted">– {about}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function counted(count: number, what: string): string {
  return count === 0 ? '' : `${count} ${what}${count > 1 ? 's' : ''}`;
}
