import { Icon } from '@/components/icons';
import type { PopupActs, ReminderView } from './view';

/** The courses that the person entered to check them, and has yet to leave; nothing when there are none. */
export function Reminders({ reminders, acts }: { reminders: readonly ReminderView[]; acts: PopupActs }) {
  if (reminders.length === 0) return null;
  return (
    <section class="notice reminders" aria-labelledby="reminders">
      <h2 id="reminders">
        <Icon name="clock" />
        Cours à quitter
      </h2>
      <p class="small">
        Vous vous y êtes inscrit pour les contrôler : « Administration » › « Cours » › cocher le cours ›
        « Désinscription ».
      </p>
      <ul>
        {reminders.map(({ id, text, says }) => (
          <li key={id}>
            <span>
              <strong>{text}</strong>
              <span class="small">{says}</span>
            </span>
            <button type="button" class="small-button" onClick={() => acts.settle(id)}>
              Je suis désinscrit<span class="visually-hidden"> de {text}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
