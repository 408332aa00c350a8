/** « sur 1 568 (26 %) ». A share that is there is never « 0 % », nor one that lacks somebody « 100 % ». */
export function among(part: number, all: number): string {
  return `sur ${all.toLocaleString('fr-FR')} (${percent(part, all)})`;
}

function percent(part: number, all: number): string {
  const rounded = Math.round((100 * part) / all);
  if (rounded === 0) return 'moins de 1 %';
  return rounded === 100 && part < all ? 'plus de 99 %' : `${rounded} %`;
}
