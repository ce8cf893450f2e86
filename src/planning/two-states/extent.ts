/** What of a database is copied for a proof: what the plan can have an effect on, all, or nothing, without a proof. */
export type Extent = 'touched' | 'whole' | 'none'

/** Every extent, the default first. */
export const extents: readonly Extent[] = ['touched', 'whole', 'none']

/** Whether a word is one. */
export function isExtent(word: string): word is Extent {
  return extents.some((each) => each === word)
}
