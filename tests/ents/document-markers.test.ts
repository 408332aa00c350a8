// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { documentOf } from '@/tests/helpers/saved-screens';
import { browserName } from '@/utils/browser-name';
import { documentMarkers } from '@/utils/ents/document-markers';

const markers = (html: string) => documentMarkers(documentOf(html));

test('versions and built files are told', () => {
  expect(
    markers(
      '<head><meta name="version" content="4.12.1"><link rel="stylesheet" href="/theme.css?v=2026-11">' +
        '</head><body><div ng-version="15.2.9"></div></body>',
    ),
  ).toEqual(['ng-version 15.2.9', 'version 4.12.1', 'v=2026-11']);
});

test('nothing else of the document is: what is no version stays where it is', () => {
  expect(
    markers(
      '<head><meta name="version" content="de Zoé Lambert"><meta name="author" content="1.2">' +
        '<link rel="stylesheet" href="/zoe.lambert.css?v=Zoé&user=12"></head><body ng-version="Zoé"></body>',
    ),
  ).toEqual([]);
});

test.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0',
    'Firefox 140 sur Windows',
  ],
  [
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/142.0.0.0 Safari/537.36',
    'Chrome 142 sur Linux',
  ],
  ['Mozilla/5.0 (Windows NT 10.0) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0', 'Edge 142 sur Windows'],
  ['Mozilla/5.0 (X11; CrOS x86_64) Chrome/140.0.0.0', 'Chrome 140 sur ChromeOS'],
  ['curl', 'navigateur inconnu'],
])('%s', (agent, name) => expect(browserName(agent)).toBe(name));
