import type { MigrationName } from './migration-files.ts'

/** The text of a file in which the comments at its head call its migration by another version. */
export function renumberHead(
  text: string,
  { version, name }: Omit<MigrationName, 'file'>,
  to: string,
): string {
  const [head = ''] = /^(?:[^\S\n]*(?:--[^\n]*)?(?:\n|$))*/.exec(text) ?? []
  const whole = `${version}_${name}`
  const named = new RegExp(String.raw`(?<![\w.])${version}_[\p{L}\p{N}_]*`, 'gu')
  const taken = new RegExp(`(?<=^-- Takes )${version}(?= back)`, 'gm')
  return (
    head
      .replaceAll(named, (found, at: number) =>
        isWhole(head, at, { found, whole }) ? `${to}_${found.slice(version.length + 1)}` : found,
      )
      .replaceAll(taken, to) + text.slice(head.length)
  )
}

/** A name may hold what no word does; what begins with it is another name. */
function isWhole(
  head: string,
  at: number,
  { found, whole }: { readonly found: string; readonly whole: string },
): boolean {
  return found.length <= whole.length && head.startsWith(whole, at)
}
