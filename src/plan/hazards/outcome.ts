/** What may become of values when a column changes its type by a cast. */
export interface Conversion {
  /** Some values may be refused. */
  readonly fails: boolean
  /** Some values may come out as less than they were: rounded, or spelled otherwise. */
  readonly loses: boolean
  /** Every value that is converted prints as it did before. */
  readonly keepsText: boolean
}

/** The sorts of outcomes, by what they mean for values. */
export const outcomes = {
  same: { fails: false, loses: false, keepsText: true },
  refuses: { fails: true, loses: false, keepsText: true },
  printsOtherwise: { fails: false, loses: false, keepsText: false },
  refusesAndPrintsOtherwise: { fails: true, loses: false, keepsText: false },
  rounds: { fails: false, loses: true, keepsText: false },
  unknown: { fails: true, loses: true, keepsText: false },
} as const satisfies Readonly<Record<string, Conversion>>
