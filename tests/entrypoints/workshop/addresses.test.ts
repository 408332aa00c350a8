import { expect, test } from 'vitest';
import { schoolAddress, schoolInAddress } from '@/entrypoints/workshop/schools/school-address';
import { sectionInAddress } from '@/entrypoints/workshop/section-address';

test('a school has an address of its own in the section of schools', () => {
  const key = 'edifice|enthdf.fr|é/1';
  const address = schoolAddress(key);
  expect(sectionInAddress(address)).toBe('ecoles');
  expect(schoolInAddress(address)).toBe(key);
});

test('the board is no school; an address that was cut names none', () => {
  for (const hash of ['', schoolAddress(undefined), '#ecoles/', '#ecoles/%E0%A4%A', '#reglages'])
    expect(schoolInAddress(hash)).toBeUndefined();
  expect(sectionInAddress('#ecoles/%E0%A4%A')).toBe('ecoles');
  expect(sectionInAddress('#inconnu')).toBe('controle');
});
