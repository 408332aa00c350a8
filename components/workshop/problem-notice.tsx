import type { ComponentChildren } from 'preact';

/** What went wrong, what to do about it, and perhaps the button that does it. French. */
export function ProblemNotice(props: {
  problem: { says: string; advice: string };
  children?: ComponentChildren;
}) {
  const { problem, children } = props;
  return (
    <div class="notice critical" role="alert">
      <p>
        <strong>{problem.says}</strong>
      </p>
      <p>{problem.advice}</p>
      {children}
    </div>
  );
}

/** Every reason why something is refused, or cannot be used, under what they have in common. French. */
export function RefusalsNotice({ title, reasons }: { title: string; reasons: readonly string[] }) {
  return (
    <div class="notice critical" role="alert">
      <p>
        <strong>{title}</strong>
      </p>
      <ul class="bullets">
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </div>
  );
}
