export const assetsFile: string;
export function assetsOf(): Promise<string>;
