import type { Catalog, CatalogObject, Dependency, ObjectId } from '../../src/model/catalog.ts'
import type { Kind } from '../../src/model/kind.ts'
import { kindOf } from '../../src/model/object-id.ts'
import { alter } from '../../src/plan/action.ts'
import type { Rules } from '../../src/plan/decide/object-change.ts'
import { planCatalogs } from '../../src/plan/plan.ts'
import type { Rule } from '../../src/plan/rule.ts'
import { statement } from '../../src/plan/statement.ts'
import type { Statement } from '../../src/plan/statement.ts'
import { asId } from '../support/object-ids.ts'

/** An object, named by its id's second word; the core knows no kind, so that any may stand for any: best those without hazards. */
export function toy(
  id: string,
  attributes: CatalogObject['attributes'] = {},
  parent?: string,
): CatalogObject {
  return {
    kind: kindIn(asId(id)),
    id: asId(id),
    schema: null,
    parent: parent === undefined ? null : asId(parent),
    attributes,
  }
}

/** The kind that an id begins with. */
export function kindIn(id: ObjectId): Kind {
  const kind = kindOf(id)
  if (kind === undefined) throw new Error(`${id} begins with no kind`)
  return kind
}

/** A catalog of toys; needs are pairs `dependent needed`, split at ` > `. A child needs its parent. */
export function toys(objects: readonly CatalogObject[], needs: readonly string[] = []): Catalog {
  const ofParents = objects.flatMap(({ id, parent }) =>
    parent === null ? [] : [{ dependent: id, needed: parent }],
  )
  const told = needs.map((need): Dependency => {
    const [dependent = '', needed = ''] = need.split(' > ')
    return { dependent: asId(dependent), needed: asId(needed) }
  })
  return {
    serverVersion: 170_000,
    role: 'me',
    objects: new Map(objects.map((object) => [object.id, object])),
    dependencies: [...told, ...ofParents],
  }
}

/** A rule whose statements are words. An object whose `size` changes is replaced, any other change is in place. */
export function toyRule(kind: Kind, more: Partial<Rule> = {}): Rule {
  return {
    kind,
    create: (object) => say('create', object),
    drop: (object) => say('drop', object),
    alter: ({ to, attributes }) => (attributes.includes('size') ? 'replace' : say('alter', to)),
    ...more,
  }
}

function say(verb: 'create' | 'alter' | 'drop', { id }: CatalogObject): Statement[] {
  return [toyStatement(verb, id)]
}

/** A statement whose words are its verb, or another one, and its object. */
export function toyStatement(
  verb: 'create' | 'alter' | 'drop',
  object: ObjectId,
  {
    word = verb,
    ...more
  }: Partial<Pick<Statement, 'endsSegment'>> & { readonly word?: string } = {},
): Statement {
  return statement({ verb, object }, alter(word, object), more)
}

/** The words of toy statements. */
export function wordsOf(statements: readonly Statement[]): string[] {
  return statements.map(({ action }) =>
    action.kind === 'alter' ? `${action.subject} ${action.clause}` : action.kind,
  )
}

/** What is planned, a line a statement; then what is refused. */
export function planned(from: Catalog, to: Catalog, rules: readonly Rule[]): string[] {
  const byKind: Rules = Object.fromEntries(rules.map((rule) => [rule.kind, rule]))
  const { segments, unmanaged } = planCatalogs({ from, to }, byKind)
  return [
    ...segments.flatMap(({ statements }) => wordsOf(statements)),
    ...unmanaged.map(({ object, why }) => `refused ${object}: ${why}`),
  ]
}
