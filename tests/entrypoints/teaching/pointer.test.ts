// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { followPointer } from '@/entrypoints/teaching/pointer';

const over = vi.fn();
const chosen = vi.fn();
const left = vi.fn();
const heard = vi.fn();
let stop: () => void;

beforeEach(() => {
  document.body.innerHTML =
    '<form><button type="button">Supprimer</button></form><vigie-teach></vigie-teach>';
  for (const type of ['click', 'mousedown', 'pointerdown', 'submit', 'keydown'])
    document.addEventListener(type, heard);
  stop = followPointer({ over, chosen, left });
});
afterEach(() => {
  stop();
  document.removeEventListener('click', heard);
  vi.clearAllMocks();
});

const button = () => document.querySelector('button') as HTMLButtonElement;
const ours = () => document.querySelector('vigie-teach') as HTMLElement;
const fire = (target: Element, type: string, init: object = {}) => {
  const Kind = type.startsWith('key') ? KeyboardEvent : MouseEvent;
  const event = new Kind(type, { bubbles: true, cancelable: true, composed: true, ...init });
  target.dispatchEvent(event);
  return event;
};

test('a click chooses what is under it, and the page hears nothing of it', () => {
  for (const type of ['pointerdown', 'mousedown', 'click']) fire(button(), type);
  expect(fire(button(), 'click').defaultPrevented).toBe(true);
  expect(fire(button(), 'submit').defaultPrevented).toBe(true);
  expect(chosen).toHaveBeenCalledWith(button());
  expect(heard).not.toHaveBeenCalled();
});

test('Enter presses nothing of the page, Escape leaves', () => {
  expect(fire(button(), 'keydown', { key: 'Enter' }).defaultPrevented).toBe(true);
  expect(fire(button(), 'keydown', { key: 'a' }).defaultPrevented).toBe(false);
  expect(heard).toHaveBeenCalledTimes(1);
  expect(left).not.toHaveBeenCalled();
  fire(button(), 'keydown', { key: 'Escape' });
  expect(left).toHaveBeenCalledTimes(1);
});

test('our own windows keep their clicks and keys', () => {
  expect(fire(ours(), 'click').defaultPrevented).toBe(false);
  expect(fire(ours(), 'keydown', { key: 'Enter' }).defaultPrevented).toBe(false);
  expect(chosen).not.toHaveBeenCalled();
  fire(ours(), 'pointermove');
  expect(over).toHaveBeenLastCalledWith(undefined);
  fire(button(), 'pointermove');
  expect(over).toHaveBeenLastCalledWith(button());
});

test('once it is over, the page has its clicks again', () => {
  stop();
  expect(fire(button(), 'click').defaultPrevented).toBe(false);
  expect(heard).toHaveBeenCalledTimes(1);
  expect(chosen).not.toHaveBeenCalled();
});
