// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { YearView } from '@/components/overlay/view';
import { YearSection } from '@/components/overlay/year-section';
import { axeFaults } from '@/tests/helpers/axe';

let root: HTMLElement;
beforeEach(() => {
  document.body.replaceChildren();
  root = document.body.appendChild(document.createElement('main'));
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
    const say = show({ mode: 2, timetableEnd: '2027-07-02' });
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
    const say = show({ mode: 2, told: true });
    expect(radios()).toHaveLength(0);
    const date = root.querySelector<HTMLInputElement>('input[type=date]');
    if (date) date.value = '2027-07-10';
    date?.dispatchEvent(new Event('change', { bubbles: true }));
    expect(say).toHaveBeenCalledWith({ timetableEnd: '2027-07-10' });
  });

  test('modes 1 and 3 import no date: none is asked', () => {
    for (const mode of [1, 3] as const) {
      show({ mode });
      expect(root.querySelector('input[type=date]')).toBeNull();
    }
  });
});
