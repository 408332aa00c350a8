import type { ComponentChildren } from 'preact';
import { Icon } from '@/components/icons';

/** A long list under its heading, folded: what is to be repaired must not be a long way from the rest. */
export function Part(props: { title: string; note: string; children: ComponentChildren }) {
  const { title, note, children } = props;
  return (
    <details class="card part">
      <summary>
        <Icon name="chevron" />
        <h2>{title}</h2>
        <span class="count">{note}</span>
      </summary>
      <div class="inside">{children}</div>
    </details>
  );
}
