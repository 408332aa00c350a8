import type { PreviewView } from './view';

/** What would be read, said again at each change. */
export function Preview({ preview }: { preview: PreviewView }) {
  return (
    <section class="preview" aria-labelledby="preview-title">
      <h3 id="preview-title">Ce qui serait lu</h3>
      <p role="status" class={preview.kind === 'missing' ? 'missing' : ''}>
        {preview.says}
      </p>
      {preview.kind === 'read' && preview.rows.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard.
        <section class="scroll" tabIndex={0} aria-label="Premières lignes">
          <table>
            <thead>
              <tr>
                {preview.heads.map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {preview.rows.map((row, at) => (
                <tr key={at}>
                  {row.map((cell, column) => (
                    <td key={preview.heads[column]}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  );
}
