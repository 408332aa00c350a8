import type { ComponentChildren } from 'preact';
import { type Grade, ImpactIcon } from '@/components/impact-icon';
import { Busy } from './busy';
import { CautionsNotice } from './problem-notice';
import type { BusyView } from './view';

/** What a control concludes, what that rests on (`children`), and what it left out. */
export function Conclusion(props: {
  verdict: { grade: Grade; text: string };
  cautions: readonly string[];
  children?: ComponentChildren;
}) {
  const { verdict, cautions, children } = props;
  return (
    <>
      <p class={`verdict ${verdict.grade}`}>
        <ImpactIcon grade={verdict.grade} size={24} />
        <strong>{verdict.text}</strong>
      </p>
      {children}
      {cautions.length > 0 && (
        <CautionsNotice title="Ce qui n’a pas été contrôlé, ou pas sûrement" reasons={cautions} />
      )}
    </>
  );
}

/** A control that is under way, or why there is none of what was given. */
export function NotConcluded(props: {
  busy: BusyView | undefined;
  refusal: string | undefined;
  onCancel(): void;
}) {
  const { busy, refusal, onCancel } = props;
  return (
    <>
      {busy && <Busy busy={busy} onCancel={onCancel} />}
      {refusal && (
        <div class="notice serious" role="alert">
          <p>
            <ImpactIcon grade="serious" />
            <strong>Le contrôle n’a pas pu être fait.</strong>
          </p>
          <p>{refusal}</p>
        </div>
      )}
    </>
  );
}
