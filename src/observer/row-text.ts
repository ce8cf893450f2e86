/**
 * The values in the text of a row as PostgreSQL writes it, such as `(1,"a b",,"")`: undefined is null.
 * Source: manual, 8.16.6 Composite Type Input and Output Syntax.
 */
export function parseRow(text: string): (string | undefined)[] {
  const inner = text.slice(1, -1)
  if (!inner.includes('"'))
    return inner.split(',').map((value) => (value === '' ? undefined : value))
  return Array.from(`${inner},`.matchAll(value), ([, quoted, plain]) => {
    if (quoted !== undefined) return quoted.replaceAll(/(["\\])\1/g, '$1')
    return plain === '' ? undefined : plain
  })
}

/** Quoted, with its quotes and backslashes doubled, or plain; then the comma. */
const value = /(?:"((?:[^"]|"")*)"|([^,"]*)),/g
