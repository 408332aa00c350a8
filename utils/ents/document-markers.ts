/** Files whose names tell a build: `main.3f2a91bc.js`, `runtime-es2017.1a2b3c4d.js`. */
const BUILT =
  /^(?:main|runtime|polyfills|app|vendor|vendors|bundle|admin|common|scripts|styles)[\w-]{0,20}[.-]([0-9a-f]{6,32})\.(?:js|css)$/i;
const VERSION = /^v?\d{1,4}(?:[.-]\d{1,6}){0,4}$/;
const NAMES_OF_VERSIONS = ['v', 'ver', 'version', 'build', 'rev'];
const MOST = 8;

/**
 * What a document says of the version of its ENT, for whoever compares two consoles: versions and names of built files,
 * and nothing else of it. The document is only read.
 */
export function documentMarkers(document: Document): string[] {
  const found = new Set<string>();
  const angular = document.querySelector('[ng-version]')?.getAttribute('ng-version') ?? '';
  if (VERSION.test(angular)) found.add(`ng-version ${angular}`);
  for (const meta of document.querySelectorAll('meta[name]')) {
    const name = meta.getAttribute('name')?.toLowerCase() ?? '';
    const content = meta.getAttribute('content')?.trim() ?? '';
    if (NAMES_OF_VERSIONS.includes(name) && VERSION.test(content)) found.add(`${name} ${content}`);
  }
  for (const element of document.querySelectorAll('script[src], link[rel="stylesheet"][href]')) {
    const address = element.getAttribute('src') ?? element.getAttribute('href') ?? '';
    const [path = '', search = ''] = address.split('?');
    const file = path.slice(path.lastIndexOf('/') + 1);
    if (BUILT.test(file)) found.add(file);
    for (const [name, value] of new URLSearchParams(search))
      if (NAMES_OF_VERSIONS.includes(name.toLowerCase()) && VERSION.test(value))
        found.add(`${name}=${value}`);
  }
  return [...found].slice(0, MOST);
}
