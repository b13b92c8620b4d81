/** The version of the JSON that zxpj prints; a public contract (see CHANGELOG.md). */
export const schemaVersion = '1.0';
