import type { ObjectName } from '../../sql/parsed/object-name.ts'

/**
 * The name of the file that an object has in its folder: `t.sql` in schema public, else
 * `s.t.sql`. Characters that no file name or no other reading allows are percent-encoded.
 */
export function fileNameOf({ schema, name }: ObjectName): string {
  if (schema === undefined) return `${encode(name)}.sql`
  const isShort = schema === 'public' && !name.includes('.')
  return isShort ? `${encode(name)}.sql` : qualifiedFileNameOf({ schema, name })
}

/** Whether a file's name is that of the object, with or without `public.` in front. */
export function isFileNameOf(file: string, object: ObjectName): boolean {
  return file === fileNameOf(object) || file === qualifiedFileNameOf(object)
}

function qualifiedFileNameOf({ schema, name }: ObjectName): string {
  return `${encode(schema ?? '').replaceAll('.', '%2E')}.${encode(name)}.sql`
}

function encode(name: string): string {
  return name.replaceAll(/[%/\\:*?"<>|]/g, (character) =>
    encodeURIComponent(character).replace('*', '%2A'),
  )
}
