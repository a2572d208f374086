/** The programs of one language by the name of the exercise. */
export type Programs = Readonly<Record<string, string>>;
