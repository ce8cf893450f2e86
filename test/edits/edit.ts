/** One change of a schema file, by its path below `schema/`. */
export type Change =
  | { readonly kind: 'replace'; readonly path: string; readonly old: string; readonly by: string }
  | { readonly kind: 'add'; readonly path: string; readonly text: string }
  | { readonly kind: 'remove'; readonly path: string }

/** An everyday edit of this project's schema. */
export interface Edit {
  readonly name: string
  readonly changes: readonly Change[]
}

/** Schema files by their paths. */
export type Files = ReadonlyMap<string, string>

/** Puts one text in the place of another, which must be there. */
export function replace(path: string, old: string, by: string): Change {
  return { kind: 'replace', path, old, by }
}

/** Adds a text at the end of a file, which is made when it is not there. */
export function add(path: string, text: string): Change {
  return { kind: 'add', path, text }
}

/** Removes a file. */
export function remove(path: string): Change {
  return { kind: 'remove', path }
}

/** The files after an edit. Throws when the edit does not fit them any more. */
export function applyEdit(files: Files, { name, changes }: Edit): Files {
  const edited = new Map(files)
  for (const change of changes) {
    const text = edited.get(change.path)
    if (change.kind === 'add')
      edited.set(change.path, `${text ?? ''}${text === undefined ? '' : '\n'}${change.text}`)
    else if (text === undefined) throw new Error(`${name}: there is no ${change.path}`)
    else if (change.kind === 'remove') edited.delete(change.path)
    else if (!text.includes(change.old))
      throw new Error(`${name}: not in ${change.path}: ${change.old}`)
    else
      edited.set(
        change.path,
        text.replace(change.old, () => change.by),
      )
  }
  return edited
}
