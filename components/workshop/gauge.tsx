import { Icon } from '@/components/icons';
import { ImpactIcon } from '@/components/impact-icon';
import { counted } from './counted';
import type { GaugeLineView, GaugeView } from './results-view';
import type { WorkshopActs } from './view';

/** Who would be deleted, less those expected to leave; what is expected can be changed by hand. */
export function Gauge({ gauge, acts }: { gauge: GaugeView; acts: WorkshopActs }) {
  const kept = Math.max(0, gauge.known - gauge.expected - gauge.unexpected);
  const share = (count: number) => `${gauge.known === 0 ? 0 : (100 * count) / gauge.known}%`;
  return (
    <section class={`gauge card ${gauge.grade}`} aria-labelledby="gauge">
      <h2 id="gauge">Comptes absents du fichier à importer</h2>
      <p class="says">
        <ImpactIcon grade={gauge.grade} />
        <strong>{gauge.says}</strong>
      </p>
      <div class="bar" aria-hidden="true">
        <span class="kept" style={{ width: share(kept) }} />
        <span class="expected" style={{ width: share(gauge.expected) }} />
        <span class="unexpected" style={{ width: share(gauge.unexpected) }} />
      </div>
      <ul class="legend">
        <li class="kept">{counted(kept, 'présent')}</li>
        <li class="expected">{counted(gauge.expected, 'départ attendu', 'départs attendus')}</li>
        <li class="unexpected">{counted(gauge.unexpected, 'départ inattendu', 'départs inattendus')}</li>
      </ul>
      {gauge.alarms.map((alarm) => (
        <p key={alarm} class="notice critical">
          {alarm}
        </p>
      ))}
      {gauge.levels.length > 0 && (
        <fieldset>
          <legend>Niveaux qui quittent l’établissement cette année</legend>
          <Lines lines={gauge.levels} onLeaving={(label, on) => acts.setLeaving('levels', label, on)} />
        </fieldset>
      )}
      {gauge.classes.length > 0 && (
        <details>
          <summary>
            <Icon name="chevron" />
            Classe par classe
          </summary>
          <fieldset>
            <legend class="visually-hidden">Classes qui quittent l’établissement cette année</legend>
            <Lines lines={gauge.classes} onLeaving={(label, on) => acts.setLeaving('classes', label, on)} />
          </fieldset>
        </details>
      )}
      {gauge.profiles.length > 1 && (
        <p class="small">
          {gauge.profiles
            .map(({ label, known, absent }) => `${label}\u00A0: ${absentOf(absent, known)}`)
            .join(' · ')}
        </p>
      )}
    </section>
  );
}

function Lines(props: { lines: readonly GaugeLineView[]; onLeaving(label: string, leaving: boolean): void }) {
  return (
    <ul class="cohort">
      {props.lines.map(({ label, known, absent, leaving }) => (
        <li key={label}>
          <label>
            <input
              type="checkbox"
              checked={leaving}
              onChange={(event) => props.onLeaving(label, event.currentTarget.checked)}
            />
            <span>
              {label} <span class="small">{absentOf(absent, known)}</span>
            </span>
          </label>
        </li>
      ))}
    </ul>
  );
}

/** « 1 absent sur 24 ». */
function absentOf(absent: number, known: number): string {
  return `${counted(absent, 'absent')} sur ${known.toLocaleString('fr-FR')}`;
}
