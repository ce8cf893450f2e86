import type { TypesResult } from '../commands/types.ts'

/** One line about the file of types. */
export function renderTypes({ file, state }: TypesResult): string {
  if (state === 'written') return `Wrote ${file}`
  return state === 'as it was'
    ? `${file} is what the schema files make.`
    : `${file} is not what the schema files make: npm run types writes it.`
}
