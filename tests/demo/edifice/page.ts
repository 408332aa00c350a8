const STYLES = ['console', 'icons', 'shell', 'lists', 'panels', 'lightboxes', 'wizard'];

/** The one document that the console serves for `/admin` and everything below it. */
export function consoleDocument(): string {
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<base href="/">
<title>Console d'administration</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
${STYLES.map((name) => `<link rel="stylesheet" href="/admin/public/demo/${name}.css">`).join('\n')}
<script type="module" src="/admin/public/demo/main.js"></script>
</head>
<body><ode-admin-app ng-version="14.1.1"></ode-admin-app></body>
</html>
`;
}
