/** One change of a schema file, by its path below `schema/`. */
export type Change =
  | { readonly kind: 'replace'; readonly path: string; readonly old: string; readonly by: string }
  | { readonly kind: 'add'; readonly path: string; readonly text: string }
  | { readonly kind: 'remove'; readonly path: string }
  | { readonly kind: 'reword'; readonly path: RegExp; readonly old: RegExp; readonly by: string }
  | { readonly kind: 'move'; readonly path: string; readonly to: string }

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

/** Replaces a word, or a pattern that begins one, wherever it stands in files, at least once. `$1` is its first group. */
export function reword(path: RegExp, word: string, by: string): Change {
  return { kind: 'reword', path, old: new RegExp(String.raw`(?<!\w)${word}(?!\w)`, 'g'), by }
}

/** Gives a file another path. */
export function move(path: string, to: string): Change {
  return { kind: 'move', path, to }
}

/** The files after an edit. Throws when the edit does not fit them any more. */
export function applyEdit(files: Files, { name, changes }: Edit): Files {
  const edited = new Map(files)
  for (const change of changes) {
    if (change.kind === 'reword') rewordAll(edited, name, change)
    else changeFile(edited, name, change)
  }
  return edited
}

function rewordAll(
  files: Map<string, string>,
  name: string,
  { path, old, by }: Extract<Change, { readonly kind: 'reword' }>,
): void {
  const found = [...files].filter(([file, text]) => path.test(file) && text.search(old) !== -1)
  if (found.length === 0) throw new Error(`${name}: not in ${String(path)}: ${String(old)}`)
  for (const [file, text] of found) files.set(file, text.replaceAll(old, by))
}

function changeFile(
  files: Map<string, string>,
  name: string,
  change: Exclude<Change, { readonly kind: 'reword' }>,
): void {
  const text = files.get(change.path)
  if (change.kind === 'add') {
    files.set(change.path, `${text ?? ''}${text === undefined ? '' : '\n'}${change.text}`)
    return
  }
  if (text === undefined) throw new Error(`${name}: there is no ${change.path}`)
  if (change.kind === 'replace') {
    if (!text.includes(change.old)) throw new Error(`${name}: not in ${change.path}: ${change.old}`)
    files.set(
      change.path,
      text.replace(change.old, () => change.by),
    )
    return
  }
  files.delete(change.path)
  if (change.kind === 'move') files.set(change.to, text)
}
