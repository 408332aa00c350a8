import { type Grade, gradeOf } from '@/components/impact-icon';
import type { OverlayView } from './view';

/** « 6 importants · 3 mineurs · 6 à vérifier »: cases, worst first. */
export function tally(findings: OverlayView['findings']): string {
  const counts = new Map<Grade, number>();
  for (const finding of findings)
    for (const { review } of finding.places) {
      const grade = gradeOf(finding, review);
      counts.set(grade, (counts.get(grade) ?? 0) + 1);
    }
  return TALLY_ORDER.flatMap((grade) => {
    const count = counts.get(grade);
    return count ? [`${count.toLocaleString('fr-FR')}\u00a0${TALLY_WORDS[grade][count > 1 ? 1 : 0]}`] : [];
  }).join(' · ');
}

const TALLY_ORDER = ['critical', 'vanishing', 'serious', 'minor', 'review'] as const;
const TALLY_WORDS = {
  critical: ['critique', 'critiques'],
  vanishing: ['va disparaître', 'vont disparaître'],
  serious: ['important', 'importants'],
  minor: ['mineur', 'mineurs'],
  review: ['à vérifier', 'à vérifier'],
} as const;
