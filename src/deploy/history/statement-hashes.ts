import { createHash } from 'node:crypto'
import type { Statement } from '../../sql/scan/split.ts'

/**
 * The hash of each statement of a file together with those before it, as Atlas writes them into partial_hashes
 * (ariga.io/atlas, sql/migrate, Executor.Execute): it looks at the texts from their first character to their semicolon.
 */
export function hashStatements(source: string, statements: readonly Statement[]): string[] {
  const hash = createHash('sha256')
  return statements.map((statement) => {
    hash.update(withSemicolon(source, statement))
    return `h1:${hash.copy().digest('base64')}`
  })
}

function withSemicolon(source: string, { offset, text }: Statement): string {
  const end = offset + text.length
  const [behind = ''] = /^[ \t\n\r\f]*;/.exec(source.slice(end, end + 1000)) ?? []
  return text + behind
}
