import { stretchesOf } from './stretches.ts'

/** How a file is run: as one transaction, or statement by statement, each recorded. */
export type TxMode = 'transaction' | 'stepwise'

/**
 * How a file asks to be run: statement by statement with `-- atlas:txmode none` among its first comments, as Atlas reads
 * it (ariga.io/atlas, sql/migrate, LocalFile.Directive), or where it has a `-- @backfill` block.
 */
export function txModeOf(text: string): TxMode {
  const asks = headComments(text).some((line) => none.test(line))
  return asks || hasBackfill(text) ? 'stepwise' : 'transaction'
}

/** The line, from 1, of a directive that Atlas would not see, or not understand; undefined where there is none. */
export function findIdleDirective(text: string): number | undefined {
  const head = headComments(text).length
  const lines = text.split('\n')
  const at = lines.findIndex(
    (line, index) => directive.test(line) && (index >= head || !known.test(line.trim())),
  )
  return at === -1 ? undefined : at + 1
}

const directive = /^(?:--|#)\s*atlas:txmode\b/
const none = /^-- ?atlas:txmode none$/
const known = /^-- ?atlas:txmode (?:none|file)$/

/** The comment lines at the very start, where an empty line or nothing is behind them. */
function headComments(text: string): string[] {
  const lines = text.split('\n')
  const end = lines.findIndex((line) => !/^(?:--|#)/.test(line))
  if (end === -1) return lines.map((line) => line.trim())
  const isApart = /^[ \t\r]*$/.test(lines[end] ?? '')
  return isApart ? lines.slice(0, end).map((line) => line.trim()) : []
}

function hasBackfill(text: string): boolean {
  if (!text.includes('@backfill')) return false
  for (const { kind, text: comment } of stretchesOf(text)) {
    if (kind === 'comment' && backfill.test(comment)) return true
  }
  return false
}

/** Whether the comments before a statement make it a data step that runs in batches. */
export function isBackfill({ leading }: { readonly leading: string }): boolean {
  return leading.split('\n').some((line) => backfill.test(line.trim()))
}

const backfill = /^--\s*@backfill\b/
