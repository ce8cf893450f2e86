import type { Description, Routine } from '../describe/description.ts'
import { markdownCode, markdownProse, markdownText } from '../text/markdown-text.ts'
import { head } from './page-parts.ts'

/** The page of functions and procedures. */
export function renderFunctionsPage({ routines }: Description): string {
  return [head, '# Functions\n', ...routines.map(renderRoutine)].join('\n')
}

function renderRoutine({ name, comment, signature, manner, access }: Routine): string {
  return [
    `## ${markdownCode(name)}\n`,
    ...(comment === null ? [] : [`${markdownText(comment)}\n`]),
    `${markdownCode(signature)}\n`,
    `${markdownText(manner)}. ${access.map(markdownProse).join(' ')}\n`,
  ].join('\n')
}
