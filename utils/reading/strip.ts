import type { GridRow } from './grid';
import { norm } from './labels';
import { withoutPager } from './pager';
import { textOf, visibleText } from './text';

/**
 * What a line of cells is: a `row`; a `strip` of pages and page sizes, which is none; `unsure` when only numbers stand
 * there and nothing says of what.
 */
export type Line = 'row' | 'strip' | 'unsure';

/** Page sizes that grids offer (domain itslearning §1.2: « 10 25 50 », « 5 10 25 »). */
const SIZES = new Set([5, 10, 15, 20, 25, 30, 40, 50, 75, 100, 150, 200, 250, 500, 1000]);
/** Numbers further on are names: classes are called « 601 », « 602 ». */
const LAST_PAGE = 99;
/** Words that a pager writes around its numbers. */
const WORDS =
  /^(?:pages?|par|per|sur|of|to|de|a|au|afficher|affichage|montrer|show|showing|lignes?|rows?|resultats?|results?|elements?|items?|entries|enregistrements?|premiere?|derniere?|first|last|precedente?s?|prec|previous|prev|suivante?s?|suiv|next|«|»|‹|›|<|>|<<|>>|…|\.\.\.|:|\||\d+)$/;
const TURNS = /^(?:precedente?s?|prec|previous|prev|suivante?s?|suiv|next|«|»|‹|›|<|>|<<|>>)$/;
/** Columns of which the title says that numbers stand there. */
const COUNTS =
  /\b(?:nombres?|nb|total|totaux|numero|n°|id|identifiants?|participants?|effectifs?|comptes?|lignes?|ajout\w*|cree\w*|modifi\w*|mis\w* a jour|supprim\w*|suppressions?|archiv\w*|erreurs?|anomalies?|(?:non )?reconcili\w*|count|number|added|created|updated|deleted|errors?)\b/;

/**
 * Tells a line from the strip under a list. `drawn` is true where the markup itself says that it is a row (`tr`, a role):
 * counts under the titles of counts are then one, where bare blocks leave it open.
 */
export function lineOf({ element, cells }: GridRow, headers: readonly string[], drawn: boolean): Line {
  const texts = cells.map((cell) => norm(visibleText(cell, isChoice)));
  const sizes = offersSizes(element);
  const words = texts.join(' ').split(/\s+/).filter(Boolean);
  if (words.length === 0) return sizes ? 'strip' : 'row';
  const left = withoutPager(words.join(' ')).split(/\s+/).filter(Boolean);
  if (!left.every((word) => WORDS.test(word.replace(/[.,]$/, '')))) return 'row';
  const saysPages = left.length < words.length || words.some((word) => TURNS.test(word));
  if (saysPages || sizes) return 'strip';
  const numbers = words.map(Number);
  if (!isPagesThenSizes(numbers)) return 'row';
  return drawn && areCounts(texts, headers) ? 'row' : 'unsure';
}

const isChoice = (part: Element) => part.tagName.toUpperCase() === 'SELECT';

/** True when the choices in a line are page sizes, and nothing else. */
function offersSizes(element: Element): boolean {
  const options = [...element.querySelectorAll('select option')].map((option) => Number(textOf(option)));
  return options.length > 1 && options.every((size) => SIZES.has(size));
}

/** « 1 2 3 », « 10 25 50 », or one after the other. */
function isPagesThenSizes(numbers: readonly number[]): boolean {
  if (numbers.length < 2 || numbers.some(Number.isNaN)) return false;
  let pages = 1;
  while (pages < numbers.length && numbers[pages] === (numbers[pages - 1] ?? 0) + 1) pages++;
  const isPaged = pages > 1 && (numbers[pages - 1] ?? 0) <= LAST_PAGE && (numbers[0] ?? 0) >= 1;
  const sizes = numbers.slice(isPaged ? pages : 0);
  return sizes.every((size, at) => SIZES.has(size) && size > (sizes[at - 1] ?? 0));
}

function areCounts(texts: readonly string[], headers: readonly string[]): boolean {
  return texts.every((text, at) => text === '' || COUNTS.test(norm(headers[at] ?? '')));
}
