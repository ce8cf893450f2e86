import { textOf } from '../../model/attribute.ts'
import type { Catalog, CatalogObject } from '../../model/catalog.ts'
import type { Role } from '../../model/role.ts'
import { code, listOf, say } from '../text/prose.ts'
import type { Prose } from '../text/prose.ts'
import { grantOf, isOwner, mayUseSchema } from './grants.ts'
import type { Grant } from './grants.ts'
import { newRowsInWords, rowsInWords } from './predicate.ts'
import type { Predicate } from './predicate.ts'
import { rowCommands, rowsOf } from './rows.ts'
import type { RowCommand, Rows } from './rows.ts'
import { headOf, subjectOf, verbOf } from './role-words.ts'
import type { Subject } from './role-words.ts'

/** What a role may do by one command with a table or a view. */
export interface Access {
  readonly command: RowCommand
  readonly grant: Grant
  readonly rows: Rows
}

/** What a role may do with a table or a view by each command that a grant gives it. */
export function accessOf(catalog: Catalog, role: Role, object: CatalogObject): Access[] {
  if (!mayUseSchema(catalog, role, object)) return []
  return rowCommands
    .map((command) => ({
      command,
      grant: grantOf(catalog, role, { object, command }),
      rows: rowsOf(catalog, role, { object, command }),
    }))
    .filter(({ grant }) => grant.columns === null || grant.columns.length > 0)
}

/** The commands that no policy limits, which a role has on a table. */
export function otherCommands(catalog: Catalog, role: Role, object: CatalogObject): string[] {
  if (!mayUseSchema(catalog, role, object)) return []
  return ['truncate', 'references', 'trigger', 'maintain'].filter((command) => {
    const { columns } = grantOf(catalog, role, { object, command })
    return columns === null || columns.length > 0
  })
}

/** Says in sentences what a role may do with a table or a view. */
export function accessInWords(catalog: Catalog, role: Role, object: CatalogObject): Prose[] {
  const subject = subjectOf(role.name)
  if (isOwner(role, object)) return [say`${headOf(subject)} owns it.`]
  const access = accessOf(catalog, role, object)
  const others = otherCommands(catalog, role, object)
  if (access.length === 0 && others.length === 0)
    return [say`${headOf(subject)} may do nothing with it: ${whyNothing(catalog, role, object)}.`]
  const phrases = Map.groupBy(access, (each) => JSON.stringify(phraseOf(each, subject)))
  const sentences = [...phrases.values()].map((alike) => sentenceOf(alike, subject))
  return [...sentences, ...otherSentences(others, subject), ...passedOn(access, subject)]
}

function whyNothing(catalog: Catalog, role: Role, object: CatalogObject): string {
  return mayUseSchema(catalog, role, object)
    ? 'nothing is granted'
    : 'there is no right to use its schema'
}

function sentenceOf(alike: readonly Access[], subject: Subject): Prose {
  const [first] = alike
  if (first === undefined) return []
  const verbs = listOf(alike.map(({ command }) => [verbOf(command, subject)]))
  return say`${headOf(subject)} ${verbs} ${phraseOf(first, subject)}.`
}

/** What follows the verb: which rows, and which columns. */
function phraseOf(access: Access, subject: Subject): Prose {
  return [...rowsPhrase(access, subject), ...columnsPhrase(access.grant)]
}

function rowsPhrase({ rows, command }: Access, { whose }: Subject): Prose {
  if (rows.by === 'nothing') return ['every row']
  if (rows.by === 'query')
    return [
      command === 'select' ? 'what its query gives' : 'rows by its query, where it allows that',
    ]
  const old = boundBy(rowsInWords(rows.admitted, whose), rows.restricted)
  const asksTheSame =
    isSame(rows.newAdmitted, rows.admitted) && isSame(rows.newRestricted, rows.restricted)
  if (rows.newAdmitted.length === 0 || asksTheSame) return old
  const next = newRowsInWords(rows.newAdmitted, whose)
  return say`${old}, and may turn them into ${boundBy(next, rows.newRestricted)}`
}

function isSame(next: readonly Predicate[], old: readonly Predicate[]): boolean {
  return next.map(({ sql }) => sql).join('\n') === old.map(({ sql }) => sql).join('\n')
}

/** Rows of which those alone are left that satisfy each restrictive policy. */
function boundBy(rows: Prose, restricted: readonly Predicate[]): Prose {
  if (restricted.some(({ kind }) => kind === 'none')) return ['no row']
  const texts = restricted.filter(({ kind }) => kind !== 'every').map(({ sql }) => sql)
  const bounds = [...new Set(texts)].map((text) => code(text))
  if (bounds.length === 0) return rows
  return say`${rows}, as far as ${listOf(bounds)} ${bounds.length === 1 ? 'holds' : 'hold'}`
}

function columnsPhrase({ columns }: Grant): Prose {
  return columns === null ? [] : say`, but only the columns ${listOf(columns.map(code))}`
}

function otherSentences(others: readonly string[], subject: Subject): Prose[] {
  if (others.length === 0) return []
  const rights = listOf(others.map((right) => code(right)))
  const verb = subject.isPlural ? 'have' : 'has'
  return [
    say`${headOf(subject)} also ${verb} the right to ${rights}, which row security does not limit.`,
  ]
}

function passedOn(access: readonly Access[], subject: Subject): Prose[] {
  const commands = access.filter(({ grant }) => grant.grantable).map(({ command }) => code(command))
  return commands.length === 0
    ? []
    : [say`${headOf(subject)} may grant ${listOf(commands)} to others.`]
}

/** Whether a view runs with the rights of who asks; null for what is no view. */
export function viewRights(object: CatalogObject): Prose | null {
  if (object.kind !== 'view' && object.kind !== 'materializedView') return null
  const isInvoker = JSON.stringify(object.attributes['options']).includes('security_invoker=true')
  return isInvoker
    ? ['Its query runs with the rights of the caller: policies of its tables hold.']
    : say`Its query runs with the rights of ${code(textOf(object, 'owner') ?? '')}, not of the caller.`
}
