import { type DemoAnswer, html } from './family';

/** What every unknown host answers: a page that is no school platform, for « the extension keeps quiet » tests. */
export function portalPage(host: string): DemoAnswer {
  return html(`<!doctype html>
<html lang="fr">
<head><meta charset="utf-8"><title>Portail</title></head>
<body>
<h1>Portail</h1>
<p>Page sans rapport avec un ENT (${host.replace(/[^\w.:-]/g, '')}).</p>
<ul><li>APE 2022-2023</li><li>Resp Affect Gar</li></ul>
<table><thead><tr><th>Nom</th><th>Prénom</th></tr></thead><tbody><tr><td>MARTIN</td><td>Alex</td></tr></tbody></table>
</body>
</html>`);
}
