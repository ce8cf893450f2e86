import { placeOf } from '../../sql/scan/place.ts'
import { quoteName } from '../../sql/quote.ts'
import { splitForeignKeys } from '../../sql/parsed/foreign-keys.ts'
import type { SplitKey } from '../../sql/parsed/foreign-keys.ts'
import type { Phase } from '../../sql/parsed/schema-place.ts'
import { foreignKey } from '../../sql/parsed/subject.ts'
import type { Statement } from '../../sql/scan/split.ts'
import type { Subject } from '../../sql/parsed/statement-subject.ts'

/** One statement of a schema file, ready to be loaded. A foreign key inside `create table` is a separate statement. */
export interface SchemaStatement extends Statement {
  readonly phase: Phase
  readonly subject: Subject
  /** The text of the whole file, for carets. */
  readonly source: string
  /** What PostgreSQL gets. After its first `shift` characters, each character has the same place as in `text`. */
  readonly sql: string
  readonly shift: number
}

/**
 * A statement as it is loaded. What `create table` says of foreign keys is apart, so that tables may refer to each
 * other. What is granted by a role is said by that role.
 */
export async function toLoad(
  statement: Statement,
  subject: Subject,
  source: string,
): Promise<SchemaStatement[]> {
  const { phase } = subject
  const whole = { ...statement, phase, subject, source, sql: statement.text, shift: 0 }
  if (statement.node === 'GrantStmt') return [saidByGrantor(whole)]
  if (statement.node !== 'CreateStmt' || !/\breferences\b/i.test(statement.text)) return [whole]
  const { text, keys } = await splitForeignKeys(statement.text)
  return [{ ...whole, sql: text }, ...keys.map((key) => keyToLoad(whole, key))]
}

/** PostgreSQL takes nobody as GRANTED BY but the current user (manual, GRANT). */
function saidByGrantor(grant: SchemaStatement): SchemaStatement {
  const { tree, text } = grant
  const grantor = 'GrantStmt' in tree ? tree.GrantStmt.grantor?.rolename : undefined
  if (grantor === undefined) return grant
  const before = `set role ${quoteName(grantor)};\n`
  return { ...grant, sql: `${before}${text}\n;\nreset role`, shift: Array.from(before).length }
}

function keyToLoad(table: SchemaStatement, { prefix, text, offset }: SplitKey): SchemaStatement {
  const start = table.offset + offset
  return {
    ...table,
    ...placeOf(table.source, start),
    text,
    leading: '',
    offset: start,
    phase: foreignKey.phase,
    subject: { ...foreignKey, objects: table.subject.objects },
    sql: prefix + text,
    shift: Array.from(prefix).length,
  }
}
