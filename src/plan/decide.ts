import type { Catalog, CatalogObject, ObjectId } from '../model/catalog.ts'
import { diffCatalogs } from '../model/diff.ts'
import type { Altered, Change } from '../model/diff.ts'
import type { Context, Refusal, Rule } from './rule.ts'
import type { Statement } from './statement.ts'

/** What happens to one object. Statements of `alter` are made already: deciding whether it can be altered made them. */
export type Deed =
  | { readonly kind: 'create'; readonly object: CatalogObject }
  | { readonly kind: 'drop'; readonly object: CatalogObject }
  | { readonly kind: 'alter'; readonly change: Altered; readonly statements: readonly Statement[] }
  /** Dropped and made again as it is in the end. */
  | { readonly kind: 'replace'; readonly from: CatalogObject; readonly to: CatalogObject }
  /** Lets go of what it needs and takes it up again. */
  | { readonly kind: 'reattach'; readonly from: CatalogObject; readonly to: CatalogObject }

/** A difference that cannot be planned, and why. */
export interface Unmanaged {
  readonly object: ObjectId
  readonly why: string
}

export interface Decisions {
  /** By id, in the order of ids. */
  readonly deeds: ReadonlyMap<ObjectId, Deed>
  readonly unmanaged: readonly Unmanaged[]
}

export type Rules = Readonly<Record<string, Rule>>

/** Decides what happens to each object that differs, and to what hangs on it. */
export function decideDeeds(context: Context, rules: Rules): Decisions {
  const deeds = new Map<ObjectId, Deed>()
  const unmanaged: Unmanaged[] = []
  for (const change of diffCatalogs(context.from, context.to)) {
    const deed = decideDeed(change, context, rules)
    if ('why' in deed) unmanaged.push(deed)
    else deeds.set(deed.kind === 'alter' ? deed.change.to.id : idOf(change), deed)
  }
  unmanaged.push(...spread(deeds, context, rules))
  return { deeds, unmanaged }
}

function decideDeed(change: Change, context: Context, rules: Rules): Deed | Unmanaged {
  const object = change.kind === 'altered' ? change.to : change.object
  const rule = rules[object.kind]
  if (rule === undefined)
    return { object: object.id, why: `there is no rule for a ${object.kind}: ${describe(change)}` }
  if (change.kind === 'added') return { kind: 'create', object }
  if (change.kind === 'removed') return { kind: 'drop', object }
  const outcome = rule.alter(change, context)
  if (outcome === 'replace') return { kind: 'replace', from: change.from, to: change.to }
  if (isRefusal(outcome)) return { object: object.id, why: outcome.refused }
  return { kind: 'alter', change, statements: outcome }
}

/** Whether a rule refused. */
export function isRefusal(outcome: readonly Statement[] | Refusal): outcome is Refusal {
  return 'refused' in outcome
}

/**
 * What is dropped or replaced takes along what hangs on it: that is replaced too, or lets go and takes up again; so
 * is what stands in the way of an alteration. Adds their deeds; answers what cannot be.
 */
function spread(deeds: Map<ObjectId, Deed>, context: Context, rules: Rules): Unmanaged[] {
  const unmanaged: Unmanaged[] = []
  const dependents = Map.groupBy(context.from.dependencies, ({ needed }) => needed)
  const queue = [...deeds.keys()]
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    const blocked = kindsBlocked(deeds.get(id), rules)
    for (const { dependent } of dependents.get(id) ?? []) {
      const moved = moveAside(dependent, blocked, { deeds, context, rules })
      if (moved === undefined) continue
      if ('why' in moved) unmanaged.push(moved)
      else {
        deeds.set(dependent, moved)
        queue.push(dependent)
      }
    }
  }
  return unmanaged
}

/** Which kinds of dependents have to give way to a deed. */
function kindsBlocked(deed: Deed | undefined, rules: Rules): readonly string[] | 'all' {
  if (deed?.kind === 'drop' || deed?.kind === 'replace') return 'all'
  if (deed?.kind !== 'alter') return []
  return rules[deed.change.to.kind]?.blockedBy?.(deed.change) ?? []
}

/** The deed by which a dependent gives way; undefined when it need not, or does already. */
function moveAside(
  id: ObjectId,
  blocked: readonly string[] | 'all',
  {
    deeds,
    context,
    rules,
  }: {
    readonly deeds: ReadonlyMap<ObjectId, Deed>
    readonly context: Context
    readonly rules: Rules
  },
): Deed | Unmanaged | undefined {
  const from = context.from.objects.get(id)
  const to = context.to.objects.get(id)
  if (from === undefined || to === undefined || (blocked !== 'all' && !blocked.includes(from.kind)))
    return undefined
  const deed = deeds.get(id)
  if (deed !== undefined && deed.kind !== 'alter') return undefined
  const rule = rules[from.kind]
  if (rule === undefined)
    return { object: id, why: `stands in the way, and there is no rule for a ${from.kind}` }
  return { kind: rule.detach === undefined ? 'replace' : 'reattach', from, to }
}

/** The children that a parent's creation makes along with itself, of one catalog. */
export function madeWithParent(object: CatalogObject, catalog: Catalog, rules: Rules): boolean {
  const parent = object.parent === null ? undefined : catalog.objects.get(object.parent)
  return parent !== undefined && rules[parent.kind]?.makes?.(object) === true
}

function idOf(change: Change): ObjectId {
  return change.kind === 'altered' ? change.to.id : change.object.id
}

function describe(change: Change): string {
  return change.kind === 'altered' ? `${change.attributes.join(', ')} differ` : change.kind
}
