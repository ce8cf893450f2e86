/** A role that tests are written for. */
export interface TestedRole {
  /** As SQL spells it. */
  readonly name: string
  /** Whether row security does not hold for it. */
  readonly bypassesRowSecurity: boolean
}
