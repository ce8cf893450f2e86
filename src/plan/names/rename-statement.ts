import { factsOf, isPart, namingOf } from '../../model/kind.ts'
import { renameTo } from '../action.ts'
import type { Action } from '../action.ts'
import { statement } from '../statement.ts'
import type { Statement } from '../statement.ts'
import type { Named } from './names.ts'
import type { Rename } from './order-renames.ts'

/** A rename as a statement of a plan. */
export function renameStatement({ target, from, to, detour }: Rename): Statement {
  return statement({ verb: 'rename', object: target.id }, say(target, from, to), {
    renamed: { kind: target.kind, from, to, isDetour: detour !== 'none' },
  })
}

function say({ kind, id, spelled, arguments: types }: Named, from: string, to: string): Action {
  const { rename: how, words } = namingOf(kind)
  if (how === undefined) throw new Error(`${id}: no statement renames a ${words}`)
  const parent = spelled.slice(0, -1).join('.')
  if (how.form !== 'whole')
    return renameTo(`${how.form.alter} ${parent}`, to, { what: how.form.part, name: from })
  const called = types === undefined ? '' : `(${types.join(', ')})`
  const name = `${[...spelled.slice(0, -1), from].join('.')}${called}`
  const address = isPart(kind) ? undefined : factsOf(kind).address
  if (address === undefined) throw new Error(`${id}: no statement names a ${words}`)
  return renameTo(address({ name, own: from, parent, parentSchema: spelled[0] ?? '' }), to)
}

/** What the comment on a rename says. */
export function tellRename({ target, from, to, detour }: Rename): string {
  const isInside = target.names.length > 2
  const place = isInside ? ` of ${target.spelled.slice(0, -1).join('.')}` : ''
  const name = isInside ? from : [...target.spelled.slice(0, -1), from].join('.')
  const what = `The ${namingOf(target.kind).words}`
  if (detour === 'aside')
    return `${what} ${name}${place} gets a temporary name, since its new name is still in use.`
  if (detour === 'back') return `${what}${place} with the temporary name is renamed to ${to}.`
  return `${what} ${name}${place} is renamed to ${to}.`
}
