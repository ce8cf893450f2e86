import { flagOf, textIn, textOf, textsOf } from '../../model/attribute.ts'
import type { Catalog, CatalogObject } from '../../model/catalog.ts'
import { childrenOf } from '../../model/catalog.ts'
import type { Role } from '../../model/role.ts'
import { code, listOf, say } from '../text/prose.ts'
import type { Prose } from '../text/prose.ts'
import { accessOf } from './access.ts'
import { ownName } from './columns.ts'
import type { Policy } from './description.ts'
import { newRowsInWords, predicateOf, rowsInWords } from './predicate.ts'
import { headOf, subjectOf, verbOf } from './role-words.ts'
import { appliesTo } from './rows.ts'

/** The policies of a table, each in sentences. */
export function policiesOf(
  catalog: Catalog,
  table: CatalogObject,
  roles: readonly Role[],
): Policy[] {
  return childrenOf(catalog, table.id)
    .filter(({ kind }) => kind === 'policy')
    .map((policy) => ({
      name: ownName(policy),
      comment: textOf(policy, 'comment'),
      sentences: [
        ...textsOf(policy, 'roles').map((role) => sentenceOf(policy, role)),
        ...withoutEffect(catalog, { policy, table }, roles),
      ],
      using: textOf(policy, 'using'),
      check: textOf(policy, 'check'),
    }))
}

/** What a policy says by itself: whether somebody gets that far is for grants to say. */
function sentenceOf(policy: CatalogObject, role: string): Prose {
  const subject = subjectOf(role)
  const command = textIn(policy, 'command')
  const commands = command === 'all' ? ['select', 'insert', 'update', 'delete'] : [command]
  const verbs = listOf(commands.map((each) => [verbOf(each, subject)]))
  const rows = phraseOf(policy, subject.whose)
  return flagOf(policy, 'permissive')
    ? say`${headOf(subject)} ${verbs} ${rows}.`
    : say`Whatever other policies admit, ${subject.words} ${verbs} ${only(rows)}.`
}

function only(rows: Prose): Prose {
  return rows[0] === 'no row' ? ['no row'] : say`only ${rows}`
}

function phraseOf(policy: CatalogObject, whose: string): Prose {
  const [old, next] = [textOf(policy, 'using'), textOf(policy, 'check')]
  const first = rowsInWords([predicateOf(old ?? next ?? 'false')], whose)
  if (old === null || next === null || old === next) return first
  return say`${first}, and may turn them into ${newRowsInWords([predicateOf(next)], whose)}`
}

interface OfTable {
  readonly policy: CatalogObject
  readonly table: CatalogObject
}

/** Why a policy lets somebody do nothing: row security is off, or no grant lets them get that far. */
function withoutEffect(catalog: Catalog, of: OfTable, roles: readonly Role[]): Prose[] {
  if (['off', 'forced but off'].includes(textIn(of.table, 'rowSecurity')))
    return [['Without effect: row security is off.']]
  const named = textsOf(of.policy, 'roles')
  const isForAll = named.includes('public')
  const lacking = roles.filter((role) => lacksGrants(catalog, of, role))
  if (isForAll)
    return lacking.length < roles.length ? [] : [['Without effect: nothing is granted.']]
  const told = lacking.filter(({ name }) => named.includes(name)).map(({ name }) => code(name))
  return told.length === 0 ? [] : [say`Without effect for ${listOf(told)}: nothing is granted.`]
}

function lacksGrants(catalog: Catalog, { policy, table }: OfTable, role: Role): boolean {
  const granted = accessOf(catalog, role, table).map(({ command }) => command)
  return !granted.some((command) => appliesTo(policy, role, command))
}
