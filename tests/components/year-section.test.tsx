// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { YearView } from '@/components/overlay/view';
import { YearSection } from '@/components/overlay/year-section';
import { axeFaults } from '@/tests/helpers/axe';
import { rangeOf } from '@/utils/core/day-range';

let root: HTMLElement;
beforeEach(() => {
  document.body.replaceChildren();
  root = document.body.appendChild(document.createElement('main'));
});

const end = (value = '') => ({
  milestone: 'timetable-end',
  label: 'Date de fin d’année',
  value,
  origin: '',
  own: value !== '',
  range: rangeOf(2027, 'timetable-end'),
});

function show(year: YearView) {
  const sayOfYear = vi.fn();
  act(() => render(<YearSection year={year} actions={{ sayOfYear }} />, root));
  return sayOfYear;
}
const radios = () => [...root.querySelectorAll<HTMLInputElement>('input[type=radio]')];

describe('the question of the timetable', () => {
  test('nothing said yet: « Je ne sais pas », and no date is asked', async () => {
    const say = show({});
    expect(radios().map(({ checked }) => checked)).toEqual([false, false, false, true]);
    expect(root.querySelector('input[type=date]')).toBeNull();
    radios()[1]?.click();
    expect(say).toHaveBeenCalledWith({ mode: 2 });
    expect(await axeFaults(root)).toEqual([]);
  });

  test('mode 2 asks for the end of the year, and can be taken back', async () => {
    const say = show({ mode: 2, end: end('2027-07-02') });
    const date = root.querySelector<HTMLInputElement>('input[type=date]');
    expect(date?.value).toBe('2027-07-02');
    if (date) date.value = '2027-07-10';
    date?.dispatchEvent(new Event('change', { bubbles: true }));
    expect(say).toHaveBeenCalledWith({ timetableEnd: '2027-07-10' });
    radios()[3]?.click();
    expect(say).toHaveBeenCalledWith({ mode: null });
    expect(await axeFaults(root)).toEqual([]);
  });

  test('a screen that says mode 2 itself leaves the date to be asked, and nothing else', () => {
    const say = show({ mode: 2, told: true, end: end() });
    expect(radios()).toHaveLength(0);
    const date = root.querySelector<HTMLInputElement>('input[type=date]');
    if (date) date.value = '2027-07-10';
    date?.dispatchEvent(new Event('change', { bubbles: true }));
    expect(say).toHaveBeenCalledWith({ timetableEnd: '2027-07-10' });
  });

  test.each(['1990-07-03', '2200-07-03', '2026-07-03', '2028-02-01'])(
    '%s, which cannot be of that summer, is refused with the days that can',
    (day) => {
      const say = show({ mode: 2, end: end('2027-07-02') });
      const date = root.querySelector<HTMLInputElement>('input[type=date]');
      act(() => {
        if (date) date.value = day;
        date?.dispatchEvent(new Event('change', { bubbles: true }));
      });
      expect(say).not.toHaveBeenCalled();
      expect(root.querySelector('[role=alert]')?.textContent).toMatch(
        /n’est pas de l’été 2027.*du 01\/03\/2027 au 31\/08\/2027/,
      );
    },
  );

  test('modes 1 and 3 import no date: none is asked', () => {
    for (const mode of [1, 3] as const) {
      show({ mode, end: end() });
      expect(root.querySelector('input[type=date]')).toBeNull();
    }
  });
});
