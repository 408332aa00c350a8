import { expect, test } from 'vitest';
import { readTemplate } from '@/utils/checklists/template';
import { placesIn } from '@/utils/checklists/template-place';

const FILE = `\uFEFF{
  "format": "vigie-ent/checklist",
  "version": 1,
  "checklist": {
    "id": "nord",
    "ent": "edifice",
    "title": "Nord",
    "dates": { "2027": {
      "term-start": "2027-02-30"
    } },
    "phases": [
      { "id": "one", "title": "Avant", "steps": [
        {
          "id": "warn", "text": "Prévenir la mairie",
          "who": "mayor",
          "when": { "milestone": "term-start", "from": -15 }
        },
        {
          "id": "tell",
          "when": { "milestone": "term-start", "from": 0 }, "who": "head"
        }
      ] }
    ]
  }
}`;

test('each fault of a list is told with its line and with the step that it is in', () => {
  const reading = readTemplate(FILE, { lists: new Set(), rules: new Set() }, placesIn);
  if (!('refusals' in reading)) throw new Error('accepted');
  const says = reading.refusals.map((one) => one.replace(/[\u00A0\u202F]/g, ' '));
  expect(says).toEqual([
    expect.stringMatching(
      /^Ligne 15, étape « Prévenir la mairie » : checklist\.phases\[0\]\.steps\[0\]\.who doit être l’un de/,
    ),
    // What is missing has no line: that of its step stands for it, and there are no words to name it with.
    expect.stringMatching(/^Ligne 18 : checklist\.phases\[0\]\.steps\[1\]\.text doit être un texte/),
    expect.stringMatching(/^Ligne 9 : checklist\.dates\.2027\.term-start doit être un jour qui existe/),
  ]);
});

test('a place that the file does not have is told by what should hold it', () => {
  expect(placesIn('{\n"a": [1,\n2]}')('a[7].b')).toMatch(/^Ligne 2/);
  expect(placesIn('{')('le fichier')).toMatch(/^Ligne 1/);
});

test('long words of a step are cut', () => {
  const text = JSON.stringify({ steps: [{ text: 'x'.repeat(300) }] });
  expect(placesIn(text)('steps[0].id')).toContain(`${'x'.repeat(60)}…`);
});
