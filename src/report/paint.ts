/** Colours for a terminal, or the text as it is where colours are unwanted. */
export interface Paint {
  readonly bold: (text: string) => string
  readonly dim: (text: string) => string
  readonly good: (text: string) => string
  readonly bad: (text: string) => string
  readonly notice: (text: string) => string
}

/** Paints nothing: for files, pipes and NO_COLOR. */
export const plain: Paint = {
  bold: asIs,
  dim: asIs,
  good: asIs,
  bad: asIs,
  notice: asIs,
}

function asIs(text: string): string {
  return text
}
