import { grouped } from './grouped';
import type { Link } from './judge';

/** A pair that was compared and may be proposed; indices into the two lists. */
export interface Edge {
  gone: number;
  arrived: number;
  link: Link;
}

/** Edges that cannot be decided between. */
export type Tie = readonly Edge[];

/** A rival this much further away (two units of names) does not trouble a certainty. */
const MARGIN = 4;

/**
 * One to one, closest first. At each weight, two people who have only each other are paired; those who have several
 * are tied, with everybody they are tied to, and nobody chooses. `contested` pairs had another candidate almost as close.
 */
export function assign(edges: readonly Edge[]): { pairs: { edge: Edge; contested: boolean }[]; ties: Tie[] } {
  const sorted = [...edges].sort((one, other) => one.link.weight - other.link.weight);
  const byGone = grouped(sorted, ({ gone }) => gone);
  const byArrived = grouped(sorted, ({ arrived }) => arrived);
  const takenGone = new Set<number>();
  const takenArrived = new Set<number>();
  const pairs: { edge: Edge; contested: boolean }[] = [];
  const ties: Tie[] = [];
  const free = ({ gone, arrived }: Edge) => !takenGone.has(gone) && !takenArrived.has(arrived);
  const take = ({ gone, arrived }: Edge) => {
    takenGone.add(gone);
    takenArrived.add(arrived);
  };
  for (let start = 0; start < sorted.length; ) {
    const weight = sorted[start]?.link.weight;
    let end = start;
    while (end < sorted.length && sorted[end]?.link.weight === weight) end++;
    const tier = sorted.slice(start, end).filter(free);
    for (const component of components(tier)) {
      const [edge] = component;
      if (component.length === 1 && edge) {
        const near = (rival: Edge) =>
          rival !== edge && rival.link.weight < edge.link.weight + MARGIN && free(rival);
        const rivals = [...(byGone.get(edge.gone) ?? []), ...(byArrived.get(edge.arrived) ?? [])];
        pairs.push({ edge, contested: rivals.some(near) });
      } else ties.push(component);
    }
    for (const edge of tier) take(edge);
    start = end;
  }
  return { pairs, ties };
}

/** Edges that share someone, directly or through others, together. */
function components(edges: readonly Edge[]): Edge[][] {
  const byGone = grouped(edges, ({ gone }) => gone);
  const byArrived = grouped(edges, ({ arrived }) => arrived);
  const done = new Set<Edge>();
  const result: Edge[][] = [];
  for (const first of edges) {
    if (done.has(first)) continue;
    const component: Edge[] = [];
    const waiting = [first];
    done.add(first);
    for (let edge = waiting.pop(); edge; edge = waiting.pop()) {
      component.push(edge);
      for (const next of [...(byGone.get(edge.gone) ?? []), ...(byArrived.get(edge.arrived) ?? [])]) {
        if (done.has(next)) continue;
        done.add(next);
        waiting.push(next);
      }
    }
    result.push(component);
  }
  return result;
}
