import type { ScreenStep } from '@/utils/core/screen-step';

const TONES: Partial<Record<ScreenStep['tone'], string>> = {
  review: 'à revoir',
  late: 'en retard',
  now: 'à faire maintenant',
  done: 'fait',
};

/** The steps of the calendar that this screen is about: a line, unfolded when asked. */
export function ScreenSteps({ steps }: { steps: readonly ScreenStep[] }) {
  const [first] = steps;
  if (!first) return null;
  const pressing = steps.filter(({ tone }) => tone === first.tone).length;
  const asked = steps.filter(({ reminder }) => !reminder).length;
  const word = TONES[first.tone];
  return (
    <details class="read steps">
      <summary>
        Calendrier :{' '}
        {[counted(asked, 'étape'), counted(steps.length - asked, 'rappel')].filter(Boolean).join(' et ')} ici{' '}
        {word && <span class={`chip ${first.tone}`}>{`${pressing} ${word}`}</span>}
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
