import { tryParse } from '../parser.ts'
import type { Node } from 'libpg-query'
import type { DeclaredKind } from './parsed/declared.ts'

/** What a directive says about the object below it. */
export type Request =
  /** It had another name, as it is, not quoted. */
  | { readonly kind: 'renamed'; readonly from: string }
  /** It is no old thing under another name. */
  | { readonly kind: 'new' }
  /** Its values become those of its new type by an expression. */
  | { readonly kind: 'using'; readonly expression: string }

/** What a comment says as a directive above something of a kind, or why it says nothing. */
export type DirectiveText = { readonly request: Request } | { readonly problem: string }

/** Reads a directive: a comment of one line, with its dashes. The parser has to be loaded. */
export function parseDirective(comment: string, kind: DeclaredKind | undefined): DirectiveText {
  const [, name = '', rest = ''] = /^--[ \t]*@([^\s=:,]*)(.*)$/s.exec(comment) ?? []
  const read = readers[name]
  return read === undefined
    ? { problem: `Unknown directive @${name}. Known are ${known}.` }
    : read(rest.trim(), kind)
}

const known =
  '`-- @renamed from=OLD_NAME` (the object below had that name), `-- @new` (the object is new, not renamed) and ' +
  '`-- @using EXPRESSION` (the new values of a column whose type changes)'

const readers: Readonly<
  Record<string, (rest: string, kind: DeclaredKind | undefined) => DirectiveText>
> = {
  renamed: parseRenamed,
  using: parseUsing,
  new: (rest) =>
    rest === ''
      ? { request: { kind: 'new' } }
      : { problem: 'Nothing may follow `-- @new`: write reasons into a separate comment.' },
}

function parseUsing(rest: string, kind: DeclaredKind | undefined): DirectiveText {
  if (kind !== undefined && kind !== 'column')
    return {
      problem: '`-- @using` belongs above a column whose type changes, and nowhere else.',
    }
  return isExpression(rest)
    ? { request: { kind: 'using', expression: rest } }
    : {
        problem:
          'Write `-- @using EXPRESSION`: one SQL expression on one line, without a semicolon or a comment after it.',
      }
}

/** One value, which ends neither its parentheses nor its line. */
function isExpression(text: string): boolean {
  const stmts = tryParse(`select (${text})`)?.stmts ?? []
  const values = stmts.flatMap(({ stmt }) =>
    stmt !== undefined && 'SelectStmt' in stmt ? (stmt.SelectStmt.targetList ?? []) : [],
  )
  return stmts.length === 1 && values.length === 1 && values.every((value) => !isList(value))
}

/** `(a, b)` is a row. */
function isList(value: Node): boolean {
  if (!('ResTarget' in value) || value.ResTarget.val === undefined) return true
  const { val } = value.ResTarget
  return 'RowExpr' in val && val.RowExpr.row_format === 'COERCE_IMPLICIT_CAST'
}

function parseRenamed(rest: string, kind: DeclaredKind | undefined): DirectiveText {
  const [, written] = /^from\s*=\s*(.+)$/s.exec(rest) ?? []
  if (written === undefined)
    return { problem: 'Write `-- @renamed from=OLD_NAME`, on one line and nothing else.' }
  const from = kind === 'label' ? parseLabel(written) : parseName(written)
  if (from !== undefined) return { request: { kind: 'renamed', from } }
  return {
    problem:
      kind === 'label'
        ? `${written} is not a label. Write the label as it is, or in quotes: from='old label'.`
        : `${written} is not a name. A rename stays in its schema and its table, so write one name without dots. Put other characters in double quotes: from="Old Name".`,
  }
}

/** A name as SQL reads it: in lowercase unless quoted. */
function parseName(written: string): string | undefined {
  if (/^"(?:[^"]|"")+"$/.test(written)) return written.slice(1, -1).replaceAll('""', '"')
  return /^[\p{L}_][\p{L}\p{N}_$]*$/u.test(written)
    ? written.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase())
    : undefined
}

function parseLabel(written: string): string | undefined {
  if (/^'(?:[^']|'')*'$/.test(written)) return written.slice(1, -1).replaceAll("''", "'")
  if (/^"(?:[^"]|"")*"$/.test(written)) return written.slice(1, -1).replaceAll('""', '"')
  return /^[^\s'"=]+$/.test(written) ? written : undefined
}
