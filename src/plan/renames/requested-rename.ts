import type { Catalog } from '../../model/catalog.ts'
import { factsOf, kinds, namingOf } from '../../model/kind.ts'
import type { Declaration } from '../../sql/directives.ts'
import { UserError } from '../../errors.ts'
import { indexNames, keyOf } from '../names/names.ts'
import type { NameIndex, Named } from '../names/names.ts'
import type { WantedRename } from '../names/order-renames.ts'
import { splitName, unquoteName } from '../../model/qualified-name.ts'

/** A rename that a directive requests: the new object and the old one. */
export interface RequestedRename extends WantedRename {
  /** The object that already has the new name. */
  readonly taken: Named | undefined
  /**
   * Whether its schema is still empty: then everything is created there for the first time, and there is no old
   * name.
   */
  readonly isFirst: boolean
}

/** The directives to be read, and what they are read with. */
export interface RequestSource {
  readonly current: NameIndex
  readonly desired: NameIndex
  /** The names of tables and types before, by the key of those after. */
  readonly owners: ReadonlyMap<string, readonly string[]>
  /** The schemas that hold something before. */
  readonly inhabited: ReadonlySet<string>
}

/** The two indexes in which names of renames are looked up. */
export function requestSource(current: Catalog, desired: Catalog): RequestSource {
  const objects = [...current.objects.values()].filter(
    ({ kind }) => factsOf(kind).isInEmptySchema !== true,
  )
  return {
    current: indexNames(current),
    desired: indexNames(desired),
    owners: new Map(),
    inhabited: new Set(objects.map(({ schema }) => schema ?? '')),
  }
}

/** Reads a directive as a rename between two states. Throws UserError when the schema lacks the object below it. */
export function parseRequestedRename(
  declaration: Declaration,
  from: string,
  source: RequestSource,
): RequestedRename {
  const to = findDeclared(declaration, source.desired)
  if (to === undefined) {
    throw new UserError(
      `${declaration.place}: cannot tell which ${namingOf(declaration.kind).words} this is about: ${unread(declaration)}.`,
    )
  }
  if (from === to.names.at(-1)) {
    throw new UserError(
      `${declaration.place}: ${from} is already its name. Write the name that it had before.`,
    )
  }
  const owner = to.names.slice(0, -1)
  const oldOwner = source.owners.get(keyOf('', owner)) ?? owner
  const newNames = [...oldOwner, ...to.names.slice(-1)]
  const oldNames = [...oldOwner, from]
  const args = to.arguments?.map((each) => formerType(each, source))
  return {
    to,
    oldNames,
    newNames,
    old: find(source.current, { kind: to.kind, names: oldNames, arguments: args }),
    taken: find(source.current, { kind: to.kind, names: newNames, arguments: args }),
    isFirst: !source.inhabited.has(newNames.length > 1 ? (newNames[0] ?? '') : ''),
    place: declaration.place,
  }
}

/** The object of a declaration in an index; undefined when it is missing, or one of several. */
export function findDeclared(declaration: Declaration, index: NameIndex): Named | undefined {
  const { kind, names, arguments: args } = declaration
  const all = index.get(keyOf(kind, names)) ?? []
  return all.length > 1 ? all.find((each) => isSameList(bare(each), args ?? [])) : all[0]
}

function unread({ kind, names }: Declaration): string {
  return `there is no ${namingOf(kind).words} ${names.join('.')} in the managed schemas, or there are several that look alike`
}

function find(
  index: NameIndex,
  { kind, names, arguments: args }: Pick<Named, 'kind' | 'names' | 'arguments'>,
): Named | undefined {
  return (index.get(keyOf(kind, names)) ?? []).find((each) =>
    isSameList(each.arguments ?? [], args ?? []),
  )
}

/** The types of a routine's arguments as a parsed statement has them. */
function bare({ arguments: args = [] }: Named): string[] {
  return args.map((each) => {
    const [name, rest] = withoutBrackets(each)
    return `${splitName(name).map(unquoteName).join('.')}${rest}`
  })
}

function withoutBrackets(type: string): readonly [name: string, brackets: string] {
  const [, name = '', rest = ''] = /^(.*?)((?:\[\])?)$/s.exec(type) ?? []
  return [name, rest]
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each, at) => each === b[at])
}

/** The old name of a type. */
function formerType(type: string, { owners, current }: RequestSource): string {
  const [name, rest] = withoutBrackets(type)
  const names = splitName(name).map(unquoteName)
  const former = owners.get(keyOf('', names))
  if (former === undefined) return type
  const found = kinds
    .filter((kind) => factsOf(kind).type !== undefined)
    .flatMap((kind) => current.get(keyOf(kind, former)) ?? [])[0]
  return found === undefined ? type : `${found.spelled.join('.')}${rest}`
}
