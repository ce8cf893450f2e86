import { nameOfObject } from '../../model/object-id.ts'
import type { CatalogObject, ObjectId } from '../../model/catalog.ts'
import { isPlannedKind, sqlWordOf } from '../../model/kind.ts'
import type { Kind } from '../../model/kind.ts'
import { textOf } from '../../model/attribute.ts'
import type { Rules } from '../../plan/decide/object-change.ts'
import type { Rule } from '../../plan/rule.ts'
import { alter, comment, define } from '../../plan/action.ts'
import type { Action } from '../../plan/action.ts'
import { statement } from '../../plan/statement.ts'
import type { Statement } from '../../plan/statement.ts'

/**
 * Rules that make objects of kinds that no rule plans, in a copy and from nothing: by the statements that PostgreSQL's
 * catalogs give. What there is no statement for is refused.
 */
export function copyRules(
  objects: Iterable<CatalogObject>,
  statements: ReadonlyMap<ObjectId, string>,
): Rules {
  const kinds = new Set([...objects].map(({ kind }) => kind))
  return Object.fromEntries([...kinds].map((kind) => [kind, ruleFor(kind, statements)]))
}

function ruleFor(kind: Kind, statements: ReadonlyMap<ObjectId, string>): Rule {
  return {
    kind,
    create: (object, { to }) => {
      const text = statements.get(object.id)
      return text === undefined ? unmade : makeByStatement(object, text, to.role)
    },
    drop: () => unmade,
    alter: () => unmade,
  }
}

const unmade = { refused: 'no known statement creates it' } as const

/** With comment and owner; rights that somebody changed are what the copy lacks. */
function makeByStatement(object: CatalogObject, definition: string, role: string): Statement[] {
  const [text, owner] = [textOf(object, 'comment'), textOf(object, 'owner')]
  const address = addressOf(object)
  const says = (verb: Statement['verb'], action: Action): Statement =>
    statement({ verb, object: object.id }, action)
  return [
    says('create', define(definition)),
    ...(text === null ? [] : [says('comment', comment(address, text))]),
    ...(owner === null || owner === role
      ? []
      : [says('alter', alter(address, `owner to ${owner}`))]),
  ]
}

/** Ids begin with the name of the kind; statements have other words for a few. */
function addressOf(object: CatalogObject): string {
  const { kind, id } = object
  if (isPlannedKind(kind)) throw new Error(`${id}: a rule plans it`)
  return `${sqlWordOf(kind)} ${nameOfObject(object)}`
}
