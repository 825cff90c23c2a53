export function sourceHash(workspace: string): string;
