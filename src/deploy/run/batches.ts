import type { Statement } from '../../sql/scan/split.ts'

/** How long the text of a batch may be, in code units: one that fails is sent again statement by statement. */
const longest = 128 * 1024

/**
 * Puts statements together that are sent in one go: inserts into one table that follow each other, thousands of them in
 * a file of rows. Each other statement stays alone. Together they are as many as before, in their order.
 */
export function batchStatements(statements: readonly Statement[]): Statement[][] {
  const batches: Statement[][] = []
  let length = 0
  for (const statement of statements) {
    const batch = batches.at(-1)
    const fits = length + statement.text.length <= longest
    if (batch !== undefined && fits && goTogether(batch.at(-1), statement)) {
      batch.push(statement)
      length += statement.text.length
    } else {
      batches.push([statement])
      length = statement.text.length
    }
  }
  return batches
}

function goTogether(before: Statement | undefined, statement: Statement): boolean {
  const table = tableOf(statement)
  return table !== undefined && before !== undefined && tableOf(before) === table
}

/** The table of a plain insert: one with a hint for the planner is sent with its comment, alone. */
function tableOf({ tree, leading }: Statement): string | undefined {
  if (!('InsertStmt' in tree) || leading.includes('/*+')) return undefined
  const { schemaname = '', relname = '' } = tree.InsertStmt.relation ?? {}
  return `${schemaname}.${relname}`
}
