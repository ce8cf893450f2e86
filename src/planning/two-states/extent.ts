/** What of a database is copied for a proof: what the plan can have an effect on, all, or nothing, without a proof. */
export type Extent = 'touched' | 'whole' | 'none'

/** What is copied unless told otherwise. */
export const usualExtent: Extent = 'touched'

/** Every extent, the default first. */
export const extents: readonly Extent[] = [usualExtent, 'whole', 'none']

/** Whether a word is one. */
export function isExtent(word: string): word is Extent {
  return extents.some((each) => each === word)
}
