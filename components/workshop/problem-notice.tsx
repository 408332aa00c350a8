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

interface Listed {
  title: string;
  reasons: readonly string[];
}

/** Every reason why something is refused, or cannot be used, under what they have in common. French. */
export function RefusalsNotice(listed: Listed) {
  return (
    <div class="notice critical" role="alert">
      <ReasonsList {...listed} />
    </div>
  );
}

/** What is to be looked at by somebody, and is no fault. French. */
export function CautionsNotice(listed: Listed) {
  return (
    <div class="notice review">
      <ReasonsList {...listed} />
    </div>
  );
}

function ReasonsList({ title, reasons }: Listed) {
  return (
    <>
      <p>
        <strong>{title}</strong>
      </p>
      <ul class="bullets">
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </>
  );
}
