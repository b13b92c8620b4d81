/** The formats that forms are written in. */
export const exportFormats = ['docx', 'xlsx', 'markdown'] as const;
export type ExportFormat = (typeof exportFormats)[number];
