export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];

/** One message in both languages; `{name}` is filled from the data. */
export type Wording = Readonly<Record<Language, string>>;

/** Messages by code. */
export type Wordings = Readonly<Record<string, Wording>>;
