import type { TypesFile, TypesResult } from '../commands/types.ts'

/** A line about each file. */
export function renderTypes({ files }: TypesResult): string {
  return files.map(renderFile).join('\n')
}

function renderFile({ file, state }: TypesFile): string {
  if (state === 'written') return `Wrote ${file}`
  return state === 'as it was'
    ? `${file} is what the schema files make.`
    : `${file} is not what the schema files make: npm run types writes it.`
}
